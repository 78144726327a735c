import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'

/** A file of the Prisma schema, as the engine wants it. */
export type SchemaFile = { readonly path: string; readonly content: string }

type Bindings = typeof bindings & { __wbg_set_wasm(exports: WebAssembly.Exports): void }

let loaded: Promise<void> | null = null

// The package imports its .wasm as a module, which Node does only behind a flag: this does the same by hand.
async function load(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const program = new Uint8Array(readFileSync(join(folder, 'schema_engine_bg.wasm')))
  const imports = { './schema_engine_bg.js': bindings } as unknown as WebAssembly.Imports
  const { instance } = await WebAssembly.instantiate(program, imports)
  ;(bindings as Bindings).__wbg_set_wasm(instance.exports)
  ;(instance.exports as { __wbindgen_start(): void }).__wbindgen_start()
}

/** A migration that the database refused, in the database's own words. */
export class MigrationError extends Error {
  constructor(cause: unknown) {
    super(`De database weigerde de migratie: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'MigrationError'
  }
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside function bodies and comments. Here a script goes to the
 * server whole, which also makes it one transaction.
 */
function wholeScripts(pool: Pool, onRefusal: (error: unknown) => void): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool)
  const connect = async () => {
    const adapter = await factory.connect()
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script)
      } catch (error) {
        onRefusal(error)
        throw error
      }
    }
    return adapter
  }
  return {
    adapterName: factory.adapterName,
    provider: factory.provider,
    connect,
    connectToShadowDb: () => factory.connectToShadowDb(),
  }
}

/**
 * Runs `work` with Prisma's schema engine (the WebAssembly build: no native program is fetched) on a connection of the
 * administrator. Closes everything afterwards. Rejects with MigrationError when the database refused a script.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  schema: readonly SchemaFile[],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load()
  await loaded
  const pool = new Pool({ connectionString, max: 2 })
  let refusal: unknown
  const adapter = wholeScripts(pool, (error) => {
    refusal = error
  })
  const datamodels = schema.map((file): [string, string] => [file.path, file.content])
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapter),
    )
    return await work(engine).finally(() => engine.free())
  } catch (error) {
    throw refusal ? new MigrationError(refusal) : error
  } finally {
    await pool.end()
  }
}
