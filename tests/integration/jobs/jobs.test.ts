import { Client } from 'pg'
import { PgBoss } from 'pg-boss'
import { pino } from 'pino'
import { z } from 'zod'
import { defineJob, type Job, type JobContext, PermanentJobError } from '#/lib/jobs/define-job.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { areJobsTaken } from '#/lib/jobs/health.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { DEAD_LETTER_QUEUE, QUEUE_SCHEMA } from '#/lib/jobs/queue-connection.ts'
import { startWorker } from '#/lib/jobs/run-worker.ts'
import { jobSender } from '#/lib/jobs/sender.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { testDatabase } from '#/tests/support/database.ts'

type Payload = { readonly word: string }
const payload = z.strictObject({ word: z.string() })
const retry = { limit: 1, backoffSeconds: 1, maxPauseSeconds: 1 }

/** A job whose runs a test can wait for. */
function watchedJob(name: string, run: (attempt: number) => void, options: { keyed?: boolean; version?: number } = {}) {
  const runs: { word: string; attempt: number; id: string }[] = []
  const waiting: (() => void)[] = []
  const job: Job<Payload> = defineJob<Payload>({
    name,
    version: options.version ?? 1,
    payload,
    retry,
    ...(options.keyed ? { key: ({ word }: Payload) => word } : {}),
    async run({ word }: Payload, { attempt, id }: JobContext) {
      runs.push({ word, attempt, id })
      for (const look of waiting) look()
      run(attempt)
    },
  })
  const ran = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (runs.length >= count) resolve()
      }
      waiting.push(look)
      look()
    })
  return { job, runs, ran }
}

const fine = watchedJob('test.fine', () => undefined)
const keyed = watchedJob('test.keyed', () => undefined, { keyed: true })
const flaky = watchedJob('test.flaky', (attempt) => {
  if (attempt === 1) throw new Error('the first time fails')
})
const hopeless = watchedJob('test.hopeless', () => {
  throw new Error('j.jansen@voorbeeldstad.example was refused')
})
const useless = watchedJob('test.useless', () => {
  throw new PermanentJobError('no use')
})
const jobs = [fine, keyed, flaky, hopeless, useless].map(({ job }) => job)

const database = testDatabase()
const withTx = <T>(work: (tx: Tx) => Promise<T>) => inTransaction({ kind: 'systeem' }, work)

beforeAll(async () => {
  await database.query('CREATE TABLE made (id text PRIMARY KEY)')
  await database.query('GRANT INSERT ON made TO portaal_app')
  await installQueues(database.adminUrl, {}, jobs)
})

