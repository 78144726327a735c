import { randomUUID } from 'node:crypto'
import { type StaffActor, systemActor } from '#/lib/access/actor.ts'
import { recordFault } from '#/lib/audit/record-fault.ts'
import { recordRefusal } from '#/lib/audit/record-refused-access.ts'
import { completeLogin } from '#/lib/identity/login/complete-login.ts'
import type { RefusalCode } from '#/lib/identity/login/identity.ts'
import { refuseLogin } from '#/lib/identity/login/refuse-login.ts'
import { endOwnSession } from '#/lib/identity/sessions/end-own-session.ts'
import { endRunOutSessions } from '#/lib/identity/sessions/end-run-out-sessions.ts'
import { recordSessionEnd } from '#/lib/identity/sessions/end-sessions.ts'
import { noteOrigin } from '#/lib/identity/sessions/note-origin.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { newSessionToken } from '#/lib/identity/sessions/session-token.ts'
import { nominateManager, withdrawNomination } from '#/lib/onboarding/codes/nominate-manager.ts'
import { registerAgreement, withdrawAgreement } from '#/lib/organisations/gemeenten/agreements.ts'
import { listGemeenten } from '#/lib/organisations/gemeenten/list-gemeenten.ts'
import { readAgreement, readGemeente, readManager } from '#/lib/organisations/gemeenten/read-gemeente.ts'
import { registerGemeente } from '#/lib/organisations/gemeenten/register-gemeente.ts'
import { endStaffSession } from '#/lib/organisations/own/own-sessions.ts'
import { searchReference } from '#/lib/organisations/references/search-reference.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Proof } from '#/tests/support/audit/proof.ts'
import { demoConnection } from '#/tests/support/broker-connections.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import {
  freshDigits,
  type GivenGemeente,
  givenGemeente,
  givenMember,
  givenNomination,
  givenSession,
  givenStaff,
  type MemberOptions,
  TEST_ORIGIN,
} from '#/tests/support/world.ts'

const GEMEENTEN = 'lib/organisations/gemeenten'
const ANONYMOUS = { kind: 'anonymous', brokerId: 'kpn', origin: TEST_ORIGIN } as const

function login(gemeente: GivenGemeente, pseudonym: string) {
  const run = { connection: demoConnection('kpn'), origin: TEST_ORIGIN, device: 'Firefox', startedAt: clock.now() }
  const identity = {
    kind: 'eherkenning',
    brokerId: 'kpn',
    subjectPseudonym: pseudonym,
    legal: { kvk: gemeente.kvk, rsin: null },
    intermediaryKvk: null,
    branch: null,
    loa: 'loa3',
    authnInstant: clock.now(),
  } as const
  return completeLogin({ ...run, admitted: { identity, organisationId: gemeente.id } }, newSessionToken())
}

const loggingIn = (events: Proof['events'], options: MemberOptions | null, sessions = 0): Proof => ({
  path: 'lib/identity/login/complete-login.ts#completeLogin',
  events,
  async arrange(database) {
    const gemeente = await givenGemeente(database)
    if (!options) return { actor: ANONYMOUS, act: () => login(gemeente, newSessionToken()) }
    const { actor, pseudonym, memberId } = await givenMember(database, gemeente, options)
    for (let count = 0; count < sessions; count += 1) await givenSession(database, actor)
    return { actor, act: () => login(gemeente, pseudonym), row: sessions > 0 ? {} : { subject_id: memberId } }
  },
})

const refusing = (event: Proof['events'][0], code: RefusalCode, result: string): Proof => ({
  path: 'lib/identity/login/refuse-login.ts#refuseLogin',
  events: [event],
  arrange: async () => ({
    actor: ANONYMOUS,
    act: () => refuseLogin({ code, brokerId: 'kpn', organisationId: null, origin: TEST_ORIGIN }),
    row: { result, reason_code: code, support_code: expect.stringMatching(/^[0-9A-Z]{8}$/) },
  }),
})

