import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { registerText } from '#/scripts/releases/release-register.ts'

// Writes what follows from the releases: the register that names them, the XML Schemas beside their data, and the list of
// rules. Run it after a change of that data, or after adding a folder, and commit what it writes;
// tests/unit/istandaarden/release-files.test.ts fails when the two differ.
const project = path.join(import.meta.dirname, '..')
const folder = path.join(project, 'lib/istandaarden/releases')

writeFileSync(path.join(project, 'lib/istandaarden/release-register.ts'), registerText(readdirSync(folder)))
// Only now, because all of these read the register.
const { RELEASES } = await import('#/lib/istandaarden/release-register.ts')
const { generateSchemas } = await import('#/lib/istandaarden/schema-generator.ts')
const { ruleList } = await import('#/scripts/releases/rule-list.ts')

for (const release of RELEASES) {
  const schemas = path.join(folder, release.versie, 'xsd')
  mkdirSync(schemas, { recursive: true })
  for (const file of generateSchemas(release)) writeFileSync(path.join(schemas, file.name), file.text)
}
writeFileSync(path.join(project, 'docs/domain/regels.md'), ruleList(RELEASES))
