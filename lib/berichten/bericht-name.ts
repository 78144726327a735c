import type { BerichtView } from '#/lib/berichten/schema.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'

/** What is known of a berichtsoort, of a release or about the eigen bijdrage; null for a name that is not one. */
const knownSoort = (name: string | null) => (name === null ? null : (findBerichtsoort(name) ?? findEigenBijdrage(name)))

/** "WMO301 Toewijzing"; null for a file in which no bericht was recognised. */
export function berichtKind({ berichtsoort }: Pick<BerichtView, 'berichtsoort'>): string | null {
  if (berichtsoort === null) return null
  const label = knownSoort(berichtsoort)?.label
  return label ? `${berichtsoort} ${label}` : berichtsoort
}

/**
 * What a bericht is called in headings and texts: "WMO301 Toewijzing TW-2026-11873". A file in which no bericht was
 * recognised is called by its file name.
 */
export function berichtName(bericht: Pick<BerichtView, 'berichtsoort' | 'identificatie' | 'fileName'>): string {
  const kind = berichtKind(bericht)
  if (kind === null) return bericht.fileName
  return bericht.identificatie ? `${kind} ${bericht.identificatie}` : kind
}

/** The code of whom a bericht goes to or comes from: the party that is not the gemeente. */
export function otherParty({
  berichtsoort,
  afzender,
  ontvanger,
}: Pick<BerichtView, 'berichtsoort' | 'afzender' | 'ontvanger'>): string | null {
  return knownSoort(berichtsoort)?.gemeenteVeld === 'Ontvanger' ? afzender : ontvanger
}
