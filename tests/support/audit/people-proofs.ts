import { randomUUID } from 'node:crypto'
import { type MemberActor, type StaffActor, systemActor } from '#/lib/access/actor.ts'
import { readOwnLog, readWholeLog } from '#/lib/audit/read-log.ts'
import { savePreferences } from '#/lib/inbox/preferences/own-preferences.ts'
import { readCode } from '#/lib/onboarding/codes/code-text.ts'
import { issueCode, issueManagerCode } from '#/lib/onboarding/codes/issue-code.ts'
import { requestCode } from '#/lib/onboarding/codes/request-code.ts'
import { verifyCode } from '#/lib/onboarding/codes/verify-code.ts'
import { changeProfile, saveProfile } from '#/lib/onboarding/profile/save-profile.ts'
import { Profile } from '#/lib/onboarding/profile/schema.ts'
import { blockMember, unblockMember } from '#/lib/organisations/members/block-member.ts'
import { endMemberSession } from '#/lib/organisations/members/end-member-session.ts'
import { listMembers } from '#/lib/organisations/members/list-members.ts'
import { readMember } from '#/lib/organisations/members/read-member.ts'
import { saveManagerRoles, saveRoles } from '#/lib/organisations/members/save-roles.ts'
import { MemberFilter } from '#/lib/organisations/members/schema.ts'
import { endOwnSession } from '#/lib/organisations/own/own-sessions.ts'
import { exportOwnData } from '#/lib/organisations/own/read-own-data.ts'
import { deleteOutdated } from '#/lib/retention/delete-outdated.ts'
import type { Proof } from '#/tests/support/audit/proof.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember, givenSession, givenStaff, type MemberOptions } from '#/tests/support/world.ts'

const MEMBERS = 'lib/organisations/members'
const PROFILE = Profile.parse({
  salutation: 'MEVROUW',
  initials: 'M.',
  firstName: '',
  infix: 'de',
  lastName: 'Vries',
  department: '',
  phone: '06-12 34 56 78',
  email: 'm@testdam.example',
})
const ROLES = { iwmo: 'GEBRUIKER', ijw: 'GEEN', 'wlz-registertoets': 'GEEN' } as const

/** A gebruikersbeheerder and somebody else of the same gemeente. */
async function pair(database: TestDatabase, options: MemberOptions = {}) {
  const gemeente = await givenGemeente(database)
  const manager = await givenMember(database, gemeente, { isManager: true })
  const other = await givenMember(database, gemeente, { lastName: 'Ander', ...options })
  return { gemeente, manager: manager.actor, other: other.actor, memberId: other.memberId }
}

