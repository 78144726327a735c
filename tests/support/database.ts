import { randomBytes } from 'node:crypto'
import { Client, type QueryResultRow } from 'pg'
import { closeJobSender } from '#/lib/jobs/sender.ts'
import { closeDatabase } from '#/lib/platform/db/client.ts'
import { stopNotices } from '#/lib/platform/live/notices.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { settingsWith } from '#/tests/support/settings.ts'
import { testCluster } from '#/tests/support/test-cluster.ts'

/** A database of one test file, with every table of the portal and no rows. */
export type TestDatabase = {
  /** Connection of portaal_app: what the portal uses, bound by row level security. */
  readonly appUrl: string
  /** Connection of the owner, who sees every row: for arranging and for looking. */
  readonly adminUrl: string
  /** One statement as the owner. */
  query<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>
}

/**
 * Gives this test file a clone of the migrated template database and points the portal's settings at it before its first
 * connection. Call it at the top of the file; `settings` are further environment variables. Gone after the last test.
 */
export function testDatabase(settings: Readonly<Record<string, string>> = {}): TestDatabase {
  const cluster = testCluster()
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = new Client({ connectionString: cluster.adminUrl(name) })
  setSettings(settingsWith({ DATABASE_URL: cluster.appUrl(name), ...settings }))

  beforeAll(async () => {
    await cluster.clone(name)
    await admin.connect()
  })
  afterAll(async () => {
    await closeJobSender()
    await stopNotices()
    await closeDatabase()
    await admin.end()
    await cluster.drop(name)
  })

  return {
    appUrl: cluster.appUrl(name),
    adminUrl: cluster.adminUrl(name),
    async query<Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) {
      const { rows } = await admin.query<Row>(sql, [...values])
      return rows
    },
  }
}

/**
 * Resolves when so many statements of this test file wait for a lock, for tests that hold one themselves: without it the
 * order would be chance.
 */
export async function whenWaitingForLocks(database: TestDatabase, count: number): Promise<void> {
  for (;;) {
    await database.query('SELECT pg_stat_clear_snapshot()')
    const [row] = await database.query<{ waiting: number }>(
      "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    )
    if ((row?.waiting ?? 0) >= count) return
  }
}