async function loggedIn(database: TestDatabase) {
  const { actor } = await givenMember(database, await givenGemeente(database))
  const { id, token } = await givenSession(database, actor)
  const session = await resolveSession(token, { ...TEST_ORIGIN, ipPrefix: '198.51.100.0/24' })
  if (session.kind !== 'live') throw new Error('no session')
  return { id, actor: session.actor, session }
}

async function deskAt(database: TestDatabase) {
  const gemeente = await givenGemeente(database)
  const { actor, memberId } = await givenMember(database, gemeente, { isManager: true })
  const [agreement] = await database.query<{ id: string }>(
    'SELECT id FROM agreement WHERE organisation_id = $1 LIMIT 1',
    [gemeente.id],
  )
  return { staff: await givenStaff(database), gemeente, actor, memberId, agreementId: agreement?.id ?? '' }
}
type Desk = Awaited<ReturnType<typeof deskAt>>

const atDesk = (
  path: Proof['path'],
  events: Proof['events'],
  act: (desk: Desk) => Promise<unknown>,
  ofGemeente = true,
): Proof => ({
  path,
  events,
  async arrange(database) {
    const desk = await deskAt(database)
    await givenSession(database, desk.actor)
    return { actor: desk.staff, act: () => act(desk), row: ofGemeente ? { organisation_id: desk.gemeente.id } : {} }
  },
})

const nomination = (
  name: 'nominateManager' | 'withdrawNomination',
  event: Proof['events'][0],
  isNominated: boolean,
  act: (staff: StaffActor, input: { memberId: string }) => Promise<unknown>,
): Proof => ({
  path: `lib/onboarding/codes/nominate-manager.ts#${name}`,
  events: [event],
  async arrange(database) {
    const person = await givenMember(database, await givenGemeente(database), { state: 'VERIFICATIE' })
    if (isNominated) await givenNomination(database, person)
    const staff = await givenStaff(database)
    const { memberId } = person
    return { actor: staff, act: () => act(staff, { memberId }), row: { subject_id: memberId } }
  },
})