async function codeFor(manager: MemberActor, memberId: string) {
  const issued = await issueCode(manager, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
  const reading = issued.ok ? readCode(issued.value.text) : null
  if (!reading?.ok) throw new Error('no code')
  return reading.code
}

const own = (
  path: Proof['path'],
  event: Proof['events'][0],
  options: MemberOptions,
  act: (actor: MemberActor) => Promise<unknown>,
  about = true,
): Proof => ({
  path,
  events: [event],
  async arrange(database) {
    const { actor, memberId } = await givenMember(database, await givenGemeente(database), options)
    return { actor, act: () => act(actor), row: about ? { subject_kind: 'member', subject_id: memberId } : {} }
  },
})
const onOther = (
  path: Proof['path'],
  events: Proof['events'],
  options: MemberOptions,
  act: (manager: MemberActor, memberId: string) => Promise<unknown>,
): Proof => ({
  path,
  events,
  async arrange(database) {
    const { manager, other, memberId } = await pair(database, options)
    await givenSession(database, other)
    return { actor: manager, act: () => act(manager, memberId), row: { organisation_id: manager.organisationId } }
  },
})

const issueAtDesk = (staff: StaffActor, memberId: string) =>
  issueManagerCode(staff, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
const rolesAtDesk = (staff: StaffActor, memberId: string) =>
  saveManagerRoles(staff, { memberId, requested: 'ja', ...ROLES })
const byDesk = (
  path: Proof['path'],
  events: Proof['events'],
  options: MemberOptions,
  act: (staff: StaffActor, memberId: string) => Promise<unknown>,
): Proof => ({
  path,
  events,
  async arrange(database) {
    const { other, memberId, gemeente } = await pair(database, options)
    await givenSession(database, other)
    const staff = await givenStaff(database)
    return { actor: staff, act: () => act(staff, memberId), row: { organisation_id: gemeente.id } }
  },
})

/** What people of a gemeente do to themselves and to each other. */
export const PEOPLE_PROOFS: readonly Proof[] = [
  own('lib/onboarding/profile/save-profile.ts#saveProfile', 'profile.saved', { state: 'PROFIEL' }, (actor) =>
    saveProfile(actor, PROFILE),
  ),
  own('lib/onboarding/profile/save-profile.ts#changeProfile', 'profile.changed', {}, (actor) =>
    changeProfile(actor, PROFILE),
  ),
  own(
    'lib/inbox/preferences/own-preferences.ts#savePreferences',
    'profile.mail-changed',
    { roles: { iwmo: 'GEBRUIKER' } },
    (actor) => savePreferences(actor, { fault: false }),
  ),
  own('lib/organisations/own/read-own-data.ts#exportOwnData', 'profile.exported', {}, exportOwnData),
  own('lib/onboarding/codes/request-code.ts#requestCode', 'code.requested', { state: 'VERIFICATIE' }, (actor) =>
    requestCode(actor, { formKey: randomUUID() }),
  ),
  own(`lib/audit/read-log.ts#readOwnLog`, 'log.read', { isManager: true }, (actor) => readOwnLog(actor, {}), false),
  own(
    `${MEMBERS}/list-members.ts#listMembers`,
    'member.listed',
    { isManager: true },
    (actor) => listMembers(actor, MemberFilter.parse({})),
    false,
  ),
  onOther(`${MEMBERS}/read-member.ts#readMember`, ['member.read'], {}, readMember),
  onOther(`${MEMBERS}/save-roles.ts#saveRoles`, ['role.granted'], {}, (manager, memberId) =>
    saveRoles(manager, { memberId, ...ROLES }),
  ),
  onOther(
    `${MEMBERS}/save-roles.ts#saveRoles`,
    ['role.granted', 'role.withdrawn', 'session.ended'],
    { roles: { ijw: 'GEBRUIKER' } },
    (manager, memberId) => saveRoles(manager, { memberId, ...ROLES }),
  ),
  onOther(`${MEMBERS}/block-member.ts#blockMember`, ['member.blocked', 'session.ended'], {}, (manager, memberId) =>
    blockMember(manager, { memberId, reason: 'Uit dienst' }),
  ),
  onOther(
    `${MEMBERS}/block-member.ts#unblockMember`,
    ['member.unblocked'],
    { state: 'GEBLOKKEERD' },
    (manager, memberId) => unblockMember(manager, { memberId }),
  ),
  onOther(
    'lib/onboarding/codes/issue-code.ts#issueCode',
    ['code.issued'],
    { state: 'VERIFICATIE' },
    (manager, memberId) => issueCode(manager, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' }),
  ),
  {
    path: 'lib/onboarding/codes/issue-code.ts#issueCode',
    events: ['code.issued', 'code.revoked'],
    async arrange(database) {
      const { manager, memberId } = await pair(database, { state: 'VERIFICATIE' })
      await codeFor(manager, memberId)
      return {
        actor: manager,
        act: () => issueCode(manager, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' }),
        row: { object_kind: 'code' },
      }
    },
  },
  {
    path: `${MEMBERS}/block-member.ts#blockMember`,
    events: ['code.revoked', 'member.blocked'],
    async arrange(database) {
      const { manager, memberId } = await pair(database, { state: 'VERIFICATIE' })
      await codeFor(manager, memberId)
      return {
        actor: manager,
        act: () => blockMember(manager, { memberId, reason: 'Uit dienst' }),
        row: { reason_code: 'BLOCKED' },
      }
    },
  },
  {
    path: 'lib/onboarding/codes/verify-code.ts#verifyCode',
    events: ['code.accepted', 'session.ended'],
    async arrange(database) {
      const { manager, other, memberId } = await pair(database, { state: 'VERIFICATIE' })
      const verificatiecode = await codeFor(manager, memberId)
      await givenSession(database, other)
      return {
        actor: other,
        act: () => verifyCode(other, { verificatiecode }),
        row: { subject_id: memberId, object_kind: 'code' },
      }
    },
  },
  {
    path: 'lib/onboarding/codes/verify-code.ts#verifyCode',
    events: ['code.refused'],
    async arrange(database) {
      const { manager, other, memberId } = await pair(database, { state: 'VERIFICATIE' })
      const { locator } = await codeFor(manager, memberId)
      const verificatiecode = { locator, secret: '000000000000' }
      return {
        actor: other,
        act: () => verifyCode(other, { verificatiecode }),
        row: { result: 'refused', reason_code: 'WRONG' },
      }
    },
  },
  {
    path: `${MEMBERS}/end-member-session.ts#endMemberSession`,
    events: ['session.ended'],
    async arrange(database) {
      const { manager, other, memberId } = await pair(database)
      const { id } = await givenSession(database, other)
      return {
        actor: manager,
        act: () => endMemberSession(manager, { memberId, sessionId: id }),
        row: { subject_id: id, reason_code: 'BEEINDIGD' },
      }
    },
  },
  {
    path: 'lib/organisations/own/own-sessions.ts#endOwnSession',
    events: ['session.ended'],
    async arrange(database) {
      const { actor } = await givenMember(database, await givenGemeente(database))
      const { id } = await givenSession(database, actor)
      return {
        actor,
        act: () => endOwnSession(actor, { sessionId: id }),
        row: { subject_id: id, reason_code: 'BEEINDIGD' },
      }
    },
  },
  byDesk('lib/onboarding/codes/issue-code.ts#issueManagerCode', ['code.issued'], { state: 'VERIFICATIE' }, issueAtDesk),
  {
    path: 'lib/onboarding/codes/issue-code.ts#issueManagerCode',
    events: ['code.issued', 'code.revoked'],
    async arrange(database) {
      const { manager, memberId } = await pair(database, { state: 'VERIFICATIE' })
      await codeFor(manager, memberId)
      const staff = await givenStaff(database)
      return { actor: staff, act: () => issueAtDesk(staff, memberId) }
    },
  },
  byDesk(`${MEMBERS}/save-roles.ts#saveManagerRoles`, ['role.granted'], { isManager: true }, rolesAtDesk),
  byDesk(
    `${MEMBERS}/save-roles.ts#saveManagerRoles`,
    ['role.granted', 'role.withdrawn', 'session.ended'],
    { isManager: true, roles: { ijw: 'GEBRUIKER' } },
    rolesAtDesk,
  ),
  {
    path: 'lib/audit/read-log.ts#readWholeLog',
    events: ['log.read'],
    async arrange(database) {
      const staff = await givenStaff(database)
      return { actor: staff, act: () => readWholeLog(staff, {}), row: { object_kind: 'log', object_id: 'alle' } }
    },
  },
  {
    path: 'lib/retention/delete-outdated.ts#deleteOutdated',
    events: ['outdated.deleted'],
    async arrange(database) {
      const { gemeente, memberId } = await pair(database, { state: 'VERIFICATIE' })
      await database.query(
        `INSERT INTO code_request (id, organisation_id, member_id, requested_at) VALUES (uuidv7(), $1, $2, now() - interval '2 years')`,
        [gemeente.id, memberId],
      )
      const actor = systemActor('retention.delete-outdated', 'test')
      return { actor, act: () => deleteOutdated(actor), row: { organisation_id: null } }
    },
  },
]
