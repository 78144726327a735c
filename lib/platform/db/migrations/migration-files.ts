import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { SchemaFile } from '#/lib/platform/db/migrations/schema-engine.ts'

const LOCK_FILE = 'migration_lock.toml'

/** The Prisma schema under the project's folder, a file per domain, in a fixed order. */
export function readSchema(project: string): SchemaFile[] {
  const folder = join(project, 'prisma/schema')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }))
}

/** The migrations under the project's folder, oldest first, as the schema engine wants them. */
export function readMigrations(project: string): MigrationList {
  const baseDir = join(project, 'prisma/migrations')
  const names = readdirSync(baseDir).filter((name) => existsSync(join(baseDir, name, 'migration.sql')))
  return {
    baseDir,
    lockfile: { path: LOCK_FILE, content: readFileSync(join(baseDir, LOCK_FILE), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}
