import { randomUUID } from 'node:crypto'
import type { StaffActor } from '#/lib/access/actor.ts'
import { readCode } from '#/lib/onboarding/codes/code-text.ts'
import { issueCode, issueManagerCode } from '#/lib/onboarding/codes/issue-code.ts'
import { nominateManager, withdrawNomination } from '#/lib/onboarding/codes/nominate-manager.ts'
import { verifyCode } from '#/lib/onboarding/codes/verify-code.ts'
import { readGemeente } from '#/lib/organisations/gemeenten/read-gemeente.ts'
import { DAY_MS } from '#/lib/platform/clock.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()
const hands = stopClockAt('2026-11-23T09:00:00.000Z')
let first: StaffActor
let second: StaffActor

beforeAll(async () => {
  first = await givenStaff(database)
  second = await givenStaff(database)
})

const choose = (secondPairOfEyes: boolean) => setSettings({ ...settings(), secondPairOfEyes })
beforeEach(() => choose(true))

async function givenWaiting() {
  const gemeente = await givenGemeente(database)
  const { actor, memberId } = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
  return { gemeente, actor, memberId }
}

const codeBy = async (staff: StaffActor, memberId: string) => {
  const made = await issueManagerCode(staff, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
  return made.ok ? 'made' : made.error
}
const nominations = async (memberId: string) =>
  (await database.query('SELECT FROM manager_nomination WHERE member_id = $1', [memberId])).length

// Guards BIO2 5.18.01 and VIER_OGEN: nobody makes a gebruikersbeheerder alone.
describe('with a second pair of eyes', () => {
  it('makes no code for whom nobody nominated, nor for the one who did', async () => {
    const { memberId } = await givenWaiting()
    expect(await codeBy(first, memberId)).toBe('not_nominated')
    expect((await nominateManager(first, { memberId })).ok).toBe(true)
    expect(await codeBy(first, memberId)).toBe('own_nomination')
    expect(await database.query('SELECT FROM verification_code WHERE member_id = $1', [memberId])).toEqual([])
  })

  it('makes codes for a colleague, for seven days', async () => {
    const { memberId, gemeente } = await givenWaiting()
    await nominateManager(first, { memberId })
    const nominated = async () => (await readGemeente(second, gemeente.id)).waiting.people[0]?.nomination
    expect(await nominated()).toMatchObject({ byId: first.userId, byName: first.displayName })
    expect(await codeBy(second, memberId)).toBe('made')
    hands.advance(7 * DAY_MS - 1)
    expect(await codeBy(second, memberId)).toBe('made')
    hands.advance(1)
    expect([await codeBy(second, memberId), await nominated()]).toEqual(['not_nominated', null])
    // Nominated anew, also by the other one.
    expect(await nominateManager(second, { memberId })).toMatchObject({ ok: true, value: { isOwn: true } })
    expect([await codeBy(second, memberId), await codeBy(first, memberId)]).toEqual(['own_nomination', 'made'])
    const told = (await auditRows(database, gemeente.id)).map(({ event, actor_user_id }) => [event, actor_user_id])
    expect(told).toEqual(
      expect.arrayContaining([
        ['manager.nominated', first.userId],
        ['code.issued', second.userId],
      ]),
    )
  })

  it('is one nomination when two nominate at the same moment', async () => {
    const { memberId, gemeente } = await givenWaiting()
    const both = await Promise.all([first, second].map((staff) => nominateManager(staff, { memberId })))
    expect(both.map((one) => one.ok && one.value.isOwn).toSorted()).toEqual([false, true])
    expect(await auditRows(database, gemeente.id, 'manager.nominated')).toHaveLength(1)
  })

  it('takes a nomination back, by whom ever, once', async () => {
    const { memberId, gemeente } = await givenWaiting()
    await nominateManager(first, { memberId })
    expect(await nominateManager(second, { memberId })).toMatchObject({ ok: true, value: { isOwn: false } })
    for (const staff of [second, first]) expect((await withdrawNomination(staff, { memberId })).ok).toBe(true)
    expect(await nominations(memberId)).toBe(0)
    const events = (await auditRows(database, gemeente.id)).map(({ event }) => event)
    expect(events.filter((event) => event.startsWith('manager.'))).toEqual([
      'manager.nominated',
      'manager.nomination-withdrawn',
    ])
    expect(await codeBy(second, memberId)).toBe('not_nominated')
  })

  // A colleague who sees the mistake after the code was made must still be able to stop it.
  it('ends the code that was made on a nomination that is taken back, and no other', async () => {
    const { memberId, gemeente, actor } = await givenWaiting()
    await nominateManager(first, { memberId })
    const made = await issueManagerCode(second, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
    await withdrawNomination(first, { memberId })
    const reading = made.ok ? readCode(made.value.text) : null
    if (!reading?.ok) throw new Error('no code')
    expect((await verifyCode(actor, { verificatiecode: reading.code })).ok).toBe(false)
    expect(await auditRows(database, gemeente.id, 'code.revoked')).toMatchObject([
      { reason_code: 'NOMINATION_WITHDRAWN', subject_id: memberId, actor_user_id: first.userId },
    ])
    const manager = await givenMember(database, gemeente, { isManager: true })
    const ordinary = await issueCode(manager.actor, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
    await nominateManager(first, { memberId })
    await withdrawNomination(first, { memberId })
    const own = ordinary.ok ? readCode(ordinary.value.text) : null
    if (!own?.ok) throw new Error('no code')
    expect((await verifyCode(actor, { verificatiecode: own.code })).ok).toBe(true)
  })

  // Whichever comes first: no code is left of a nomination that is gone.
  it('leaves no code when it is taken back at the moment at which a colleague makes one', async () => {
    for (let round = 0; round < 5; round++) {
      const { memberId } = await givenWaiting()
      await nominateManager(first, { memberId })
      await Promise.all([codeBy(second, memberId), withdrawNomination(first, { memberId })])
      const live = await database.query(
        'SELECT FROM verification_code WHERE member_id = $1 AND revoked_at IS NULL AND used_at IS NULL',
        [memberId],
      )
      expect(live).toEqual([])
    }
  })

  it('nominates nobody who does not wait, and takes nothing back of who does not exist', async () => {
    const { memberId } = await givenMember(database, await givenGemeente(database))
    expect(await nominateManager(first, { memberId })).toEqual({ ok: false, error: 'not_waiting' })
    await expect(withdrawNomination(first, { memberId: randomUUID() })).rejects.toThrow(NotFoundError)
  })

  it('is for the servicedesk, and leaves the codes of a gebruikersbeheerder alone', async () => {
    const { memberId, gemeente } = await givenWaiting()
    const manager = await givenMember(database, gemeente, { isManager: true })
    await expect(nominateManager(manager.actor, { memberId })).rejects.toThrow(ForbiddenError)
    await expect(withdrawNomination(manager.actor, { memberId })).rejects.toThrow(ForbiddenError)
    const made = await issueCode(manager.actor, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
    expect(made.ok).toBe(true)
  })
})

describe('without', () => {
  it('makes the code at once', async () => {
    const { memberId } = await givenWaiting()
    choose(false)
    expect(await codeBy(first, memberId)).toBe('made')
  })
})

// Guards BIO2 5.18.01: the gebruikersbeheerders who are there hear of a new one, wherever it came from.
describe('a new gebruikersbeheerder', () => {
  const mails = () =>
    database.query<{ data: { payload: { to: { id: string }; template: string } } }>(
      "SELECT data FROM pgboss.job WHERE name = 'notifications.send-mail' AND data->'payload'->>'template' = 'manager-added'",
    )

  it.each([
    ['who is not the first', true, 1],
    ['who is the first', false, 0],
  ])('%s', async (_name, isThere, count) => {
    const { memberId, gemeente, actor } = await givenWaiting()
    if (isThere) await givenMember(database, gemeente, { isManager: true })
    await nominateManager(first, { memberId })
    const made = await issueManagerCode(second, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
    const reading = made.ok ? readCode(made.value.text) : null
    if (!reading?.ok) throw new Error('no code')
    expect((await verifyCode(actor, { verificatiecode: reading.code })).ok).toBe(true)
    const told = (await mails()).filter(({ data }) => data.payload.to.id === gemeente.id)
    expect(told).toHaveLength(count)
  })
})
