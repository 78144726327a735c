import { type Exchange, valueIn } from '#/simulators/keten/exchange.ts'

/** A toewijzing as its provider got it. */
export type Toewijzing = {
  readonly nummer: string
  readonly categorie: string | null
  readonly code: string | null
  readonly ingang: string
  readonly einde: string | null
  readonly omvang: { readonly volume: number; readonly eenheid: string; readonly frequentie: string } | null
  /** Toewijzingsdatum and -tijd: of two versions the later one holds (IV013). */
  readonly besluit: string
  readonly isWithdrawn: boolean
}

/** What one provider knows of one client of a gemeente. */
export type Dossier = {
  /** `WMO` or `JW`, as berichtsoorten begin. */
  readonly standaard: string
  readonly gemeenteCode: string
  readonly agbCode: string
  readonly client: {
    readonly bsn: string
    readonly geboortedatum: string
    readonly geslacht: string
    readonly achternaam: string
  }
  readonly toewijzingen: ReadonlyMap<string, Toewijzing>
}

const WITHDRAWN = '13'
const PRODUCT = /<(?:[^<>/:\s]+:)?ToegewezenProduct>.*?<\/(?:[^<>/:\s]+:)?ToegewezenProduct>/gs

function toewijzingOf(xml: string): Toewijzing {
  const value = (name: string) => valueIn(xml, name) ?? null
  const volume = value('Volume')
  return {
    nummer: value('ToewijzingNummer') ?? '',
    categorie: value('Categorie'),
    code: value('Code'),
    ingang: value('Ingangsdatum') ?? '',
    einde: value('Einddatum'),
    omvang:
      volume === null
        ? null
        : { volume: Number(volume), eenheid: value('Eenheid') ?? '', frequentie: value('Frequentie') ?? '' },
    besluit: `${value('Toewijzingsdatum')}T${value('Toewijzingstijd')}`,
    isWithdrawn: value('RedenWijziging') === WITHDRAWN,
  }
}

/** The versions that hold after some more have come. */
function merged(known: ReadonlyMap<string, Toewijzing>, news: readonly Toewijzing[]): ReadonlyMap<string, Toewijzing> {
  const all = new Map(known)
  for (const one of news) if ((all.get(one.nummer)?.besluit ?? '') <= one.besluit) all.set(one.nummer, one)
  return all
}

/** What the providers of the simulator know of their clients, by the toewijzingen that they got. */
export class Dossiers {
  readonly #all = new Map<string, Dossier>()

  /** Keeps what a 301 says. */
  remember({ header, xml, gemeenteCode, agbCode }: Exchange): void {
    const bsn = valueIn(xml, 'Bsn') ?? ''
    const key = [header.functie, gemeenteCode, agbCode, bsn].join(' ')
    const news = (xml.match(PRODUCT) ?? []).map(toewijzingOf)
    this.#all.set(key, {
      standaard: header.functie.replace('301', ''),
      gemeenteCode,
      agbCode,
      client: {
        bsn,
        geboortedatum: valueIn(xml, 'Datum', 'Geboortedatum') ?? '',
        geslacht: valueIn(xml, 'Geslacht') ?? '',
        achternaam: valueIn(xml, 'Achternaam') ?? '',
      },
      toewijzingen: merged(this.#all.get(key)?.toewijzingen ?? new Map(), news),
    })
  }

  /** All of them, in the order in which the clients became known. */
  list(): readonly Dossier[] {
    return [...this.#all.values()]
  }
}
