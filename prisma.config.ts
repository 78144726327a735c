import { defineConfig } from 'prisma/config'

// The CLI downloads a native schema engine unless this names an existing file. `generate`, `validate` and `format` do not
// need that engine, and migrations are run by the WebAssembly build of it (scripts/migrations), so any file will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
})
