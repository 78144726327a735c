import { BERICHT_PRODUCTS, type BerichtProduct } from '#/lib/access/products.ts'
import { type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { STANDARDS } from '#/lib/istandaarden/release.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { type BerichtRecipe, makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { BerichtDraft } from '#/tests/support/berichten/bericht-draft.ts'

/** A change to a good bericht, and the findings that must come of it: code, variant and the end of the path. */
export type RuleExample = {
  readonly name: string
  readonly nummer: number
  readonly only?: BerichtProduct
  readonly change: (draft: BerichtDraft) => void
  /** `CS002 Client/Bsn`, or with a variant `CD005.teveel Adres/LandCode`; behind it ` !` for a warning. Sorted by the test. */
  readonly found: readonly string[]
  /** The rule that this is an example for, when nothing is found. */
  readonly passes?: string
}

type Change = (draft: BerichtDraft) => void

/** An example of a bericht that breaks rules. */
export const breaks = (name: string, nummer: number, change: Change, ...found: readonly string[]): RuleExample => ({
  name,
  nummer,
  change,
  found,
})

/** An example that comes close, and breaks nothing. */
export const passes = (rule: string, name: string, nummer: number, change: Change): RuleExample => ({
  name,
  nummer,
  change,
  found: [],
  passes: rule,
})

/** The same example in one product alone. */
export const onlyIn = (only: BerichtProduct, example: RuleExample): RuleExample => ({ ...example, only })

const CLIENT = ['Client', 'Geboortedatum', 'DatumGebruik']
const NAMED = ['Product', 'Code', 'Omvang']
const RETOUR = { optional: ['Client', 'Verzoek', ...NAMED, 'TeWijzigenProducten'], values: { RetourCode: '9332' } }

/** Good berichten with as much in them as the examples need. */
const RECIPES: Readonly<Record<number, BerichtRecipe>> = {
  301: {
    optional: [
      ...[...CLIENT, 'Communicatie', 'Taal', 'Relaties', 'Adres', 'Huis', 'Postcode', 'LandCode', 'Telefoon'],
      ...[...NAMED, 'Einddatum', 'RedenWijziging'],
    ],
  },
  302: { ...RETOUR, values: { RetourCode: '9332', RedenWijziging: '03' } },
  305: { optional: [...CLIENT, 'ToewijzingNummer', 'Product', 'Code'] },
  306: RETOUR,
  307: { optional: [...CLIENT, 'ToewijzingNummer', 'Product', 'Code'] },
  308: RETOUR,
  315: { optional: [...CLIENT, ...NAMED, 'ToewijzingEinddatum'] },
  316: RETOUR,
  317: { optional: [...NAMED, 'Einddatum', 'OngewijzigdeProducten', 'TeWijzigenProducten', 'NieuweProducten'] },
  318: RETOUR,
  319: { optional: ['RedenAfwijzingVerzoek'], values: { RedenAfwijzingVerzoek: '5' } },
  320: { optional: ['Antwoord', 'RedenAfwijzingVerzoek'], values: { RetourCode: '9355' } },
  323: { optional: ['ProductTarief'] },
  325: {
    optional: ['DeclaratieAntwoord', 'Clienten', 'ProductTarief'],
    values: { RetourCode: '0200', 'Prestatie/RetourCodes/RetourCode': '9338' },
  },
}

/** A good bericht of a berichtsoort, to be changed. */
export const goodBericht = (soort: Berichtsoort): BerichtDraft =>
  BerichtDraft.of(soort.soort, makeBericht(soort.soort, RECIPES[soort.nummer]))

/** The berichtsoorten that an example is for. */
export const soortenOf = ({ nummer, only }: RuleExample): readonly Berichtsoort[] =>
  BERICHT_PRODUCTS.filter((product) => (only ?? product) === product).map((product) => {
    const soort = findBerichtsoort(`${STANDARDS[product].soort}${nummer}`)
    if (soort === null) throw new InvariantError(String(nummer))
    return soort
  })
