import type { BerichtView } from '#/lib/berichten/schema.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'

/**
 * What a bericht is called in headings, lists and texts: "WMO301 Toewijzing TW-2026-11873". A file in which no bericht was
 * recognised is called by its file name.
 */
export function berichtName({
  berichtsoort,
  identificatie,
  fileName,
}: Pick<BerichtView, 'berichtsoort' | 'identificatie' | 'fileName'>): string {
  if (berichtsoort === null) return fileName
  const label = findBerichtsoort(berichtsoort)?.label
  return [berichtsoort, label, identificatie].filter((part) => part).join(' ')
}
