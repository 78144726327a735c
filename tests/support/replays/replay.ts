import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { formOf, typedIn } from '#/tests/support/plain-forms.ts'
import type { TestPortal } from '#/tests/support/portal.ts'
import { type Answer, Visitor } from '#/tests/support/visitor.ts'
import { type GivenGemeente, type GivenMember, givenMember, givenSession, givenStaff } from '#/tests/support/world.ts'

/** A request that is ready to be sent, as often as one likes: the very same bytes each time. */
export type Sending = {
  readonly visitor: Visitor
  readonly send: () => Promise<Answer>
  /** Resolves when another process has done what the first sending asked of it. */
  readonly settled?: () => Promise<void>
}

/** One form of the portal, sent again. */
export type Replay = {
  /** The action or the route that answers it. */
  readonly of: string
  readonly name: string
  readonly arrange: (portal: TestPortal) => Promise<Sending>
  /** What the first answer says, or where it leads: the form did its work. */
  readonly first: RegExp
  /** What somebody reads who sends it again. */
  readonly again: RegExp
  /** The event of the change, once per form; null when the log says nothing of it. */
  readonly event: string | null
  /** The status of an answer to software, in place of a page. */
  readonly callStatus?: number
}

/** Looks until it is so; the test's own time limit ends what never is. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}

/** A browser in which this person is logged in. */
export async function browserOf(portal: TestPortal, actor: MemberActor | StaffActor): Promise<Visitor> {
  const { token } = await givenSession(portal.database, actor)
  return new Visitor(portal).holding(token)
}

export const deskBrowser = async (portal: TestPortal): Promise<Visitor> =>
  browserOf(portal, await givenStaff(portal.database))

export const managerBrowser = async (portal: TestPortal, gemeente: GivenGemeente): Promise<Visitor> =>
  browserOf(portal, (await givenMember(portal.database, gemeente, { isManager: true })).actor)

/** Opens the page and fills in the form of an action there. */
export async function formAt(
  visitor: Visitor,
  address: string,
  action: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<Sending> {
  const body = typedIn(formOf(await visitor.ask(address), action), typed)
  return { visitor, send: () => visitor.copy().ask(address, { method: 'POST', body }) }
}

/** A code for somebody who waits, made by a gebruikersbeheerder on the page. */
export async function codeFor(portal: TestPortal, gemeente: GivenGemeente, person: GivenMember): Promise<string> {
  const manager = await managerBrowser(portal, gemeente)
  const address = `/beheer/gebruikers/${person.memberId}`
  const { send } = await formAt(manager, address, 'issueCodeAction', { identityConfirmed: 'ja' })
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec((await send()).text)?.[0]
  if (!code) throw new Error('no code was made')
  return code
}
