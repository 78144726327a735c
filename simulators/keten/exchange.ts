import type { HeenHeader } from '#/lib/envelope/schema.ts'
import { ids } from '#/lib/platform/ids.ts'
import { type BerichtRecipe, makeBericht, USUAL_ELEMENTS } from '#/simulators/berichten/make-bericht.ts'

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const

/** The text that a value of XML stands for. */
const plain = (value: string) =>
  value.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: keyof typeof ENTITIES) => ENTITIES[name])

/** A value of a bericht by the name of its element: the first, or the first after another element. */
export function valueIn(xml: string, name: string, after?: string): string | undefined {
  const from = after === undefined ? 0 : Math.max(xml.search(new RegExp(`[<:]${after}>`)), 0)
  const value = new RegExp(`<(?:[^<>/:\\s]+:)?${name}>([^<]*)<`).exec(xml.slice(from))?.[1]
  return value === undefined ? undefined : plain(value)
}

/** A bericht that a gemeente sent to a provider, and the day on which it came. */
export type Exchange = {
  readonly header: HeenHeader
  readonly xml: string
  readonly gemeenteCode: string
  readonly agbCode: string
  readonly today: string
}

/** Eight characters of a random id: unique for the sender, as the standard asks. */
export const newMark = (): string => ids.referentienummer().slice(0, 8)

function recipeOf({ gemeenteCode, agbCode, today }: Exchange, prefix: string): BerichtRecipe {
  return { gemeenteCode, agbCode, identificatie: `${prefix}-${newMark()}`, dagtekening: today }
}

/** What a provider sends back: the retourbericht says that all is well. */
export function retour(exchange: Exchange, soort: string): Buffer {
  const { xml } = exchange
  return makeBericht(soort, {
    ...recipeOf(exchange, 'RT'),
    heenIdentificatie: valueIn(xml, 'Identificatie') ?? '',
    heenDagtekening: valueIn(xml, 'Dagtekening') ?? exchange.today,
  })
}

const COPIED = ['Bsn', 'ToewijzingNummer', 'ToewijzingIngangsdatum'] as const

/** The start or the stop of the care that a toewijzing assigned, for the same person under the same number. */
export function startOrStop(exchange: Exchange, soort: string, prefix: string): Buffer {
  const { xml } = exchange
  const begins = valueIn(xml, 'Ingangsdatum', 'ToegewezenProduct') ?? exchange.today
  const product = {
    ...(valueIn(xml, 'Categorie') ? { 'Product/Categorie': valueIn(xml, 'Categorie') ?? '' } : {}),
    ...(valueIn(xml, 'Code', 'Categorie') ? { 'Product/Code': valueIn(xml, 'Code', 'Categorie') ?? '' } : {}),
  }
  const given = COPIED.flatMap((name) => {
    const value = name === 'ToewijzingIngangsdatum' ? begins : valueIn(xml, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return makeBericht(soort, {
    ...recipeOf(exchange, prefix),
    optional: USUAL_ELEMENTS,
    values: { ...Object.fromEntries(given), Begindatum: begins, Einddatum: exchange.today, ...product },
  })
}
