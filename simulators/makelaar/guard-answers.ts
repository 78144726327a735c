import { setTimeout as wait } from 'node:timers/promises'
import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { ArmedFault } from '#/simulators/makelaar/fault-queue.ts'
import { forgetSession } from '#/simulators/makelaar/issuer.ts'
import type { Login } from '#/simulators/makelaar/logins.ts'
import type { IssuerKeys } from '#/simulators/makelaar/signing-keys.ts'
import type { SimulatorState } from '#/simulators/makelaar/simulator.ts'
import { spoilCallback, spoilIdToken, spoilUserinfo } from '#/simulators/makelaar/spoiled-answers.ts'
import type { Supplier } from '#/simulators/makelaar/suppliers.ts'

type Surroundings = {
  readonly supplier: Supplier
  readonly keys: IssuerKeys
  readonly state: SimulatorState
  readonly otherIssuer: string
  readonly otherRedirectUri: string
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Waits as a slow supplier does; a client that hangs up or a simulator that stops ends the waiting. */
async function beSlow(ctx: KoaContextWithOIDC, seconds: number, stopping: AbortSignal): Promise<void> {
  const gone = new AbortController()
  const hangUp = () => gone.abort()
  ctx.res.once('close', hangUp)
  try {
    await wait(seconds * 1000, undefined, { signal: AbortSignal.any([gone.signal, stopping]) })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error
  } finally {
    ctx.res.off('close', hangUp)
  }
}

async function spoilToken(
  ctx: KoaContextWithOIDC,
  login: Login,
  fault: ArmedFault,
  around: Surroundings,
): Promise<void> {
  const { effect } = fault.fault
  if (effect.at === 'token' && 'status' in effect) {
    ctx.status = effect.status
    ctx.body = { error: 'server_error' }
    return
  }
  if (effect.at === 'token') {
    await beSlow(ctx, fault.delaySeconds ?? effect.delaySeconds, around.state.stopping.signal)
    return
  }
  const body: unknown = ctx.body
  if (!isRecord(body) || typeof body.id_token !== 'string') return
  const spoiled = spoilIdToken(login, fault, body.id_token, around.keys)
  if (spoiled !== null) ctx.body = { ...body, id_token: spoiled }
}

function spoilDiscovery(ctx: KoaContextWithOIDC, fault: ArmedFault): void {
  const { effect } = fault.fault
  if (effect.at !== 'discovery') return
  if ('status' in effect) {
    ctx.status = effect.status
    ctx.body = { error: 'temporarily_unavailable' }
  } else if (isRecord(ctx.body)) {
    ctx.body = effect.change(ctx.body)
  }
}

/**
 * Ends a login at this issuer and sends the browser back at once. oidc-provider would ask "do you want to log out?", which
 * has no meaning here: no session of it is ever used again.
 */
async function finishLogout(ctx: KoaContextWithOIDC): Promise<void> {
  const { session, entities } = ctx.oidc
  const target = session?.state?.postLogoutRedirectUri
  if (ctx.status !== 200 || !session || !entities.Client || typeof target !== 'string') return
  const url = new URL(target)
  if (typeof session.state?.state === 'string') url.searchParams.set('state', session.state.state)
  await session.destroy()
  ctx.status = 303
  ctx.redirect(url.href)
}

async function guardRoute(ctx: KoaContextWithOIDC, around: Surroundings): Promise<void> {
  const { state, supplier } = around
  const { route, entities } = ctx.oidc
  const login = state.logins.find(
    entities.AuthorizationCode?.accountId ?? entities.AccessToken?.accountId ?? ctx.oidc.session?.accountId,
  )
  if (route === 'discovery') {
    const fault = state.faults.take({ moment: 'discovery', supplier, userName: null })
    const pending = fault ?? state.faults.takeDiscoveryOf(supplier.id)
    if (pending) spoilDiscovery(ctx, pending)
  }
  if (route === 'end_session') await finishLogout(ctx)
  if (!login?.fault) return
  if (route === 'token' && ctx.status === 200) await spoilToken(ctx, login, login.fault, around)
  if (route === 'userinfo' && isRecord(ctx.body)) ctx.body = spoilUserinfo(login, login.fault, ctx.body)
  const location = ctx.response.get('location')
  if (route === 'resume' && location.includes('code=')) {
    ctx.redirect(await spoilCallback(ctx, login.fault, location, around))
  }
}

/** Puts the simulator's own rules round every answer of an issuer: no single sign-on, the fault of this login, counting. */
export function guardAnswers(provider: Provider, around: Surroundings): void {
  provider.use(async (ctx, next) => {
    forgetSession(ctx.req, around.supplier)
    await next()
    const oidc = (ctx as Partial<KoaContextWithOIDC>).oidc
    if (!oidc?.route) return
    const counter = `${around.supplier.id} ${oidc.route}`
    around.state.requestCounts.set(counter, (around.state.requestCounts.get(counter) ?? 0) + 1)
    await guardRoute(ctx as KoaContextWithOIDC, around)
  })
}
