import { lastOfMonth, plusMonths } from '#/lib/platform/calendar-day.ts'
import { type BerichtRecipe, makeBericht } from '#/simulators/berichten/make-bericht.ts'
import type { Dossier, Toewijzing } from '#/simulators/keten/dossiers.ts'

// What a provider sends of itself about a client that it knows. It keeps to the standard, so that the gemeente finds nothing in it.

/** When something is written, and a mark that is in no other bericht of this provider. */
export type Occasion = { readonly today: string; readonly mark: string }

/** A bericht, and what it is about: nobody says the same twice. */
export type OwnBericht = { readonly functie: string; readonly about: string; readonly content: Buffer }

const firstOf = (day: string) => `${day.slice(0, 7)}-01`
const nextMonth = (day: string) => plusMonths(firstOf(day), 1)
const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string | null) => (other === null || one < other ? one : other)

const standing = ({ toewijzingen }: Dossier) => [...toewijzingen.values()].filter(({ isWithdrawn }) => !isWithdrawn)

/** A toewijzing of one product in a volume: what can be claimed and asked for in so many words. */
type Specific = Toewijzing & {
  readonly categorie: string
  readonly code: string
  readonly omvang: NonNullable<Toewijzing['omvang']>
}
const isSpecific = (one: Toewijzing): one is Specific =>
  one.categorie !== null && one.code !== null && one.omvang !== null

function recipeOf({ gemeenteCode, agbCode }: Dossier, { today, mark }: Occasion, prefix: string): BerichtRecipe {
  return { gemeenteCode, agbCode, identificatie: `${prefix}-${mark}`, dagtekening: today }
}

const EUROS = '83'
const PRICE = 6_500
const MOST_CLAIMED = 40

/** The last month that is over and of which the toewijzing has days; null when there is none (TR137, TR387, TR388). */
function claimable({ ingang, einde }: Toewijzing, today: string): { begin: string; end: string } | null {
  const month = firstOf(earlier(plusMonths(firstOf(today), -1), einde))
  const [begin, end] = [later(month, ingang), earlier(lastOfMonth(month), einde)]
  return begin <= end ? { begin, end } : null
}

/** A declaratie of one line (323) for a month of care that was assigned; null when nothing can be claimed. */
export function makeClaim(dossier: Dossier, occasion: Occasion): OwnBericht | null {
  for (const toewijzing of standing(dossier).filter(isSpecific)) {
    const period = claimable(toewijzing, occasion.today)
    if (period === null) continue
    const { eenheid, volume } = toewijzing.omvang
    const delivered = Math.min(volume, MOST_CLAIMED)
    const amount = String(eenheid === EUROS ? delivered : delivered * PRICE)
    const functie = `${dossier.standaard}323`
    const content = makeBericht(functie, {
      ...recipeOf(dossier, occasion, 'DC'),
      optional: eenheid === EUROS ? [] : ['ProductTarief'],
      values: {
        Bsn: dossier.client.bsn,
        DeclaratieNummer: `D${occasion.mark}`,
        'DeclaratiePeriode/Begindatum': firstOf(period.begin),
        'DeclaratiePeriode/Einddatum': lastOfMonth(period.begin),
        DeclaratieDagtekening: occasion.today,
        'TotaalIngediendBedrag/TotaalBedrag': amount,
        ReferentieNummer: `P-${occasion.mark}`,
        ToewijzingNummer: toewijzing.nummer,
        ProductCategorie: toewijzing.categorie,
        ProductCode: toewijzing.code,
        'ProductPeriode/Begindatum': period.begin,
        'ProductPeriode/Einddatum': period.end,
        GeleverdVolume: String(delivered),
        Eenheid: eenheid,
        ProductTarief: String(PRICE),
        'IngediendBedrag/Bedrag': amount,
      },
    })
    return { functie, about: `${toewijzing.nummer} ${firstOf(period.begin)}`, content }
  }
  return null
}

const scopeOf = ({ volume, eenheid, frequentie }: Specific['omvang']) => ({
  Volume: String(volume),
  Eenheid: eenheid,
  Frequentie: frequentie,
})

/** A request to assign the same product again after it ends (315); null when none ends. */
export function makeRequest(dossier: Dossier, occasion: Occasion): OwnBericht | null {
  const ending = standing(dossier)
    .filter(isSpecific)
    .find(({ einde }) => einde !== null)
  if (ending === undefined) return null
  const begin = nextMonth(later(ending.einde ?? '', occasion.today))
  const functie = `${dossier.standaard}315`
  const { bsn, geboortedatum, geslacht, achternaam } = dossier.client
  const content = makeBericht(functie, {
    ...recipeOf(dossier, occasion, 'VT'),
    optional: ['Product', 'Code', 'Omvang', 'ToewijzingEinddatum'],
    values: {
      Bsn: bsn,
      'Geboortedatum/Datum': geboortedatum,
      Geslacht: geslacht,
      Achternaam: achternaam,
      ReferentieAanbieder: `VT-${occasion.mark}`,
      'Product/Categorie': ending.categorie,
      'Product/Code': ending.code,
      ToewijzingIngangsdatum: begin,
      ToewijzingEinddatum: lastOfMonth(plusMonths(begin, 5)),
      ...scopeOf(ending.omvang),
    },
  })
  return { functie, about: 'verzoek', content }
}

const WHOLE_PERIOD = '6'

/** From when more can be asked for: a volume of the whole period from its beginning (TR373), any other from next month. */
const changeFrom = ({ ingang, omvang }: Specific, today: string) =>
  omvang.frequentie === WHOLE_PERIOD ? ingang : later(nextMonth(today), ingang)

/** A request for more of what is assigned (317); null when nothing that goes on can be changed. */
export function makeChange(dossier: Dossier, occasion: Occasion): OwnBericht | null {
  const actual = standing(dossier).filter(({ einde }) => einde === null || einde >= occasion.today)
  const changed = actual.filter(isSpecific).find((one) => changeFrom(one, occasion.today) <= (one.einde ?? '9999'))
  // The others that count are named as well (TR349), and what makes berichten can name one.
  const others = actual.filter((one) => one !== changed)
  if (changed === undefined || others.length > 1) return null
  const [other] = others
  const functie = `${dossier.standaard}317`
  const content = makeBericht(functie, {
    ...recipeOf(dossier, occasion, 'VW'),
    optional: [
      'TeWijzigenProducten',
      'Omvang',
      ...(changed.einde === null ? [] : ['Einddatum']),
      ...(other === undefined ? [] : ['OngewijzigdeProducten']),
    ],
    values: {
      Bsn: dossier.client.bsn,
      ReferentieAanbieder: `VW-${occasion.mark}`,
      'TeWijzigenProduct/ToewijzingNummer': changed.nummer,
      'OngewijzigdProduct/ToewijzingNummer': other?.nummer ?? '',
      GewensteIngangsdatum: changeFrom(changed, occasion.today),
      'TeWijzigenProduct/Einddatum': changed.einde ?? '',
      ...scopeOf({ ...changed.omvang, volume: changed.omvang.volume + 2 }),
    },
  })
  return { functie, about: 'verzoek', content }
}
