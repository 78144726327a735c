import { BERICHT_PRODUCTS, type BerichtProduct } from '#/lib/access/products.ts'
import {
  type BerichtRow,
  berichtNamespace,
  type Gemeentehandeling,
  type Release,
  STANDARDS,
} from '#/lib/istandaarden/release.ts'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'

/** Which header element holds the gemeente. A retourbericht copies both from its heenbericht, so it is never the direction that tells. */
export type GemeenteVeld = 'Afzender' | 'Ontvanger'

/** One berichtsoort of one release, with all that lists, pages and checks need to know of it. */
export type Berichtsoort = {
  /** As in addresses and lists: `WMO301`. */
  readonly soort: string
  readonly product: BerichtProduct
  readonly versie: string
  readonly nummer: number
  readonly naam: string
  /** Short Dutch name for lists: `Toewijzing`. */
  readonly label: string
  readonly berichtCode: string
  readonly namespace: string
  readonly gemeente: Gemeentehandeling
  readonly gemeenteVeld: GemeenteVeld
  readonly isRetour: boolean
  /** The berichtsoort of the retourbericht on this one; null when there is none. */
  readonly retour: string | null
  /** For a retourbericht: the berichtsoort that it is about. */
  readonly heen: string | null
  /** The berichtsoort that answers this one in content (declaratie), or that this one answers. */
  readonly antwoord: string | null
  readonly antwoordOp: string | null
}

function gemeenteVeld(row: BerichtRow): GemeenteVeld {
  const afzender = row.structure.Header?.find(([name]) => name === 'Afzender')
  return afzender?.[1] === 'LDT_Gemeente' ? 'Afzender' : 'Ontvanger'
}

function toBerichtsoort(release: Release, product: BerichtProduct, row: BerichtRow): Berichtsoort {
  const named = (nummer: number | undefined) => (nummer === undefined ? null : `${STANDARDS[product].soort}${nummer}`)
  const soort = `${STANDARDS[product].soort}${row.nummer}`
  return {
    soort,
    product,
    versie: release.versie,
    nummer: row.nummer,
    naam: row.naam[product],
    label: row.label,
    berichtCode: row.berichtCode[product],
    namespace: berichtNamespace(product, release.versie, soort),
    gemeente: row.gemeente,
    gemeenteVeld: gemeenteVeld(row),
    isRetour: row.retourVan !== undefined,
    retour: named(release.berichten.find((other) => other.retourVan === row.nummer)?.nummer),
    heen: named(row.retourVan),
    antwoord: named(release.berichten.find((other) => other.antwoordOp === row.nummer)?.nummer),
    antwoordOp: named(row.antwoordOp),
  }
}

/** Every berichtsoort of every release, newest release first, iWmo before iJw, by number. */
export const BERICHTSOORTEN: readonly Berichtsoort[] = [...RELEASES]
  .reverse()
  .flatMap((release) =>
    BERICHT_PRODUCTS.flatMap((product) => release.berichten.map((row) => toBerichtsoort(release, product, row))),
  )

/** Looks up the newest release's berichtsoort by its name, for instance `WMO301`; null for a name that does not exist. */
export function findBerichtsoort(soort: string): Berichtsoort | null {
  return BERICHTSOORTEN.find((candidate) => candidate.soort === soort) ?? null
}

/** Looks up the berichtsoort that a root element's namespace names, of whichever release. */
export function berichtsoortOfNamespace(namespace: string): Berichtsoort | null {
  return byNamespace.get(namespace) ?? null
}

/** The berichtsoorten of a product that a gemeente delivers, or fetches, in the newest release. */
export function berichtsoortenFor(product: BerichtProduct, gemeente: Gemeentehandeling): readonly Berichtsoort[] {
  const newest = BERICHTSOORTEN[0]?.versie
  return BERICHTSOORTEN.filter(
    (candidate) => candidate.versie === newest && candidate.product === product && candidate.gemeente === gemeente,
  )
}

const byNamespace = new Map(BERICHTSOORTEN.map((berichtsoort) => [berichtsoort.namespace, berichtsoort]))
