import { readdirSync, readFileSync } from 'node:fs'
import { generateEnvelopeSchemas } from '#/lib/envelope/schema-generator.ts'

const folder = 'lib/envelope/xsd'

describe('generateEnvelopeSchemas', () => {
  // The validator processes read the files, everything else reads the data: they must say the same.
  it('makes exactly the schema files that are committed', () => {
    const generated = generateEnvelopeSchemas()
    expect(generated.map(({ name }) => name).sort()).toEqual(readdirSync(folder).sort())
    for (const { name, text } of generated) expect(text).toBe(readFileSync(`${folder}/${name}`, 'utf8'))
  })
})