describe('enqueue', () => {
  // Guards "write, audit row and job are one transaction": a job without its row, or the other way round, cannot be.
  it('commits and rolls back with the transaction', async () => {
    await withTx(async (tx) => {
      await tx.$executeRaw`INSERT INTO made (id) VALUES ('kept')`
      await enqueue(tx, fine.job, { word: 'kept' })
    })
    const failing = withTx(async (tx) => {
      await tx.$executeRaw`INSERT INTO made (id) VALUES ('gone')`
      await enqueue(tx, fine.job, { word: 'gone' })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    const waiting = await (await jobSender()).findJobs<{ payload: Payload }>(fine.job.name)
    expect(waiting.map(({ data }) => data.payload.word)).toEqual(['kept'])
  })

  it('adds nothing under an id, or beside a waiting key, that is there', async () => {
    const id = '0190a0b0-0000-7000-8000-000000000001'
    const answers = await withTx(async (tx) => [
      await enqueue(tx, fine.job, { word: 'twice' }, { id }),
      await enqueue(tx, fine.job, { word: 'twice' }, { id }),
      await enqueue(tx, keyed.job, { word: 'a' }),
      await enqueue(tx, keyed.job, { word: 'a' }),
      await enqueue(tx, keyed.job, { word: 'b' }),
    ])
    expect(answers).toEqual([id, null, expect.any(String), null, expect.any(String)])
  })

  it('refuses a payload that does not fit, and a job that is in no registry', async () => {
    const stranger = watchedJob('test.stranger', () => undefined)
    const wrong = { word: 1 } as unknown as Payload
    await expect(withTx((tx) => enqueue(tx, fine.job, wrong))).rejects.toThrow()
    await expect(withTx((tx) => enqueue(tx, stranger.job, { word: 'x' }))).rejects.toThrow('test.stranger')
  })
})

describe('worker', () => {
  const arrived = new Map<string, object>()
  const looks: (() => void)[] = []
  let deadLetters: PgBoss

  /** Waits until a job of the queue has been parked; answers what was kept of its failure. */
  const parked = (queue: string) =>
    new Promise<object>((resolve) => {
      const look = () => {
        const output = arrived.get(queue)
        if (output) resolve(output)
      }
      looks.push(look)
      look()
    })

  beforeAll(async () => {
    deadLetters = await new PgBoss({
      connectionString: database.adminUrl,
      schema: QUEUE_SCHEMA,
      supervise: false,
    }).start()
    await deadLetters.work(DEAD_LETTER_QUEUE, { includeMetadata: true, pollingIntervalSeconds: 0.5 }, async (given) => {
      for (const { sourceName, sourceOutput } of given) arrived.set(sourceName ?? '', sourceOutput ?? {})
      for (const look of looks) look()
    })
  })
  afterAll(async () => {
    await deadLetters.stop({ graceful: false, close: true })
  })

  // Guards against lost and against doubled work: a failure is tried again, a success never.
  it('runs what waits, tries a failure again, and parks what keeps failing without its message', async () => {
    const worker = await startWorker(jobs)
    try {
      const ids = await withTx(async (tx) => ({
        flaky: await enqueue(tx, flaky.job, { word: 'again' }),
        hopeless: await enqueue(tx, hopeless.job, { word: 'never' }),
        useless: await enqueue(tx, useless.job, { word: 'once' }),
      }))
      await Promise.all([flaky.ran(2), keyed.ran(2), fine.ran(2)])
      expect(flaky.runs).toEqual([
        { word: 'again', attempt: 1, id: ids.flaky },
        { word: 'again', attempt: 2, id: ids.flaky },
      ])
      expect(fine.runs.map(({ word }) => word).toSorted((a, b) => a.localeCompare(b))).toEqual(['kept', 'twice'])
      // Guards privacy: addresses stand in error messages, and parked jobs are kept for months.
      expect(await parked(hopeless.job.name)).toEqual({ error: 'Error' })
      expect(await parked(useless.job.name)).toEqual({ error: 'PermanentJobError' })
      expect(hopeless.runs).toHaveLength(2)
      expect(useless.runs).toHaveLength(1)
      expect(worker.health()).toEqual({ ok: true, stuck: [] })
      expect(await areJobsTaken()).toBe(true)
    } finally {
      await worker.stop()
    }
    expect(await areJobsTaken()).toBe(false)
  })

  // Guards deployments: a worker of the old version leaves alone what it cannot understand.
  it('does not run a job of another version', async () => {
    const newer = watchedJob('test.fine', () => undefined, { version: 2 })
    await expect(newer.job.run(fine.job.dataOf({ word: 'old' }), contextOf())).rejects.toThrow('version 1')
    expect(newer.runs).toEqual([])
    const nonsense = { version: 2, payload: { word: 5 } }
    await expect(newer.job.run(nonsense, contextOf())).rejects.toThrow(PermanentJobError)
  })
})

const contextOf = (): JobContext => ({
  id: 'j-1',
  attempt: 1,
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
})

describe('installQueues', () => {
  // Guards the queue against the application: it may use it, not change its tables.
  it('gives the application no rights on the tables themselves', async () => {
    const client = new Client({ connectionString: database.appUrl })
    await client.connect()
    for (const statement of ['DROP TABLE pgboss.job', 'CREATE TABLE pgboss.mine (id int)', 'TRUNCATE pgboss.job'])
      await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/)
    await client.end()
  })

  it('takes away schedules that are no longer defined, and may be repeated', async () => {
    const scheduled = defineJob({
      name: 'test.scheduled',
      version: 1,
      payload: z.strictObject({}),
      retry,
      schedule: { cron: '0 3 * * *', payload: {} },
      run: async () => undefined,
    })
    await installQueues(database.adminUrl, { maxPauseSeconds: 1 }, [...jobs, scheduled])
    const sender = await jobSender()
    expect(await sender.getSchedules()).toMatchObject([
      { name: 'test.scheduled', cron: '0 3 * * *', data: { version: 1 } },
    ])
    await installQueues(database.adminUrl, {}, jobs)
    expect(await sender.getSchedules()).toEqual([])
  })
})
