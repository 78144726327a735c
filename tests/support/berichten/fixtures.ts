import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import type { Gemeentehandeling } from '#/lib/istandaarden/release.ts'

const FOLDER = path.join(process.cwd(), 'tests/fixtures/berichten')

/** A message of the fixtures: see tests/fixtures/berichten/index.json. */
export type BerichtFixture = {
  readonly bestand: string
  readonly berichtsoort: string
  readonly gemeente: Gemeentehandeling
  readonly inhoud: string
  readonly antwoordOp?: string
}

/** A message with one fault, and every finding that must come of it. */
export type FaultyFixture = BerichtFixture & {
  readonly bevindingen: readonly { readonly code: string; readonly variant: string; readonly pad: string | null }[]
}

type Index = {
  readonly geldig: readonly BerichtFixture[]
  readonly fout: readonly FaultyFixture[]
  readonly envelop: readonly { readonly bestand: string; readonly bericht?: string; readonly inhoud: string }[]
}

/** All fixtures of berichten. Gemeente 9901, AGB 99990001-99990003, Bsn's of the test range. */
export const berichtFixtures = JSON.parse(readFileSync(path.join(FOLDER, 'index.json'), 'utf8')) as Index

/** The bytes of a fixture, exactly as they are on disk. */
export const readFixture = (kind: keyof Index, bestand: string): Buffer =>
  readFileSync(path.join(FOLDER, kind, bestand))

/** What gemeente 9901 expects of a file of this berichtsoort when it comes by the road it should come. */
export function expectationsFor(soort: string): CheckExpectations {
  const berichtsoort = findBerichtsoort(soort)
  return {
    product: berichtsoort?.product ?? 'iwmo',
    gemeenteCode: '9901',
    gemeenteCodes: ['9901', '9902'],
    richting: berichtsoort?.gemeente === 'ophalen' ? 'ontvangen' : 'aangeleverd',
  }
}
