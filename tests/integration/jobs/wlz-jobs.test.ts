import type { JobContext } from '#/lib/jobs/define-job.ts'
import { beginWlzSignals } from '#/lib/jobs/definitions/begin-wlz-signals.ts'
import { compareWlzWatched, nextRun } from '#/lib/jobs/definitions/compare-wlz-watched.ts'
import { tellSignals } from '#/lib/jobs/definitions/tell-wlz-signals.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { log } from '#/lib/platform/log.ts'
import { contentFolder } from '#/tests/support/berichten/deliveries.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testRegister } from '#/tests/support/chain/test-register.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenSignalsOn, givenToewijzing, givenWlzUser } from '#/tests/support/wlz.ts'
import { type GivenGemeente, givenGemeente } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })
const register = testRegister(testChain())
const RUN = '01930000-0000-4000-8000-000000000000'
const context: JobContext = { id: RUN, attempt: 1, signal: new AbortController().signal, log: log() }

type Waiting = { readonly data: { payload: { organisationId: string; failures: number } }; readonly start_after: Date }
const waiting = () =>
  database.query<Waiting>(
    "SELECT data, start_after FROM pgboss.job WHERE name = 'wlz.compare-watched' ORDER BY start_after",
  )
let gemeente: GivenGemeente

beforeAll(() => installQueues(database.adminUrl))
beforeEach(async () => {
  stopClockAt('2026-02-02T05:23:00.000Z')
  await database.query('DELETE FROM pgboss.job')
  await database.query('DELETE FROM product_settings')
  gemeente = await givenGemeente(database)
})

describe('the jobs of the daily Wlz-signalen', () => {
  it('begin for every gemeente that switched them on, spread over two hours, once however often', async () => {
    const others = [await givenGemeente(database), await givenGemeente(database), await givenGemeente(database)]
    for (const one of [gemeente, ...others]) await givenSignalsOn(database, one)
    await givenGemeente(database)
    for (let count = 0; count < 2; count++) await beginWlzSignals.run(beginWlzSignals.dataOf({}), context)
    const jobs = await waiting()
    expect(jobs.map(({ data }) => data.payload.organisationId).toSorted()).toEqual(
      [gemeente, ...others].map(({ id }) => id).toSorted(),
    )
    const moments = jobs.map(({ start_after }) => start_after.toISOString().slice(11, 16))
    expect(moments).toEqual(['05:23', '05:53', '06:23', '06:53'])
  })

  it('have the rest done later: soon when people are left, later each time when the register does not answer', async () => {
    await givenSignalsOn(database, gemeente)
    await givenToewijzing(await givenWlzUser(database, gemeente))
    register.state.mode = 'storing'
    await compareWlzWatched.run(compareWlzWatched.dataOf({ organisationId: gemeente.id, failures: 2 }), context)
    const [job] = await waiting()
    expect([job?.data.payload.failures, job?.start_after.toISOString()]).toEqual([3, '2026-02-02T05:43:00.000Z'])
    const minutes = (failures: number) =>
      (nextRun({ kind: 'unanswered', fault: 'timeout' }, failures)?.pauseMs ?? 0) / 60_000
    expect([0, 1, 2, 3, 4, 50].map(minutes)).toEqual([5, 10, 20, 40, 60, 60])
    expect(nextRun({ kind: 'more' }, 7)).toEqual({ pauseMs: 60_000, failures: 0 })
  })

  it('end where the gemeente has switched them off, and where the day is done', async () => {
    const data = compareWlzWatched.dataOf({ organisationId: gemeente.id, failures: 0 })
    await compareWlzWatched.run(data, context)
    await givenSignalsOn(database, gemeente)
    await givenToewijzing(await givenWlzUser(database, gemeente))
    await compareWlzWatched.run(data, context)
    expect([register.questions, await waiting()]).toEqual([1, []])
  })

  it('tell the addresses of the Wlz-Registertoets once, about nobody', async () => {
    await givenSignalsOn(database, gemeente)
    const data = tellSignals.dataOf({ organisationId: gemeente.id })
    for (let count = 0; count < 2; count++) await tellSignals.run(data, context)
    const mails = await database.query<{ data: { payload: object } }>(
      "SELECT data FROM pgboss.job WHERE name = 'notifications.send-mail'",
    )
    expect(mails.map((mail) => mail.data.payload)).toMatchObject([
      { template: 'wlz-signals', to: { kind: 'sealed-address' }, params: { gemeente: gemeente.name } },
    ])
  })
})
