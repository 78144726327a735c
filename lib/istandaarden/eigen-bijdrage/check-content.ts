import { berichtsoortOfNamespace } from '#/lib/istandaarden/berichtsoorten.ts'
import { isBsn, isTestBsn } from '#/lib/istandaarden/bsn.ts'
import {
  type CheckExpectations,
  type CheckReport,
  type Finding,
  finding,
  type Kenmerken,
  MAXIMUM_BERICHT_BYTES,
} from '#/lib/istandaarden/checks/check-report.ts'
import { checkFileForm } from '#/lib/istandaarden/checks/file-form.ts'
import { checkProduct, checkRichting, NO_KENMERKEN } from '#/lib/istandaarden/checks/identify.ts'
import type { XmlEngine } from '#/lib/istandaarden/checks/xml-engine.ts'
import {
  CAK,
  type EigenBijdrage,
  findEigenBijdrage,
  NEWEST_EIGEN_BIJDRAGE_RELEASE,
} from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'

// Without line ends and byte order mark, which OP192 asks of iWmo and iJw: of iEb nobody knows, and what may be right is not refused.
const NOT_OF_IEB: readonly Finding['code'][] = ['BOM', 'REGELEINDE']

/** A file of iWmo or iJw is none about the eigen bijdrage, whatever else that format may be. */
function checkRoot(namespace: string, { soort }: EigenBijdrage): readonly Finding[] {
  const other = berichtsoortOfNamespace(namespace)
  if (other === null) return []
  const at = { regel: 1, kolom: 1, pad: '/Bericht' }
  return [finding('BERICHTCODE', 'eigenBijdrage', at, { berichtsoort: other.soort, verwacht: soort })]
}

const NUMBER = /(?<![0-9])[0-9]{9}(?![0-9])/g

/**
 * BRS18, for content of which nobody knows where a Bsn stands: whatever can be one, of somebody real, keeps a file out of the
 * test environment. A number of something else may do so as well, one in eleven; a person must not come in.
 */
export function checkNobodyReal(bytes: Buffer, { onlyTestPersons }: CheckExpectations): readonly Finding[] {
  if (!onlyTestPersons) return []
  const isReal = (bytes.toString('latin1').match(NUMBER) ?? []).some((number) => isBsn(number) && !isTestBsn(number))
  return isReal ? [finding('BRS18', 'algemeen')] : []
}

/** The checks on what stands in the XML, without its format: encoding, well-formed, no DOCTYPE, no other bericht. */
export function checkEigenBijdrageXml(
  bytes: Buffer,
  bericht: EigenBijdrage,
  expected: CheckExpectations,
  engine: XmlEngine,
  maximumBytes: number,
): readonly Finding[] {
  const form = checkFileForm(bytes, maximumBytes)
  const found = form.findings.filter(({ code }) => !NOT_OF_IEB.includes(code))
  if (!form.isReadable) return found
  const parsed = engine.parse(form.content)
  if (!parsed.ok) {
    const { reason, regel, kolom, params } = parsed.malformed
    return [...found, finding('NIET_WELGEVORMD', reason, { regel, kolom }, params)]
  }
  try {
    const { hasDoctype, rootNamespace } = parsed.value
    if (hasDoctype) return [...found, finding('DOCTYPE', 'algemeen', { regel: 1, kolom: 1 })]
    return [...found, ...checkRoot(rootNamespace, bericht), ...checkNobodyReal(form.content, expected)]
  } finally {
    parsed.value.close()
  }
}

/** A report on a file of which only these things are known. Nothing of its content: no clients, no facts, no verdict. */
export const reportOn = (kenmerken: Kenmerken, bevindingen: readonly Finding[]): CheckReport => ({
  kenmerken,
  bevindingen: [...bevindingen],
  weggelaten: 0,
  feiten: [],
  clienten: [],
  oordeel: null,
})

/** The kenmerken of a bericht between two parties; which they are is told by its envelope, never by itself. */
export const kenmerkenBetween = (
  { soort, product }: EigenBijdrage,
  versie: string | null,
  afzender: string,
  ontvanger: string,
): Kenmerken => ({ ...NO_KENMERKEN, product, berichtsoort: soort, versie, afzender, ontvanger })

/**
 * Checks a bare file about the eigen bijdrage, of which its sender chose what it is. All that is checked is what is known of
 * the format: that it is XML in UTF-8 of a size that fits in an envelope, and that this gemeente may send it.
 */
export function checkBareEigenBijdrage(bytes: Buffer, expected: CheckExpectations, engine: XmlEngine): CheckReport {
  const bericht = findEigenBijdrage(expected.eigenBijdrage ?? null)
  if (bericht === null) return reportOn(NO_KENMERKEN, [])
  const kenmerken = kenmerkenBetween(bericht, NEWEST_EIGEN_BIJDRAGE_RELEASE, expected.gemeenteCode, CAK)
  const wrong = checkProduct(bericht, expected) ?? checkRichting(bericht, expected)
  if (wrong !== null) return reportOn(kenmerken, [wrong])
  return reportOn(kenmerken, checkEigenBijdrageXml(bytes, bericht, expected, engine, MAXIMUM_BERICHT_BYTES))
}
