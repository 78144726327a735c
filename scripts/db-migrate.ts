import { resolve } from 'node:path'
import { MigrationError } from '#/lib/platform/db/migrations/schema-engine.ts'
import { adminSettings } from '#/lib/platform/settings/admin-settings.ts'
import { SettingsError } from '#/lib/platform/settings/parse-settings.ts'

try {
  const { databaseAdminUrl, appPassword } = adminSettings()
  const { prepareDatabase } = await import('#/scripts/processes/prepare-database.ts')
  const applied = await prepareDatabase({
    adminUrl: databaseAdminUrl,
    appPassword,
    project: resolve(import.meta.dirname, '..'),
  })
  for (const name of applied) process.stdout.write(`toegepast: ${name}\n`)
  process.stdout.write(applied.length === 0 ? 'De database is al bij.\n' : `${applied.length} migraties toegepast.\n`)
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof MigrationError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
