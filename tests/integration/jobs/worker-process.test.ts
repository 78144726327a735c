import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { testDatabase } from '#/tests/support/database.ts'
import { environmentWith } from '#/tests/support/settings.ts'

const database = testDatabase()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

function forkWorker(changes: Readonly<Record<string, string>> = {}): ChildProcess {
  const env = environmentWith({ DATABASE_URL: database.appUrl, STORAGE_URL: pathToFileURL(folder).href, ...changes })
  return fork('lib/jobs/worker.ts', [], {
    env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', ...env },
    silent: true,
  })
}

async function startedWorker(): Promise<ChildProcess> {
  const worker = forkWorker()
  const [message] = await once(worker, 'message')
  expect(message).toEqual({ type: 'ready' })
  return worker
}

describe('worker process', () => {
  // Guards deployments and demos: whoever started the worker can end it, and it never outlives who forked it.
  it.each(['SIGTERM', 'SIGINT'] as const)('answers how it is and ends cleanly on %s', async (signal) => {
    const worker = await startedWorker()
    worker.send({ type: 'health' })
    expect((await once(worker, 'message'))[0]).toEqual({ type: 'health', ok: true, stuck: [] })
    worker.kill(signal)
    expect(await once(worker, 'exit')).toEqual([0, null])
  })

  it('ends when the process that forked it has gone', async () => {
    const worker = await startedWorker()
    worker.disconnect()
    expect(await once(worker, 'exit')).toEqual([0, null])
  })

  // Guards operators: what is wrong stands in one line each, and nothing half started stays.
  it('refuses to start without settings, with a line for each', async () => {
    const worker = forkWorker({ PORTAAL_SECRET: '', SMTP_URL: 'http://nowhere' })
    const lines: string[] = []
    worker.stderr?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trim().split('\n')))
    expect(await once(worker, 'close')).toEqual([1, null])
    expect(lines).toEqual(['PORTAAL_SECRET ontbreekt', 'SMTP_URL moet een adres zijn dat begint met smtp: of smtps:'])
  })

  // Guards decision 005: as owner of the tables the portal would see all gemeenten at once.
  it('refuses to start as a role that row level security does not bind', async () => {
    const worker = forkWorker({ DATABASE_URL: database.adminUrl, LOG_LEVEL: 'fatal' })
    const lines: string[] = []
    worker.stdout?.setEncoding('utf8').on('data', (text: string) => lines.push(text))
    expect(await once(worker, 'close')).toEqual([1, null])
    expect(lines.join('')).toContain('afscherming per gemeente')
  })

  it('refuses to start without its database', async () => {
    const worker = forkWorker({ DATABASE_URL: 'postgresql://portaal_app@localhost:1/none' })
    expect(await once(worker, 'exit')).toEqual([1, null])
  })
})
