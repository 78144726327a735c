import { readFileSync } from 'node:fs'
import { withGeneratedPart } from '#/scripts/documents/generated-part.ts'
import { DOCUMENT_PARTS } from '#/scripts/documents/parts.ts'

describe('generated parts of the documents', () => {
  // A diagram that lags behind the code misleads whoever trusts it. Mend with: node scripts/run.mjs scripts/generate-documents.ts
  it.each(DOCUMENT_PARTS.map((part) => [`${part.file}: ${part.name}`, part] as const))(
    '%s is what the code says',
    (_title, { file, name, make }) => {
      const committed = readFileSync(file, 'utf8')
      expect(withGeneratedPart(committed, name, make())).toBe(committed)
    },
  )

  it('refuses a document without the marks', () => {
    expect(() => withGeneratedPart('# Without marks\n', 'lifecycles', 'x')).toThrow('no place for lifecycles')
  })
})
