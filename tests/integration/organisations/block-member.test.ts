import { randomUUID } from 'node:crypto'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { issueCode } from '#/lib/onboarding/codes/issue-code.ts'
import { blockMember, unblockMember } from '#/lib/organisations/members/block-member.ts'
import { endMemberSession } from '#/lib/organisations/members/end-member-session.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenSession, TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()

const reason = 'uit dienst'
const stateOf = async (memberId: string) =>
  (
    await database.query<{ state: string; state_before_block: string | null; block_reason: string | null }>(
      'SELECT state, state_before_block, block_reason FROM member WHERE id = $1',
      [memberId],
    )
  )[0]

async function givenTeam() {
  const gemeente = await givenGemeente(database)
  const manager = await givenMember(database, gemeente, { isManager: true, lastName: 'Heer' })
  return { gemeente, manager }
}

describe('blockMember', () => {
  it('ends every session and every code at once, keeps the step, and leaves the reason out of the log', async () => {
    const { gemeente, manager } = await givenTeam()
    const nieuw = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
    const session = await givenSession(database, nieuw.actor)
    await issueCode(manager.actor, { memberId: nieuw.memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
    expect(await blockMember(manager.actor, { memberId: nieuw.memberId, reason })).toEqual({ ok: true, value: null })
    expect(await stateOf(nieuw.memberId)).toEqual({
      state: 'GEBLOKKEERD',
      state_before_block: 'VERIFICATIE',
      block_reason: reason,
    })
    expect(await resolveSession(session.token, TEST_ORIGIN)).toMatchObject({ kind: 'ended', reason: 'GEBLOKKEERD' })
    const usable = await database.query(
      'SELECT 1 FROM verification_code WHERE member_id = $1 AND used_at IS NULL AND revoked_at IS NULL',
      [nieuw.memberId],
    )
    expect(usable).toEqual([])
    expect(await auditRows(database, gemeente.id, 'member.blocked')).toHaveLength(1)
    expect(JSON.stringify(await auditRows(database, gemeente.id))).not.toContain(reason)
  })

  it('refuses the last gebruikersbeheerder, the own account, and who is blocked already', async () => {
    const { gemeente, manager } = await givenTeam()
    const alone = await blockMember(manager.actor, { memberId: manager.memberId, reason })
    expect(alone).toEqual({ ok: false, error: 'last_manager' })
    await givenMember(database, gemeente, { isManager: true })
    const self = await blockMember(manager.actor, { memberId: manager.memberId, reason })
    expect(self).toEqual({ ok: false, error: 'own_account' })
    const blocked = await givenMember(database, gemeente, { state: 'GEBLOKKEERD' })
    const again = await blockMember(manager.actor, { memberId: blocked.memberId, reason })
    expect(again).toEqual({ ok: false, error: 'already_blocked' })
  })

  // Two gebruikersbeheerders who block each other at the same moment must not leave the gemeente without one.
  it('leaves one gebruikersbeheerder when two block each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { gemeente, manager } = await givenTeam()
      const second = await givenMember(database, gemeente, { isManager: true })
      const results = await Promise.all([
        blockMember(manager.actor, { memberId: second.memberId, reason }),
        blockMember(second.actor, { memberId: manager.memberId, reason }),
      ])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      const left = await database.query(
        "SELECT 1 FROM member WHERE organisation_id = $1 AND is_manager AND state = 'ACTIEF'",
        [gemeente.id],
      )
      expect(left).toHaveLength(1)
    }
  })

  it('does not count a blocked or waiting gebruikersbeheerder as one who is left', async () => {
    const { gemeente, manager } = await givenTeam()
    await givenMember(database, gemeente, { isManager: true, state: 'GEBLOKKEERD' })
    await givenMember(database, gemeente, { isManager: true, state: 'OPNIEUW_INLOGGEN' })
    const result = await blockMember(manager.actor, { memberId: manager.memberId, reason })
    expect(result).toEqual({ ok: false, error: 'last_manager' })
  })

  it('is for gebruikersbeheerders, within the own gemeente', async () => {
    const { gemeente, manager } = await givenTeam()
    const other = await givenTeam()
    const jansen = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    await expect(blockMember(jansen.actor, { memberId: manager.memberId, reason })).rejects.toThrow(ForbiddenError)
    for (const memberId of [other.manager.memberId, ids.rowId()])
      await expect(blockMember(manager.actor, { memberId, reason })).rejects.toThrow(NotFoundError)
    expect(await stateOf(other.manager.memberId)).toMatchObject({ state: 'ACTIEF' })
  })
})

describe('unblockMember', () => {
  it('brings the person back to the step where the block came, without the old sessions', async () => {
    const { gemeente, manager } = await givenTeam()
    const jansen = await givenMember(database, gemeente)
    const session = await givenSession(database, jansen.actor)
    await blockMember(manager.actor, { memberId: jansen.memberId, reason })
    expect(await unblockMember(manager.actor, { memberId: jansen.memberId })).toEqual({ ok: true, value: null })
    expect(await stateOf(jansen.memberId)).toEqual({ state: 'ACTIEF', state_before_block: null, block_reason: null })
    expect(await resolveSession(session.token, TEST_ORIGIN)).toMatchObject({ kind: 'ended' })
    expect(await unblockMember(manager.actor, { memberId: jansen.memberId })).toEqual({ ok: true, value: null })
    expect(await auditRows(database, gemeente.id, 'member.unblocked')).toHaveLength(1)
  })

  it('is for gebruikersbeheerders, within the own gemeente', async () => {
    const { manager } = await givenTeam()
    const other = await givenTeam()
    const blocked = await givenMember(database, other.gemeente, { state: 'GEBLOKKEERD' })
    await expect(unblockMember(manager.actor, { memberId: blocked.memberId })).rejects.toThrow(NotFoundError)
    await expect(unblockMember(blocked.actor, { memberId: blocked.memberId })).rejects.toThrow(ForbiddenError)
  })
})

describe('endMemberSession', () => {
  it('ends one session of a person and leaves the others alive', async () => {
    const { gemeente, manager } = await givenTeam()
    const jansen = await givenMember(database, gemeente)
    const [first, second] = [await givenSession(database, jansen.actor), await givenSession(database, jansen.actor)]
    await endMemberSession(manager.actor, { memberId: jansen.memberId, sessionId: first.id })
    expect(await resolveSession(first.token, TEST_ORIGIN)).toMatchObject({ kind: 'ended', reason: 'BEEINDIGD' })
    expect(await resolveSession(second.token, TEST_ORIGIN)).toMatchObject({ kind: 'live' })
    expect(await auditRows(database, gemeente.id, 'session.ended')).toHaveLength(1)
  })

  it('does not know a session of another gemeente, nor one of another person', async () => {
    const { gemeente, manager } = await givenTeam()
    const other = await givenTeam()
    const jansen = await givenMember(database, gemeente)
    const foreign = await givenSession(database, other.manager.actor)
    for (const memberId of [jansen.memberId, other.manager.memberId])
      await expect(endMemberSession(manager.actor, { memberId, sessionId: foreign.id })).rejects.toThrow(NotFoundError)
    await expect(endMemberSession(jansen.actor, { memberId: jansen.memberId, sessionId: foreign.id })).rejects.toThrow(
      ForbiddenError,
    )
    expect(await resolveSession(foreign.token, TEST_ORIGIN)).toMatchObject({ kind: 'live' })
  })
})
