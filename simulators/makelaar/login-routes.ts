import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors } from 'oidc-provider'
import { readBody, redirect, sendHtml } from '#/simulators/makelaar/http-answers.ts'
import { honestAcr } from '#/simulators/makelaar/issuer.ts'
import type { LoginAttempt } from '#/simulators/makelaar/login-attempts.ts'
import { LoginSteps } from '#/simulators/makelaar/login-steps.ts'
import type { Login } from '#/simulators/makelaar/logins.ts'
import { applyPage, forgottenPage, loginPage } from '#/simulators/makelaar/pages/login-page.ts'
import { organisationPage, smsPage } from '#/simulators/makelaar/pages/second-step-pages.ts'
import { attemptOverPage, stopPage } from '#/simulators/makelaar/pages/stop-page.ts'
import type { RunningIssuer, Simulator } from '#/simulators/makelaar/simulator.ts'

type Exchange = { readonly req: IncomingMessage; readonly res: ServerResponse }

/** The page that belongs to where an attempt stands. */
function currentPage(simulator: Simulator, issuer: RunningIssuer, base: string, attempt: LoginAttempt): string {
  const { supplier } = issuer
  const { step } = attempt
  if (step.name === 'inloggen') return loginPage(supplier, base, attempt)
  if (step.name === 'sms') return smsPage(supplier, base, attempt, simulator.state.sms.secondsUntilResend(attempt.id))
  if (step.name === 'organisatie') return organisationPage(supplier, base, attempt, step.user.mandates)
  if (step.name === 'gestopt') return stopPage(supplier, base, step.reason)
  throw new Error('an attempt that was broken off has no page')
}

function act(steps: LoginSteps, attempt: LoginAttempt, action: string, form: URLSearchParams): Login | null {
  const field = (name: string) => form.get(name) ?? ''
  switch (action) {
    case 'wachtwoord':
      return steps.password(attempt, field('gebruikersnaam'), field('wachtwoord'))
    case 'smartcard':
      return steps.smartcard(attempt, field('kaart'), field('pincode'))
    case 'sms':
      return steps.sms(attempt, field('code'))
    case 'sms-nieuw':
      return steps.newCode(attempt)
    case 'sms-bellen':
      return steps.callMe(attempt)
    case 'organisatie':
      return steps.organisation(attempt, field('kvk'))
    case 'opnieuw':
      return steps.again(attempt)
    default:
      return null
  }
}

/** True when the browser holds the cookie of this attempt and the issuer still knows it. */
async function isUnderWay({ req, res }: Exchange, issuer: RunningIssuer, uid: string): Promise<boolean> {
  try {
    return (await issuer.provider.interactionDetails(req, res)).uid === uid
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return false
    throw error
  }
}

async function cancel(
  exchange: Exchange,
  issuer: RunningIssuer,
  steps: LoginSteps,
  attempt: LoginAttempt,
): Promise<void> {
  const { step } = attempt
  const down = step.name === 'gestopt' && step.reason === 'leverancier-onbereikbaar'
  steps.end(attempt)
  await issuer.provider.interactionFinished(
    exchange.req,
    exchange.res,
    down
      ? { error: 'temporarily_unavailable', error_description: 'supplier unavailable' }
      : { error: 'access_denied', error_description: 'Authentication cancelled' },
  )
}

async function finish(exchange: Exchange, issuer: RunningIssuer, login: Login): Promise<void> {
  const [level] = login.facts.levels
  if (!level) throw new Error('an honest login has a level')
  const acr = honestAcr(issuer.supplier, level)
  await issuer.provider.interactionFinished(
    exchange.req,
    exchange.res,
    { login: { accountId: login.id, acr, remember: false } },
    { mergeWithLastSubmission: false },
  )
}

/**
 * Serves the pages of one attempt, below `/<supplier>/inloggen/<uid>`. Every form answers with a redirect to the page where
 * the attempt then stands, so that "back" and "reload" never send anything twice.
 */
export async function serveLogin(
  simulator: Simulator,
  issuer: RunningIssuer,
  exchange: Exchange,
  [uid = '', action = '']: readonly string[],
): Promise<void> {
  const { req, res } = exchange
  const { supplier } = issuer
  const base = `/${supplier.id}/inloggen/${uid}`
  const portaalOrigin = new URL(simulator.portaalUrl).origin
  const steps = new LoginSteps(supplier, simulator.state)
  const known = await isUnderWay(exchange, issuer, uid)
  const attempt = known ? steps.begin(uid) : null
  if (!attempt || simulator.state.attempts.isOver(attempt)) {
    sendHtml(res, 410, attemptOverPage(supplier, simulator.portaalUrl))
    return
  }
  if (req.method === 'POST') {
    const form = new URLSearchParams(await readBody(req))
    if (action === 'annuleren') return cancel(exchange, issuer, steps, attempt)
    const login = act(steps, attempt, action, form)
    if (login) return finish(exchange, issuer, login)
    return redirect(res, base)
  }
  // A fault has the person cancel (T20 to T23): the browser is sent back as by the button.
  if (attempt.step.name === 'afgebroken') return cancel(exchange, issuer, steps, attempt)
  const body =
    action === 'vergeten'
      ? forgottenPage(supplier, base)
      : action === 'aanvragen'
        ? applyPage(supplier, base)
        : currentPage(simulator, issuer, base, attempt)
  sendHtml(res, 200, body, [portaalOrigin])
}
