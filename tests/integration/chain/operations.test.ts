import { orderResend } from '#/lib/chain/operations/order-resend.ts'
import { readChain } from '#/lib/chain/operations/read-chain.ts'
import { watchOutage } from '#/lib/chain/operations/watch-outage.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
let number = 0

beforeAll(() => installQueues(database.adminUrl))
beforeEach(async () => {
  await database.query('TRUNCATE dispatch')
  await database.query('TRUNCATE chain_outage')
})

async function waiting(): Promise<{ id: string; gemeente: string; referentienummer: string | null }> {
  number += 1
  const home = await givenGemeente(database)
  const { actor } = await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })
  const file = makeBericht('WMO301', { gemeenteCode: home.code, identificatie: `O-${number}` })
  const { id, referentienummer } = accepted(await deliver(actor, file))
  return { id, gemeente: home.name, referentienummer }
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
      outageSince: null,
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
    await expect(orderResend(staff, { berichtId: ids.rowId() })).rejects.toThrow(NotFoundError)
  })
})

describe('an outage of the chain', () => {
  // Guards issue "alert mail once per outage".
  it('is told once when it begins, and again only when it began anew', async () => {
    const { id } = await waiting()
    await setFailing(id, 3)
    expect(await watchOutage()).toBe('same')
    await setFailing(id, 4)
    const both = await Promise.all([watchOutage(), watchOutage()])
    expect(both.toSorted()).toEqual(['began', 'same'])
    expect([await watchOutage(), await mails()]).toEqual(['same', 1])
    await database.query('UPDATE dispatch SET failure = NULL')
    expect([await watchOutage(), await watchOutage()]).toEqual(['ended', 'same'])
    await setFailing(id, 5)
    expect([await watchOutage(), await mails()]).toEqual(['began', 2])
  })

  it('is none while one gemeente cannot be reached', async () => {
    const { id } = await waiting()
    await setFailing(id, 50)
    await database.query("UPDATE dispatch SET receiver = 'SOFTWARE' WHERE bericht_id = $1", [id])
    expect(await watchOutage()).toBe('same')
  })
})
