import { Client } from 'pg'
import { database, inTransaction } from '#/lib/platform/db/client.ts'
import { testDatabase } from '#/tests/support/database.ts'

const db = testDatabase()

describe('a migrated database', () => {
  test('keeps the history that Prisma Migrate keeps', async () => {
    const rows = await db.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name',
    )
    expect(rows[0]?.migration_name).toMatch(/_initial$/)
  })

  test('gives the application a role that row level security binds', async () => {
    const [role] = await db.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'portaal_app'`,
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
  })

  test('lets no row of the log be changed or removed by the application', async () => {
    const app = new Client({ connectionString: db.appUrl })
    await app.connect()
    try {
      await expect(app.query('DELETE FROM audit_event')).rejects.toThrow(/permission denied/)
      await expect(app.query(`UPDATE audit_event SET event = 'x'`)).rejects.toThrow(/permission denied/)
    } finally {
      await app.end()
    }
  })

  test('is reached by the portal as that role, in UTC', async () => {
    const [row] = await database().$queryRaw<{ who: string; zone: string }[]>`
      SELECT current_user AS who, current_setting('TimeZone') AS zone`
    expect(row).toEqual({ who: 'portaal_app', zone: 'UTC' })
  })

  test('shows a gemeente nothing of another one', async () => {
    await db.query(
      `INSERT INTO organisation (id, name, gemeente_code, kvk, created_at)
       VALUES ('00000000-0000-4000-8000-000000000001', 'Ander', '9909', '90000009', now())`,
    )
    const seen = await inTransaction(
      { kind: 'organisatie', organisationId: '00000000-0000-4000-8000-000000000002' },
      (tx) => tx.organisation.findMany(),
    )
    expect(seen).toEqual([])
  })
})
