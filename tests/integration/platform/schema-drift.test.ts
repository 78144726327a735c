import { execFileSync } from 'node:child_process'
import { Client } from 'pg'
import { testDatabase } from '#/tests/support/database.ts'
import { testCluster } from '#/tests/support/test-cluster.ts'

const migrated = testDatabase()

type Column = {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly standard: string | null
}

const COLUMNS = `
  SELECT c.relname || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
         pg_get_expr(d.adbin, d.adrelid) AS standard
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'
  ORDER BY 1`
const ENUMS = `SELECT t.typname || ': ' || string_agg(e.enumlabel, ' ' ORDER BY e.enumsortorder) AS name
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE n.nspname = 'public' GROUP BY t.typname ORDER BY 1`
const INDEXES = `SELECT indexdef AS name FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`
const KEYS = `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS name FROM pg_constraint
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1`

// The SQL of the whole schema from nothing, made outside jest: the engine's program cannot be loaded in its sandbox.
const SCHEMA_SQL = `
  const { diffSchemas } = await import('#/lib/platform/db/migrations/diff-schema.ts')
  const { readSchema } = await import('#/lib/platform/db/migrations/migration-files.ts')
  process.stdout.write(await diffSchemas(process.argv[1], [], readSchema(process.cwd())))`

describe('the migrations and the schema', () => {
  const name = `drift_${process.pid}`
  const wanted = new Client({ connectionString: testCluster().adminUrl(name) })

  beforeAll(async () => {
    await testCluster().create(name)
    await wanted.connect()
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_OPTIONS: '' }
    await wanted.query(
      execFileSync(process.execPath, ['--input-type=module', '-e', SCHEMA_SQL, testCluster().adminUrl(name)], {
        encoding: 'utf8',
        env,
      }),
    )
  })
  afterAll(async () => {
    await wanted.end()
    await testCluster().drop(name)
  })

  // Guards every deployment: a schema without its migration works on the machine of its maker only.
  test('describe the same columns and enums', async () => {
    expect(await migrated.query<Column>(COLUMNS)).toEqual((await wanted.query<Column>(COLUMNS)).rows)
    expect(await migrated.query(ENUMS)).toEqual((await wanted.query(ENUMS)).rows)
  })

  // Migrations by hand add partial indexes and foreign keys that the schema language cannot say; they may add, not leave out.
  test.each([
    ['indexes', INDEXES],
    ['foreign keys', KEYS],
  ])('have all %s of the schema', async (_what, sql) => {
    const found = (await migrated.query<{ name: string }>(sql)).map((row) => row.name)
    expect(found).toEqual(
      expect.arrayContaining((await wanted.query<{ name: string }>(sql)).rows.map((row) => row.name)),
    )
  })
})
