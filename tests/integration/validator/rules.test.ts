import { BERICHTSOORTEN, type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'
import { checkRules } from '#/lib/istandaarden/rules/check-rules.ts'
import { isChecked, type SchemaFacet, type SchemaRule } from '#/lib/istandaarden/rules/rule.ts'
import { releaseOf } from '#/lib/istandaarden/type-tree.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { createValidatorPool, fileInMemory } from '#/lib/validator/pool.ts'
import { schemaPlaces } from '#/scripts/releases/schema-places.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { BerichtDraft } from '#/tests/support/berichten/bericht-draft.ts'
import { expectationsFor } from '#/tests/support/berichten/fixtures.ts'
import { RULE_EXAMPLES } from '#/tests/support/berichten/rule-examples/all.ts'
import { goodBericht, soortenOf } from '#/tests/support/berichten/rule-examples/example.ts'

const pool = createValidatorPool({ processes: 2, memoryMegabytes: 512 })
afterAll(() => pool.close())

async function findingsOf(draft: BerichtDraft, soort: Berichtsoort): Promise<readonly Finding[]> {
  // On one line without any line end, so there is none to warn of.
  const result = await pool.check(fileInMemory(Buffer.from(draft.toString())), expectationsFor(soort.soort))
  if (!result.ok) throw new InvariantError(result.error)
  return result.value.bevindingen
}

/** A value that breaks a facet. */
function breaking(facet: SchemaFacet): string {
  if ('minimum' in facet) return String(facet.minimum - 1)
  if ('maximum' in facet) return String(facet.maximum + 1)
  if ('maxLength' in facet) return '1'.repeat(facet.maxLength + 1)
  if ('minLength' in facet) return ''
  return 'fixed' in facet ? '9' : (BREAKING_PATTERN[facet.pattern] ?? '')
}

/** Values that break a pattern, and as little else as can be. */
const BREAKING_PATTERN: Readonly<Record<string, string>> = {
  '[^:Z]*': '2026-01-05Z',
  '[^Z+\\-]+': '09:30:00Z',
  '[0-9]{4}': '99O1',
  '[0-9]{8}': '9999OOO1',
  '[0-9]{9}': '99990013A',
  '[a-zA-ZÀ-ỳ]+': 'A.',
  '[0-9]*': '06-1',
  '[a-zA-Z0-9]+': 'D-1',
  '[ \\t]*[^ \\t\\r\\n][^\\r\\n]*': ' ',
  '[ \\t\\r\\n]*[^ \\t\\r\\n][\\s\\S]*': ' ',
  '(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)': '1.0',
}

const schemaRules = BERICHTSOORTEN.flatMap((soort) =>
  releaseOf(soort)
    .release.rules.filter((row): row is SchemaRule => !isChecked(row))
    .map((row) => ({ soort, row, places: schemaPlaces(row, soort) })),
)

const full = (soort: Berichtsoort) => BerichtDraft.of(soort.soort, makeBericht(soort.soort, { optional: 'all' }))

describe('rules in a validator process', () => {
  // The examples of the rules say nothing if the schema would have refused them before.
  it('finds in every example what the rules alone find, and the schema nothing', async () => {
    const cases = RULE_EXAMPLES.flatMap((example) => soortenOf(example).map((soort) => ({ example, soort })))
    await Promise.all(
      cases.map(async ({ example, soort }) => {
        const draft = goodBericht(soort)
        example.change(draft)
        const found = await findingsOf(draft, soort)
        expect({ name: example.name, found }).toEqual({
          name: example.name,
          found: checkRules(draft.toString(), soort).findings,
        })
      }),
    )
  })

  it.each(BERICHTSOORTEN)('refuses by the schema what breaks a rule of level 1 in $soort', async (soort) => {
    expect((await findingsOf(full(soort), soort)).filter(({ code }) => code === 'XSD')).toEqual([])
    for (const { row, places } of schemaRules.filter((rule) => rule.soort === soort)) {
      for (const place of places) {
        const draft = full(soort).set(place, breaking(row.facet))
        const [first, ...more] = await findingsOf(draft, soort)
        const isGemeente = place === `Header/${soort.gemeenteVeld}`
        // The header is read before the schema: a code of another bericht or gemeente has a finding of its own.
        const code = place === 'Header/BerichtCode' ? 'BERICHTCODE' : isGemeente ? 'VERKEERDE_AFZENDER' : 'XSD'
        expect({ rule: row.code, place, code: first?.code, more }).toEqual({ rule: row.code, place, code, more: [] })
        expect(first?.pad?.replaceAll(/\[\d+\]/g, '')).toMatch(new RegExp(`/${place}$`))
      }
    }
  })

  it('knows a place for every name of every rule of level 1', () => {
    const found = new Map<string, Set<string>>()
    for (const { row, places } of schemaRules) {
      const names = found.get(row.code) ?? new Set()
      for (const place of places) names.add(place.slice(place.indexOf('/') + 1))
      found.set(row.code, names)
    }
    for (const { row } of schemaRules)
      expect([row.code, [...(found.get(row.code) ?? [])].sort()]).toEqual([row.code, [...row.names].sort()])
  })

  // Listed for iJw without any element. Two of them fit no type, so there is nothing to break.
  it('knows which rules of level 1 have no place, and why', async () => {
    const placeless = schemaRules.filter(({ row }) => row.names.length === 0)
    expect([...new Set(placeless.map(({ row }) => row.code))]).toEqual(['RS003', 'RS007', 'RS039'])
    const types = RELEASES.flatMap(({ simpleTypes }) => Object.values(simpleTypes))
    expect(types.filter(({ maximum, maxLength }) => maximum === 9_999 || maxLength === 14)).toEqual([])
    const soort = findBerichtsoort('JW323')
    if (soort === null) throw new InvariantError('JW323 is a berichtsoort')
    const empty = goodBericht(soort).set('ProductReferentie/ReferentieNummer', '')
    expect(await findingsOf(empty, soort)).toMatchObject([{ code: 'XSD', variant: 'leeg' }])
  })
})
