import { randomUUID } from 'node:crypto'
import type { MemberActor } from '#/lib/access/actor.ts'
import { readCode } from '#/lib/onboarding/codes/code-text.ts'
import { issueCode } from '#/lib/onboarding/codes/issue-code.ts'
import { verifyCode } from '#/lib/onboarding/codes/verify-code.ts'
import { HOUR_MS } from '#/lib/platform/clock.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember, TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()
const START = '2026-11-23T09:00:00.000Z'
const hands = stopClockAt(START)
beforeEach(() => hands.set(START))

const WRONG = '0000-0000-0000-0000'
const from = (actor: MemberActor, ipPrefix: string): MemberActor => ({ ...actor, origin: { ...TEST_ORIGIN, ipPrefix } })

async function givenWaiting(ipPrefix: string, gemeente?: GivenGemeente) {
  const home = gemeente ?? (await givenGemeente(database))
  const manager = (await givenMember(database, home, { isManager: true })).actor
  const { actor, memberId } = await givenMember(database, home, { state: 'VERIFICATIE' })
  const made = await issueCode(manager, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
  if (!made.ok) throw new Error(made.error)
  return { home, actor: from(actor, ipPrefix), memberId, text: made.value.text }
}

async function tryCode(actor: MemberActor, text: string) {
  const reading = readCode(text)
  if (!reading.ok) throw new Error(reading.fault)
  const result = await verifyCode(actor, { verificatiecode: reading.code })
  return result.ok ? 'ok' : result.error
}

const counted = (key: string, count: number) =>
  database.query(
    `INSERT INTO rate_window (key, starts_at, count) VALUES ($1, $2, $3)
     ON CONFLICT (key, starts_at) DO UPDATE SET count = excluded.count`,
    [key, START, count],
  )

// Access-norms chapter 4: whoever tries the codes of many gemeenten from one network is stopped there.
describe('wrong codes from one network', () => {
  it('are a hundred an hour, over all gemeenten; other networks and the next hour are open', async () => {
    const network = '10.1.0.0/24'
    const [first, second] = [await givenWaiting(network), await givenWaiting(network)]
    await counted(`code-network:${network}`, 99)
    expect(await tryCode(first.actor, WRONG)).toBe('unusable')
    expect(await tryCode(second.actor, second.text)).toBe('too_often')
    const refused = await auditRows(database, second.home.id, 'code.refused')
    expect(refused).toMatchObject([{ reason_code: 'TOO_OFTEN', subject_id: second.memberId }])
    expect(await tryCode(from(second.actor, '10.1.1.0/24'), second.text)).toBe('ok')
    hands.advance(HOUR_MS)
    expect(await tryCode(first.actor, first.text)).toBe('ok')
  })

  it('are counted when they are looked at, and right ones are not', async () => {
    const network = '10.2.0.0/24'
    const waiting = await givenWaiting(network)
    for (let wrong = 0; wrong < 3; wrong += 1) await tryCode(waiting.actor, WRONG)
    await tryCode(waiting.actor, waiting.text)
    const rows = await database.query('SELECT count FROM rate_window WHERE key = $1', [`code-network:${network}`])
    expect(rows).toEqual([{ count: 3 }])
  })
})

// No row of the log is ever deleted: one waiting person who keeps sending must not be able to fill it.
describe('tries at a closed field', () => {
  it('have ten rows an hour, and then one with their number at each power of ten', async () => {
    const { home, actor, memberId } = await givenWaiting('10.3.0.0/24')
    for (let wrong = 0; wrong < 5 + 30; wrong += 1) await tryCode(actor, WRONG)
    const paused = async () =>
      (await auditRows(database, home.id, 'code.refused')).filter(({ reason_code }) => reason_code === 'PAUSED')
    expect(await paused()).toHaveLength(10)
    await counted(`code-dicht:${memberId}`, 99)
    for (let wrong = 0; wrong < 3; wrong += 1) expect(await tryCode(actor, WRONG)).toBe('closed')
    expect(await paused()).toHaveLength(11)
    expect((await paused()).at(-1)?.details).toEqual({ aantal: 100 })
  })

  it('of one person leave the rows of another alone', async () => {
    const home = await givenGemeente(database)
    const [busy, quiet] = [await givenWaiting('10.4.0.0/24', home), await givenWaiting('10.4.1.0/24', home)]
    await counted(`code-dicht:${busy.memberId}`, 50)
    for (let wrong = 0; wrong < 6; wrong += 1) await tryCode(quiet.actor, WRONG)
    const refused = await auditRows(database, home.id, 'code.refused')
    expect(refused.map(({ reason_code }) => reason_code)).toContain('PAUSED')
  })
})
