import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { diffSchemas } from '#/lib/platform/db/migrations/diff-schema.ts'
import { readSchema } from '#/lib/platform/db/migrations/migration-files.ts'
import { startTestDatabase } from '#/scripts/testing/test-database.ts'

const project = resolve(import.meta.dirname, '..')
const FOLDER = 'prisma/schema'

const git = (...args: string[]) => execFileSync('git', args, { cwd: project, encoding: 'utf8' })

/** The schema as the last commit has it: every commit holds the migrations that lead to its schema. */
function committedSchema() {
  const names = git('ls-tree', '--name-only', 'HEAD', `${FOLDER}/`).split('\n')
  return names
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => ({ path: name.slice(FOLDER.length + 1), content: git('show', `HEAD:${name}`) }))
}

const name = process.argv[2] ?? ''
if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  process.stderr.write('Gebruik: npm run db:new-migration -- naam_met_kleine_letters\n')
  process.exit(1)
}
const database = await startTestDatabase(project)
const script = await diffSchemas(database.adminUrl, committedSchema(), readSchema(project)).finally(() =>
  database.stop(),
)
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = join(project, 'prisma/migrations', `${stamp}_${name}`)
mkdirSync(folder)
writeFileSync(
  join(folder, 'migration.sql'),
  script === '' ? '-- Het schema is gelijk gebleven: schrijf hier de SQL.\n' : `${script}\n`,
)
process.stdout.write(`${folder}/migration.sql\n`)
