import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { ROW_CHARACTERS, type XmlRow } from '#/lib/istandaarden/reading/xml-rows.ts'

/** The page with the lines of a bericht from one on, and within a long one from a column on. */
export function xmlHref({ product, id }: Pick<BerichtView, 'product' | 'id'>, regel = 1, kolom = 1): string {
  const query = [...(regel > 1 ? [`regel=${regel}`] : []), ...(kolom > 1 ? [`kolom=${kolom}`] : [])]
  return `${listPath(product)}/${id}/xml${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** Whether the place of a finding counts in the bericht itself, not in the envelope in which it came. */
export const isInXml = (
  { isEnveloped }: Pick<BerichtView, 'isEnveloped'>,
  { regel, inEnvelop }: Pick<Finding, 'regel' | 'inEnvelop'>,
): boolean => regel !== null && isEnveloped === (inEnvelop === true)

/** The id of a row on the page: the first of a line is the line. */
export const rowId = ({ regel, kolom }: Omit<XmlRow, 'text'>): string =>
  kolom === 1 ? `regel-${regel}` : `regel-${regel}-${kolom}`

/** Some lines before the one that is looked for, to see it in its place. */
const LINES_BEFORE = 5

/** The line of a finding; null when it has none, or its bericht has no lines (any more). */
export function findingHref(
  bericht: Pick<BerichtView, 'product' | 'id' | 'isEnveloped' | 'outOfReach' | 'berichtsoort'>,
  finding: Finding,
): string | null {
  const { regel, kolom } = finding
  if (regel === null || bericht.outOfReach !== null || !isInXml(bericht, finding)) return null
  // Of what is not read on screen no line is shown.
  if (findEigenBijdrage(bericht.berichtsoort) !== null) return null
  const from = Math.floor(((kolom ?? 1) - 1) / ROW_CHARACTERS) * ROW_CHARACTERS + 1
  // In a file without line ends the line is no place.
  if (from > 1) return `${xmlHref(bericht, regel, from)}#${rowId({ regel, kolom: from })}`
  return `${xmlHref(bericht, Math.max(1, regel - LINES_BEFORE))}#regel-${regel}`
}
