import { systemActor } from '#/lib/access/actor.ts'
import { resendAsPortal } from '#/lib/berichten/resend-bericht.ts'
import { orderResend } from '#/lib/chain/operations/order-resend.ts'
import { readChain } from '#/lib/chain/operations/read-chain.ts'
import { tidyParked } from '#/lib/chain/operations/tidy-parked.ts'
import { watchOutage } from '#/lib/chain/operations/watch-outage.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver } from '#/tests/support/berichten/deliveries.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
let number = 0

beforeAll(() => installQueues(database.adminUrl))
beforeEach(async () => {
  await database.query('TRUNCATE dispatch')
  await database.query('TRUNCATE chain_outage')
})

async function waiting() {
  number += 1
  const home = await givenGemeente(database)
  const { actor } = await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })
  const file = makeBericht('WMO301', { gemeenteCode: home.code, identificatie: `O-${number}` })
  const { id, referentienummer } = accepted(await deliver(actor, file))
  return { id, organisationId: home.id, gemeente: home.name, referentienummer }
}
const setFailing = (id: string, attempts: number) =>
  database.query("UPDATE dispatch SET failure = 'http:503', attempts = $2 WHERE bericht_id = $1", [id, attempts])
const mails = async () => (await database.query("SELECT FROM pgboss.job WHERE data::text LIKE '%chain-outage%'")).length

describe('the page of the chain', () => {
  // Guards product chapter 1: the servicedesk sees codes and times by reference, of all gemeenten, and no content.
  it('shows the servicedesk what waits, what fails and what was given up', async () => {
    const [one, other, third] = [await waiting(), await waiting(), await waiting()]
    await setFailing(one.id, 2)
    await database.query(
      "UPDATE dispatch SET parked_at = now(), failure = 'timeout', attempts = 9 WHERE bericht_id = $1",
      [other.id],
    )
    const state = await readChain(await givenStaff(database))
    expect(state).toMatchObject({
      waiting: 2,
      outages: [],
      failing: [{ gemeente: one.gemeente, waiting: 1, attempts: 2, failure: { kind: 'http', code: '503' } }],
      parked: [
        {
          berichtId: other.id,
          gemeente: other.gemeente,
          berichtsoort: 'WMO301',
          failure: { kind: 'timeout', code: null },
        },
      ],
    })
    expect(state.queues.map(({ name }) => name)).toContain('chain.send-berichten')
    expect(JSON.stringify(state)).not.toContain('O-')
    expect(third.referentienummer).not.toBeNull()
  })

  it('has a bericht sent again once, however often it is asked', async () => {
    const { id } = await waiting()
    const staff = await givenStaff(database)
    expect(await orderResend(staff, { berichtId: id })).toEqual({ ok: false, error: 'not_parked' })
    await database.query('UPDATE dispatch SET parked_at = now() WHERE bericht_id = $1', [id])
    const asked = await Promise.all([orderResend(staff, { berichtId: id }), orderResend(staff, { berichtId: id })])
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await orderResend(staff, { berichtId: ids.rowId() })).toEqual({ ok: false, error: 'not_parked' })
  })
})

// Guards the list of what was given up: what stands there is what the servicedesk can do something about.
describe('a bericht that was given up', () => {
  async function givenUp(status: string) {
    const one = await waiting()
    await database.query("UPDATE dispatch SET parked_at = now(), failure = 'timeout' WHERE bericht_id = $1", [one.id])
    await database.query(`UPDATE bericht SET status = '${status}' WHERE id = $1`, [one.id])
    return one
  }
  const isListed = async (id: string) =>
    (await readChain(await givenStaff(database))).parked.some(({ berichtId }) => berichtId === id)

  it.each(['BEANTWOORD', 'INGETROKKEN'])('is listed no more when it is %s since', async (status) => {
    const [settled, still] = [await givenUp(status), await givenUp('MISLUKT')]
    expect(await tidyParked()).toBe(1)
    expect([await isListed(settled.id), await isListed(still.id)]).toEqual([false, true])
  })

  it('is listed no more when its content is gone', async () => {
    const { id } = await givenUp('MISLUKT')
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [id])
    expect([await tidyParked(), await isListed(id)]).toEqual([1, false])
  })

  it('is listed no more when it was ordered again and cannot go, and the log says why', async () => {
    const { id, organisationId } = await givenUp('BEANTWOORD')
    const which = { organisationId, product: 'iwmo', berichtId: id } as const
    expect(await resendAsPortal(systemActor('keten.opnieuw', 'test'), which)).toEqual({
      ok: false,
      error: 'not_resendable',
    })
    expect(await isListed(id)).toBe(false)
    expect(await auditRows(database, organisationId, 'bericht.resent')).toMatchObject([
      { result: 'error', reason_code: 'not_resendable' },
    ])
  })
})

describe('an outage of the chain', () => {
  const BEGAN = [{ side: 'VECOZO', change: 'began' }]
  const ENDED = [{ side: 'VECOZO', change: 'ended' }]

  // Guards issue "alert mail once per outage".
  it('is told once when it begins, and again only when it began anew', async () => {
    const hands = stopClockAt('2026-02-02T10:00:00.000Z')
    const before = await mails()
    const { id } = await waiting()
    await setFailing(id, 3)
    expect(await watchOutage()).toEqual([])
    await setFailing(id, 4)
    const both = await Promise.all([watchOutage(), watchOutage()])
    expect(both.toSorted((one, other) => one.length - other.length)).toEqual([[], BEGAN])
    expect([await watchOutage(), (await mails()) - before]).toEqual([[], 1])
    await database.query('UPDATE dispatch SET failure = NULL')
    expect([await watchOutage(), await watchOutage()]).toEqual([ENDED, []])
    // A side that comes and goes is one outage.
    hands.advance(10 * 60_000)
    await setFailing(id, 5)
    expect([await watchOutage(), (await mails()) - before]).toEqual([BEGAN, 1])
    await database.query('UPDATE dispatch SET failure = NULL')
    expect(await watchOutage()).toEqual(ENDED)
    hands.advance(40 * 60_000)
    await setFailing(id, 5)
    expect([await watchOutage(), (await mails()) - before]).toEqual([BEGAN, 2])
  })

  it('is one of each side, and the page names it', async () => {
    const { id } = await waiting()
    await setFailing(id, 9)
    await database.query("UPDATE dispatch SET receiver = 'CAK' WHERE bericht_id = $1", [id])
    expect(await watchOutage()).toEqual([{ side: 'CAK', change: 'began' }])
    expect((await readChain(await givenStaff(database))).outages).toMatchObject([{ side: 'CAK' }])
    await setFailing((await waiting()).id, 9)
    expect(await watchOutage()).toEqual(BEGAN)
  })

  it.each([
    ['one gemeente cannot be reached', "receiver = 'SOFTWARE', failure = 'unreachable:ECONNREFUSED'"],
    ['the other side answers that it does not want one bericht', "failure = 'fault:StUF046'"],
    ['an agreement is not in force', "failure = 'not-connected'"],
    ['the portal itself cannot open a content', "failure = 'own'"],
  ])('is none while %s', async (_what, change) => {
    const { id } = await waiting()
    await setFailing(id, 50)
    await database.query(`UPDATE dispatch SET ${change} WHERE bericht_id = $1`, [id])
    expect(await watchOutage()).toEqual([])
  })
})
