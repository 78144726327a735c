import { randomBytes, randomInt } from 'node:crypto'
import { v7 } from 'uuid'
import type { MemberActor, OnboardingState, Origin, ProductRole, StaffActor } from '#/lib/access/actor.ts'
import type { Product } from '#/lib/access/products.ts'
import { absoluteEnd } from '#/lib/identity/sessions/session-rules.ts'
import { newSessionToken, sessionTokenHash } from '#/lib/identity/sessions/session-token.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { TestDatabase } from '#/tests/support/database.ts'

// Rows as the owner of the tables writes them: what a test starts from, without the use cases that it is about.

export type GivenGemeente = {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly kvk: string
}

/** Where requests of tests come from. */
export const TEST_ORIGIN: Origin = { requestId: 'test', ipPrefix: '192.0.2.0/24', userAgentHash: '0123456789abcdef' }

let lastNumber = randomInt(10_000)

/** Numbers from here on, of four digits, are those of the demo world and of tests that name theirs. */
const NAMED_FROM = 9_800

/** A number of so many digits that no other call in this test file gives: unique columns never meet by chance. */
export function freshDigits(count: number): string {
  lastNumber += 1
  return String(lastNumber % (count === 4 ? NAMED_FROM : 10 ** count)).padStart(count, '0')
}

