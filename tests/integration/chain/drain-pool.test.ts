import type { MemberActor } from '#/lib/access/actor.ts'
import { type DrainPool, makeDrainPool } from '#/lib/chain/outbound/drain-pool.ts'
import type { Pair } from '#/lib/chain/outbound/pair.ts'
import { type PairLocks, pairLocks } from '#/lib/chain/outbound/pair-locks.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver } from '#/tests/support/berichten/deliveries.ts'
import { ANSWERS, testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
const chain = testChain({ tries: 100, longestPauseSeconds: 3_600 })
let gemeente: GivenGemeente
let jansen: MemberActor
let number = 0
const pools: DrainPool[] = []

beforeAll(() => installQueues(database.adminUrl))
beforeEach(async () => {
  gemeente = await givenGemeente(database)
  jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
  chain.seen.length = 0
  chain.answer(ANSWERS.received)
})
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.stop()
  await database.query('TRUNCATE dispatch')
})

function newPool(locks: PairLocks = pairLocks(database.appUrl)): DrainPool {
  const pool = makeDrainPool(locks)
  pools.push(pool)
  return pool
}
const pairTo = (receiver: string): Pair => ({ organisationId: gemeente.id, sender: gemeente.code, receiver })

async function delivered(receiver: string, count: number): Promise<string[]> {
  const wanted: string[] = []
  for (let each = 0; each < count; each++) {
    number += 1
    const file = makeBericht('WMO301', { gemeenteCode: gemeente.code, agbCode: receiver, identificatie: `P-${number}` })
    wanted.push(accepted(await deliver(jansen, file)).referentienummer ?? '')
  }
  return wanted
}
const seen = () => chain.seen.map(({ referentienummer }) => referentienummer)

/** Looks until it is so; the test's own time limit ends what never is. */
async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}
const waiting = async () =>
  (await database.query<{ count: number }>('SELECT count(*)::int AS count FROM dispatch'))[0]?.count ?? -1

describe('workers that send', () => {
  // Guards "any number of workers": two that are asked for the same pair send each bericht once, in order.
  it('share their pairs, and never send for one at the same time', async () => {
    const wanted = await delivered('99990001', 20)
    const [one, other] = [newPool(), newPool()]
    for (let times = 0; times < 5; times++) {
      one.add(pairTo('99990001'))
      other.add(pairTo('99990001'))
    }
    await until(async () => (await waiting()) === 0)
    expect(seen()).toEqual(wanted)
  })

  // Guards "restarting or killing any process": the lock of a worker that is gone is free at once.
  it('take over from one whose connection is gone', async () => {
    const wanted = await delivered('99990001', 2)
    const locks = pairLocks(database.appUrl)
    const [got, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const stuck = locks.whileHeld(pairTo('99990001'), () => {
      got.resolve()
      return held.promise
    })
    await got.promise
    const pool = newPool()
    pool.add(pairTo('99990001'))
    await pool.idle()
    expect(seen()).toEqual([])
    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    )
    await until(async () => (await waiting()) === 0)
    expect(seen()).toEqual(wanted)
    held.resolve()
    await stuck
    await locks.close()
  })

  // Guards "kill -9 of the database at any instant": every connection is gone just when the chain has the envelope.
  it.each(['received', 'broken'] as const)(
    'send on when the database is lost while the chain answers with %s',
    async (answer) => {
      const wanted = await delivered('99990001', 2)
      const killing = Promise.withResolvers<void>()
      chain.answer((one, res) => {
        database
          .query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'portaal_app'",
          )
          .then(() => ANSWERS[answer](one, res))
          .then(killing.resolve, killing.reject)
      }, ANSWERS.received)
      const pool = newPool()
      pool.add(pairTo('99990001'))
      await killing.promise
      await until(async () => (await waiting()) === 0)
      expect([...new Set(seen())]).toEqual(wanted)
      const rows = await database.query<{ status: string }>('SELECT status FROM bericht WHERE organisation_id = $1', [
        gemeente.id,
      ])
      expect(rows.map(({ status }) => status)).toEqual(['AFGELEVERD', 'AFGELEVERD'])
    },
  )

  // Guards recovery: pauses of an hour end when the other side is heard of again, and not before.
  it('take up what waits out a pause as soon as the chain is back', async () => {
    const receivers = ['99990001', '99990002', '99990003']
    for (const receiver of receivers) await delivered(receiver, 1)
    await database.query('UPDATE dispatch SET attempts = 20')
    chain.answer(ANSWERS.down)
    const pool = newPool()
    for (const receiver of receivers) pool.add(pairTo(receiver))
    await pool.idle()
    expect([chain.seen.length, await waiting()]).toEqual([3, 3])
    chain.answer(ANSWERS.received)
    await delivered('99990004', 1)
    pool.add(pairTo('99990004'))
    await until(async () => (await waiting()) === 0)
    expect(chain.seen).toHaveLength(7)
  })

  it('find what is due when they start, and leave what is not', async () => {
    await delivered('99990001', 1)
    await delivered('99990002', 1)
    await database.query("UPDATE dispatch SET next_at = now() + interval '1 hour' WHERE receiver = '99990002'")
    const pool = newPool()
    expect(await pool.addDue()).toBe(1)
    await pool.idle()
    expect(chain.seen.map(({ ontvanger }) => ontvanger)).toEqual(['99990001'])
  })

  it('send nothing where there is no chain', async () => {
    await delivered('99990001', 1)
    const { chain: own } = settings()
    setSettings({ ...settings(), chain: null })
    const pool = newPool()
    await pool.addDue()
    await pool.idle()
    setSettings({ ...settings(), chain: own })
    expect([chain.seen.length, await waiting()]).toEqual([0, 1])
  })
})
