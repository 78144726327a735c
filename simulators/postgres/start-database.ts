import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ADMIN_ROLE, type ClusterOptions } from '#/simulators/postgres/cluster.ts'
import type { FromHelper, ToHelper } from '#/simulators/postgres/main.ts'

export type RunningDatabase = {
  /** Connection of the administrator to a database of this name. */
  adminUrl(database: string): string
  /** Ends the server and its helper; everything committed is kept. */
  stop(): Promise<void>
  /** Resolves when the helper is gone, also without `stop`. */
  readonly gone: Promise<void>
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
  return {
    adminUrl: (database) => `postgresql://${ADMIN_ROLE}:${options.adminPassword}@localhost:${options.port}/${database}`,
    gone,
    async stop() {
      if (helper.connected) tell({ type: 'stop' })
      await gone
    },
  }
}
