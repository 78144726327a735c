import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'
import { generateSchemas } from '#/lib/istandaarden/schema-generator.ts'

// Writes the XML Schemas of every release beside its data. Run it after a change of that data and commit what it writes;
// tests/unit/istandaarden/schema-generator.test.ts fails when the two differ.
for (const release of RELEASES) {
  const folder = path.join(import.meta.dirname, '../lib/istandaarden/releases', release.versie, 'xsd')
  mkdirSync(folder, { recursive: true })
  for (const file of generateSchemas(release)) writeFileSync(path.join(folder, file.name), file.text)
}
