import { systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { findCounterparts, type Search } from '#/lib/berichten/links/counterparts.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })

const OTHERS = 2_000
/** More than the few that are looked for, far fewer than there are. */
const READ_AT_MOST = 60
const hashOf = (text: string) => Buffer.from(text).toString('hex').padEnd(32, '0').slice(0, 32)

/** Rows that this connection has read of both tables until now. */
async function rowsRead(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<[{ rows: number }]>`
    SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS rows
    FROM pg_stat_xact_user_tables WHERE relname IN ('bericht', 'bericht_fact')`
  return row.rows
}

// A gemeente can deliver thousands of berichten before PostgreSQL first looks at how large its tables have become. A plan for
// small tables then reads all that the gemeente has at every delivery, and each delivery is slower than the one before.
describe('looking up what a bericht belongs to', () => {
  let home: GivenGemeente

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9901' })
    const { actor } = await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })
    const first = accepted(await deliver(actor, makeBericht('WMO301', { identificatie: 'EERSTE' })))
    await database.query(
      `INSERT INTO bericht SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(),
         'identificatie', 'X' || n, 'referentienummer', gen_random_uuid(), 'sha256', '\\x' || lpad(to_hex(n), 64, '0')))).*
       FROM bericht b, generate_series(1, ${OTHERS}) n WHERE id = $1`,
      [first.id],
    )
    await database.query(
      `INSERT INTO bericht_fact (bericht_id, place, organisation_id, product, kind, key, client, other, details, keep_until)
       SELECT id, 0, organisation_id, product, 'toewijzing', substr(sha256, 17), substr(sha256, 17), substr(sha256, 17), '{}', '2030-01-01'
       FROM bericht WHERE id <> $1`,
      [first.id],
    )
  })

  it.each<{ name: string; search: Partial<Search> }>([
    { name: 'clients', search: { clients: [hashOf('client')] } },
    { name: 'references', search: { references: [hashOf('reference')], decidesOn: [hashOf('reference')] } },
    { name: 'numbers', search: { numbers: [hashOf('number')], clients: [hashOf('client')] } },
    { name: 'nothing', search: {} },
    {
      name: 'its own identification',
      search: { identification: { berichtsoort: 'WMO305', afzender: '99990001', identificatie: 'X7' } },
    },
    {
      name: 'the bericht that it answers',
      search: {
        about: {
          direction: 'AANGELEVERD',
          berichtsoort: 'WMO301',
          identificatie: 'X7',
          dagtekening: null,
          afzender: '9901',
          ontvanger: '99990001',
        },
      },
    },
  ])('reads few rows by $name, however many others there are that PostgreSQL has not counted', async ({ search }) => {
    const { scope } = authoriseSystem(systemActor('keten', 'test'), 'bericht.receive', home.id, 'iwmo')
    const nothing = { about: null, own: null, by: null, identification: null, assignedOnly: false }
    const whole = { ...nothing, decidesOn: [], numbers: [], references: [], clients: [], ...search }
    await inTransaction(scope.realm, async (tx) => {
      // PostgreSQL plans the first five by their values, each anew, and then keeps one plan for all.
      for (let time = 0; time < 6; time += 1) await findCounterparts(tx, scope, whole)
      for (let time = 0; time < 3; time += 1) {
        const before = await rowsRead(tx)
        await findCounterparts(tx, scope, whole)
        expect((await rowsRead(tx)) - before).toBeLessThan(READ_AT_MOST)
      }
    })
  })
})