/** Logging in and out, and what the servicedesk does. */
export const DESK_PROOFS: readonly Proof[] = [
  {
    path: 'lib/organisations/own/own-sessions.ts#endStaffSession',
    events: ['session.ended'],
    async arrange(database) {
      const staff = await givenStaff(database)
      const { id } = await givenSession(database, staff)
      return { actor: staff, act: () => endStaffSession(staff, { sessionId: id }), row: { subject_id: id } }
    },
  },
  nomination('nominateManager', 'manager.nominated', false, nominateManager),
  nomination('withdrawNomination', 'manager.nomination-withdrawn', true, withdrawNomination),
  loggingIn(['login.succeeded', 'member.registered'], null),
  loggingIn(['login.succeeded'], {}),
  loggingIn(['login.succeeded', 'member.activated'], { state: 'OPNIEUW_INLOGGEN' }),
  loggingIn(['login.succeeded', 'session.ended'], {}, 3),
  refusing('login.refused', 'AGREEMENTS_MISSING', 'refused'),
  refusing('login.cancelled', 'CANCELLED', 'refused'),
  refusing('login.failed', 'MAKELAAR_UNREACHABLE', 'error'),
  {
    path: 'lib/identity/sessions/end-own-session.ts#endOwnSession',
    events: ['logout.user'],
    async arrange(database) {
      const { id, actor } = await loggedIn(database)
      return { actor, act: () => endOwnSession(actor), row: { reason_code: 'UITGELOGD', subject_id: id } }
    },
  },
  {
    path: 'lib/identity/sessions/end-run-out-sessions.ts#endRunOutSessions',
    events: ['session.ended'],
    async arrange(database) {
      const { id } = await loggedIn(database)
      await database.query("UPDATE session SET last_activity_at = now() - interval '1 day' WHERE id = $1", [id])
      const actor = systemActor('sessions.end-run-out', 'test')
      const row = { reason_code: 'INACTIEF', subject_id: id, organisation_id: expect.any(String) }
      return { actor, act: () => endRunOutSessions(actor, AbortSignal.timeout(10_000)), row }
    },
  },
  {
    path: 'lib/identity/sessions/end-sessions.ts#recordSessionEnd',
    events: ['session.ended'],
    async arrange(database) {
      const { id, actor } = await loggedIn(database)
      const { userId, organisationId } = actor.kind === 'member' ? actor : { userId: '', organisationId: null }
      const ended = {
        kind: 'ended',
        reason: 'INACTIEF',
        endedAt: clock.now(),
        isStaff: false,
        sessionId: id,
        userId,
        organisationId,
        alreadyRecorded: false,
      } as const
      return {
        actor: ANONYMOUS,
        act: () => recordSessionEnd(ended, TEST_ORIGIN),
        row: { reason_code: 'INACTIEF', subject_id: id },
      }
    },
  },
  {
    path: 'lib/identity/sessions/note-origin.ts#noteOrigin',
    events: ['session.origin-changed'],
    async arrange(database) {
      const { id, actor, session } = await loggedIn(database)
      return { actor, act: () => noteOrigin(session), row: { subject_id: id } }
    },
  },
  {
    path: 'lib/audit/record-refused-access.ts#recordRefusal',
    events: ['access.refused'],
    async arrange(database) {
      const { actor } = await loggedIn(database)
      return {
        actor,
        act: () => recordRefusal(actor, { reasonCode: 'NETWORK' }),
        row: { result: 'refused', reason_code: 'NETWORK' },
      }
    },
  },
  atDesk(
    `${GEMEENTEN}/register-gemeente.ts#registerGemeente`,
    ['organisation.registered'],
    ({ staff }) =>
      registerGemeente(staff, {
        name: 'Nieuwdam',
        gemeenteCode: freshDigits(4),
        kvk: freshDigits(8),
        rsin: '',
      }),
    false,
  ),
  atDesk(
    `${GEMEENTEN}/agreements.ts#withdrawAgreement`,
    ['agreement.withdrawn', 'session.ended'],
    ({ staff, agreementId }) => withdrawAgreement(staff, { agreementId, reason: 'Opgezegd per brief' }),
  ),
  atDesk(
    `${GEMEENTEN}/list-gemeenten.ts#listGemeenten`,
    ['organisation.listed'],
    ({ staff }) => listGemeenten(staff, { zoek: '', na: undefined }),
    false,
  ),
  atDesk(`${GEMEENTEN}/read-gemeente.ts#readGemeente`, ['organisation.read'], ({ staff, gemeente }) =>
    readGemeente(staff, gemeente.id),
  ),
  atDesk(`${GEMEENTEN}/read-gemeente.ts#readAgreement`, ['organisation.read'], ({ staff, gemeente, agreementId }) =>
    readAgreement(staff, { organisationId: gemeente.id, agreementId }),
  ),
  atDesk(`${GEMEENTEN}/read-gemeente.ts#readManager`, ['member.read'], ({ staff, gemeente, memberId }) =>
    readManager(staff, { organisationId: gemeente.id, memberId }),
  ),
  atDesk(
    'lib/organisations/references/search-reference.ts#searchReference',
    ['reference.searched'],
    ({ staff }) => searchReference(staff, 'ABCD1234'),
    false,
  ),
  {
    path: `${GEMEENTEN}/agreements.ts#registerAgreement`,
    events: ['agreement.registered'],
    async arrange(database) {
      const gemeente = await givenGemeente(database, { agreements: ['VECOZO'] })
      const staff = await givenStaff(database)
      const input = {
        organisationId: gemeente.id,
        kind: 'AANSLUITING',
        signedOn: '2026-01-15',
        documentReference: 'TEST-2',
      } as const
      return {
        actor: staff,
        act: () => registerAgreement(staff, input),
        row: { organisation_id: gemeente.id, object_kind: 'agreement' },
      }
    },
  },
  {
    path: 'lib/audit/record-fault.ts#recordFault',
    events: ['request.broken'],
    async arrange() {
      const actor = systemActor('portaal', randomUUID())
      const { requestId } = actor.origin
      const act = () => recordFault(new TypeError('geheim'), { requestId, place: '/dashboard' })
      return { actor, act, row: { result: 'error', reason_code: 'TypeError', details: { plaats: '/dashboard' } } }
    },
  },
]
