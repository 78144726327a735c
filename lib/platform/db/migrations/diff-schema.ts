import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { type SchemaFile, withSchemaEngine } from '#/lib/platform/db/migrations/schema-engine.ts'

const target = (schema: readonly SchemaFile[]): DiffTarget =>
  schema.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [...schema] }

/**
 * The SQL that leads a database from one state of the Prisma schema to another; empty when they are the same. The engine
 * asks a running PostgreSQL what it can do; it reads and changes nothing there.
 */
export async function diffSchemas(
  connectionString: string,
  from: readonly SchemaFile[],
  to: readonly SchemaFile[],
): Promise<string> {
  const { stdout } = await withSchemaEngine(connectionString, to, (engine) =>
    engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  const script = stdout ?? ''
  return script.includes('This is an empty migration') ? '' : script.trim()
}
