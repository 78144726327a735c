import { Client } from 'pg'
import { ensureAppRole } from '#/lib/platform/db/migrations/app-role.ts'
import { readMigrations, readSchema } from '#/lib/platform/db/migrations/migration-files.ts'
import { withSchemaEngine } from '#/lib/platform/db/migrations/schema-engine.ts'

export type MigrateOptions = {
  /** Connection of the administrator: owner of the tables, allowed to make roles when portaal_app is not there yet. */
  readonly adminUrl: string
  /** Password for portaal_app; null leaves logging in of that role to whoever runs the database server. */
  readonly appPassword: string | null
  /** Folder with prisma/schema and prisma/migrations. */
  readonly project: string
}

/**
 * Brings role, tables and row level security up to date. Keeps its history in `_prisma_migrations`, as
 * Prisma Migrate does. Returns the names of the migrations that it applied; running it again applies none.
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const admin = new Client({ connectionString: options.adminUrl })
  await admin.connect()
  try {
    // One at a time: machines of one installation may start together. Freed when the connection ends.
    await admin.query(`SELECT pg_advisory_lock(hashtext('portaal-zorg migrate'))`)
    await ensureAppRole(admin, options.appPassword)
    const { appliedMigrationNames } = await withSchemaEngine(options.adminUrl, readSchema(options.project), (engine) =>
      engine.applyMigrations({
        migrationsList: readMigrations(options.project),
        filters: { externalTables: [], externalEnums: [] },
      }),
    )
    return appliedMigrationNames
  } finally {
    await admin.end()
  }
}
