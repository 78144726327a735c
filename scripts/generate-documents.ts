import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withGeneratedPart } from '#/scripts/documents/generated-part.ts'
import { DOCUMENT_PARTS } from '#/scripts/documents/parts.ts'

// Writes the parts of docs/ that are made from the code. Run it after a change of that code and commit what it writes.
for (const { file, name, make } of DOCUMENT_PARTS) {
  const target = path.join(import.meta.dirname, '..', file)
  writeFileSync(target, withGeneratedPart(readFileSync(target, 'utf8'), name, make()))
}