async function give(database: TestDatabase, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row)
  const places = columns.map((_, index) => `$${index + 1}`).join(', ')
  await database.query(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${places})`, Object.values(row))
}

/** A gemeente, with both agreements in force unless `agreements` says which. */
export async function givenGemeente(
  database: TestDatabase,
  options: {
    readonly name?: string
    readonly code?: string
    readonly kvk?: string
    readonly agreements?: readonly ('AANSLUITING' | 'VECOZO')[]
  } = {},
): Promise<GivenGemeente> {
  const id = v7()
  const gemeente = {
    id,
    name: options.name ?? `Testdam ${id.slice(-6)}`,
    code: options.code ?? freshDigits(4),
    kvk: options.kvk ?? freshDigits(8),
  }
  await give(database, 'organisation', {
    id,
    name: gemeente.name,
    gemeente_code: gemeente.code,
    kvk: gemeente.kvk,
    created_at: clock.now(),
  })
  for (const kind of options.agreements ?? ['AANSLUITING', 'VECOZO']) {
    await give(database, 'agreement', {
      id: v7(),
      organisation_id: id,
      kind,
      signed_on: '2026-01-15',
      document_reference: 'TEST-1',
      registered_by_id: v7(),
      registered_by_name: 'Servicedesk',
      registered_at: clock.now(),
    })
  }
  return gemeente
}

export type MemberOptions = {
  readonly state?: OnboardingState
  readonly roles?: Partial<Record<Product, ProductRole>>
  readonly isManager?: boolean
  readonly lastName?: string
  readonly brokerId?: string
  readonly pseudonym?: string
  readonly email?: string
}

export type GivenMember = {
  readonly userId: string
  readonly memberId: string
  readonly brokerId: string
  readonly pseudonym: string
  /** The actor that a request of this person gets now. Its session has no row; see `givenSession`. */
  readonly actor: MemberActor
}

const profileOf = (options: MemberOptions) => ({
  salutation: 'DE_HEER',
  initials: 'A.',
  last_name: options.lastName ?? 'Jansen',
  phone: '0612345678',
  email: options.email ?? 'jansen@testdam.example',
  profile_saved_at: clock.now(),
})

/** Somebody of a gemeente with an account; ACTIEF without roles unless told otherwise. */
export async function givenMember(
  database: TestDatabase,
  gemeente: GivenGemeente,
  options: MemberOptions = {},
): Promise<GivenMember> {
  const { state = 'ACTIEF', roles = {}, isManager = false, brokerId = 'kpn' } = options
  const [userId, memberId] = [v7(), v7()]
  const pseudonym = options.pseudonym ?? randomBytes(16).toString('hex')
  const now = clock.now()
  await give(database, 'user', { id: userId, kind: 'GEMEENTE', created_at: now })
  await give(database, 'account', { id: v7(), user_id: userId, broker_id: brokerId, pseudonym, linked_at: now })
  await give(database, 'member', {
    id: memberId,
    user_id: userId,
    organisation_id: gemeente.id,
    state,
    state_before_block: state === 'GEBLOKKEERD' ? 'ACTIEF' : null,
    is_manager: isManager,
    created_at: now,
    ...(state === 'PROFIEL' ? {} : profileOf(options)),
    ...(state === 'OPNIEUW_INLOGGEN' ? { code_accepted_at: now } : {}),
  })
  for (const [product, role] of Object.entries(roles))
    await give(database, 'member_role', {
      member_id: memberId,
      organisation_id: gemeente.id,
      product,
      role,
      granted_by_id: v7(),
      granted_at: now,
    })
  const actor: MemberActor = {
    kind: 'member',
    userId,
    memberId,
    sessionId: v7(),
    organisationId: gemeente.id,
    organisationName: gemeente.name,
    gemeenteCode: gemeente.code,
    displayName: state === 'PROFIEL' ? '' : `A. ${options.lastName ?? 'Jansen'}`,
    state,
    isManager,
    roles,
    loa: 'loa3',
    brokerId,
    authnInstant: now,
    origin: TEST_ORIGIN,
  }
  return { userId, memberId, brokerId, pseudonym, actor }
}

/** That somebody of the servicedesk nominated this person as gebruikersbeheerder; a stranger unless told who. */
export async function givenNomination(
  database: TestDatabase,
  { memberId, actor }: GivenMember,
  by: { readonly userId: string; readonly displayName: string } = { userId: v7(), displayName: 'C. Collega' },
): Promise<void> {
  await give(database, 'manager_nomination', {
    member_id: memberId,
    organisation_id: actor.organisationId,
    nominated_by_id: by.userId,
    nominated_by_name: by.displayName,
    nominated_at: clock.now(),
  })
}

/** Somebody of the servicedesk. */
export async function givenStaff(database: TestDatabase, name = 'D. Esk'): Promise<StaffActor> {
  const userId = v7()
  const now = clock.now()
  await give(database, 'user', { id: userId, kind: 'SERVICEDESK', created_at: now })
  await give(database, 'staff_member', { user_id: userId, name })
  return {
    kind: 'staff',
    userId,
    sessionId: v7(),
    displayName: name,
    loa: 'loa3',
    brokerId: 'servicedesk',
    authnInstant: now,
    origin: TEST_ORIGIN,
  }
}

/** A live session of that person that begins now. The token is what the browser's cookie holds. */
export async function givenSession(
  database: TestDatabase,
  actor: MemberActor | StaffActor,
): Promise<{ readonly id: string; readonly token: string }> {
  const session = { id: v7(), token: newSessionToken() }
  const now = clock.now()
  await give(database, 'session', {
    id: session.id,
    token_hash: Buffer.from(sessionTokenHash(session.token)),
    user_id: actor.userId,
    member_id: actor.kind === 'member' ? actor.memberId : null,
    organisation_id: actor.kind === 'member' ? actor.organisationId : null,
    broker_id: actor.brokerId,
    loa: actor.loa,
    authn_instant: actor.authnInstant,
    created_at: now,
    last_activity_at: now,
    absolute_ends_at: absoluteEnd(now, 8),
    ip_prefix: actor.origin.ipPrefix,
    user_agent_hash: actor.origin.userAgentHash,
    device: 'Firefox, Linux',
  })
  return session
}

export type AuditRow = {
  readonly event: string
  readonly result: string
  readonly reason_code: string | null
  readonly organisation_id: string | null
  readonly subject_id: string | null
  readonly object_id: string | null
  readonly actor_user_id: string | null
  readonly details: Readonly<Record<string, unknown>>
}

/** The rows of the log about or by a gemeente, in the order in which they were written. */
export async function auditRows(
  database: TestDatabase,
  organisationId: string,
  event?: string,
): Promise<readonly AuditRow[]> {
  return database.query<AuditRow>(
    `SELECT event, result, reason_code, organisation_id, subject_id, object_id, actor_user_id, details FROM audit_event
     WHERE organisation_id = $1 AND ($2::text IS NULL OR event = $2) ORDER BY at, id`,
    [organisationId, event ?? null],
  )
}
