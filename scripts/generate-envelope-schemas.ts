import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateEnvelopeSchemas } from '#/lib/envelope/schema-generator.ts'

// Writes the XML Schemas of the envelope from its data. Run it after a change of lib/envelope/fields.ts and commit what it
// writes; tests/unit/envelope/schema-generator.test.ts fails when the two differ.
const folder = path.join(import.meta.dirname, '../lib/envelope/xsd')
for (const { name, text } of generateEnvelopeSchemas()) writeFileSync(path.join(folder, name), text)
