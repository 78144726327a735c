import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { addressOf, originOf } from '#/app/_server/request-origin.ts'
import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { loginPage } from '#/lib/identity/login/login-page.ts'
import { START_PAGE } from '#/lib/identity/login/return-path.ts'
import { isAdmitted, refuseNetwork } from '#/lib/identity/networks.ts'
import { type LiveSession, type ResolvedSession, resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { touchSession } from '#/lib/identity/sessions/touch-session.ts'
import { STEP_PAGES } from '#/lib/onboarding/rules.ts'
import { PURPOSE_HEADER } from '#/lib/platform/http/mark-requests.ts'

/** The session of this request, read from the database once per request. */
export const currentSession = cache(async (): Promise<ResolvedSession> => {
  const [jar, head] = [await cookies(), await headers()]
  return resolveSession(jar.get(SESSION_COOKIE)?.value, originOf(head))
})

const noteActivity = cache(async (session: LiveSession): Promise<void> => {
  // Fetching ahead is the browser's doing, not the person's.
  if (!(await headers()).get(PURPOSE_HEADER)) await touchSession(session)
})

/**
 * Sends who comes from outside the networks to the page that says so. The gate has asked already; this one counts for what
 * comes around it, such as an action that is posted to a public page.
 */
export async function requireNetwork(): Promise<void> {
  const head = await headers()
  if (!isAdmitted(addressOf(head))) redirect(await refuseNetwork(await currentSession(), originOf(head)))
}

/** The live session of a page; without one the browser goes to the login page. Counts as activity. */
export async function requireSession(): Promise<LiveSession> {
  await requireNetwork()
  const session = await currentSession()
  if (session.kind !== 'live') {
    const page = (await headers()).get('x-portaal-pad') ?? START_PAGE
    redirect(loginPage({ ended: session.kind === 'ended' ? session : null, page }))
  }
  await noteActivity(session)
  return session
}

/** Who asks for a page, of a gemeente or of the servicedesk. */
export async function requireActor(): Promise<MemberActor | StaffActor> {
  return (await requireSession()).actor
}

/** Somebody of a gemeente in one of these steps; who is in another step goes to the page of that one. */
export async function requireMember(...states: readonly MemberActor['state'][]): Promise<MemberActor> {
  const actor = await requireActor()
  if (actor.kind !== 'member') redirect('/servicedesk/gemeenten')
  if (!states.includes(actor.state)) redirect(`${STEP_PAGES[actor.state]}?stap=${actor.state.toLowerCase()}`)
  return actor
}
