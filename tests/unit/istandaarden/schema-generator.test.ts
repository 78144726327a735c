import { readdirSync, readFileSync } from 'node:fs'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'
import { generateSchemas } from '#/lib/istandaarden/schema-generator.ts'

describe('generateSchemas', () => {
  // The validator processes read the files, everything else reads the data: they must say the same.
  it.each(RELEASES.map((release) => [release.versie, release] as const))(
    'makes exactly the schema files that are committed for release %s',
    (versie, release) => {
      const folder = `lib/istandaarden/releases/${versie}/xsd`
      const generated = generateSchemas(release)
      expect(generated.map(({ name }) => name).sort()).toEqual(readdirSync(folder).sort())
      for (const { name, text } of generated) expect(text).toBe(readFileSync(`${folder}/${name}`, 'utf8'))
    },
  )

  it('makes a basisschema per product and a schema per berichtsoort', () => {
    expect(generateSchemas(RELEASES[0])).toHaveLength(30)
  })
})
