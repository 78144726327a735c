import type { BerichtView } from '#/lib/berichten/schema.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'

/** "WMO301 Toewijzing"; null for a file in which no bericht was recognised. */
export function berichtKind({ berichtsoort }: Pick<BerichtView, 'berichtsoort'>): string | null {
  if (berichtsoort === null) return null
  const label = findBerichtsoort(berichtsoort)?.label
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

/** The code of whom a bericht goes to or comes from: the header element that is not the gemeente's. */
export function otherParty({
  berichtsoort,
  afzender,
  ontvanger,
}: Pick<BerichtView, 'berichtsoort' | 'afzender' | 'ontvanger'>): string | null {
  const soort = berichtsoort === null ? null : findBerichtsoort(berichtsoort)
  return soort?.gemeenteVeld === 'Ontvanger' ? afzender : ontvanger
}
