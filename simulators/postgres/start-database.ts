import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { ADMIN_ROLE, type ClusterOptions } from '#/simulators/postgres/cluster.ts'
import type { FromHelper, ToHelper } from '#/simulators/postgres/main.ts'

export type RunningDatabase = {
  /** Connection of the administrator to a database of this name. */
  adminUrl(database: string): string
  /** Makes the database unless it is there. */
  ensureDatabase(name: string): Promise<void>
  /** Ends the server and its helper; everything committed is kept. */
  stop(): Promise<void>
  /** Resolves when the helper is gone, also without `stop`. */
  readonly gone: Promise<void>
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await admin.query(`CREATE DATABASE ${escapeIdentifier(name)}`)
  } finally {
    await admin.end()
  }
}

/** Starts PostgreSQL in a process of its own that ends last, also when this process is killed. Rejects with a readable reason. */
export async function startDatabase(options: ClusterOptions): Promise<RunningDatabase> {
  const helper = fork(join(import.meta.dirname, 'main.ts'), [], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(helper, 'exit').then(() => undefined)
  const tell = (message: ToHelper) => helper.send(message)
  const answer = new Promise<void>((resolve, reject) => {
    helper.once('message', (message: FromHelper) => {
      if (message.type === 'ready') resolve()
      else reject(new Error(message.message))
    })
    helper.once('exit', () => reject(new Error('PostgreSQL stopte tijdens het starten.')))
  })
  tell({ type: 'start', ...options })
  await answer
  const adminUrl = (database: string) =>
    `postgresql://${ADMIN_ROLE}:${options.adminPassword}@localhost:${options.port}/${database}`
  return {
    adminUrl,
    ensureDatabase: (name) => createDatabase(adminUrl('postgres'), name),
    gone,
    async stop() {
      if (helper.connected) tell({ type: 'stop' })
      await gone
    },
  }
}
