import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#/scripts/processes/ports.ts'
import { prepareDatabase } from '#/scripts/processes/prepare-database.ts'
import { removeData } from '#/simulators/postgres/places.ts'
import { startDatabase } from '#/simulators/postgres/start-database.ts'
import { CLUSTER_VARIABLES, TEMPLATE_DATABASE } from '#/tests/support/test-cluster.ts'

export type TestDatabaseServer = {
  /** Connection of the administrator to the migrated template. */
  readonly adminUrl: string
  /** What the tests must be told. */
  readonly environment: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** Starts PostgreSQL on fresh data for one test run, with the migrated template that every test file clones. */
export async function startTestDatabase(project: string): Promise<TestDatabaseServer> {
  const holder = mkdtempSync(join(tmpdir(), 'portaal-zorg-test-'))
  chmodSync(holder, 0o755) // the database's own user must be able to enter
  const folder = join(holder, 'postgres')
  const appPassword = randomBytes(16).toString('hex')
  const adminPassword = randomBytes(16).toString('hex')
  const server = await startDatabase({ folder, port: await freePort(), adminPassword, forgetful: true })
  const stop = async () => {
    await server.stop()
    removeData(folder)
    removeData(holder)
  }
  try {
    await server.ensureDatabase(TEMPLATE_DATABASE)
    await prepareDatabase({ adminUrl: server.adminUrl(TEMPLATE_DATABASE), appPassword, project })
  } catch (error) {
    await stop()
    throw error
  }
  return {
    adminUrl: server.adminUrl(TEMPLATE_DATABASE),
    environment: {
      [CLUSTER_VARIABLES.adminUrl]: server.adminUrl('postgres'),
      [CLUSTER_VARIABLES.appPassword]: appPassword,
    },
    stop,
  }
}
