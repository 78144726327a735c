import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { isTestBsn } from '#/lib/istandaarden/bsn.ts'
import {
  type CheckExpectations,
  type CheckReport,
  type Finding,
  finding,
  type Kenmerken,
  MAXIMUM_BERICHT_BYTES,
  MAXIMUM_FINDINGS,
  withinReport,
} from '#/lib/istandaarden/checks/check-report.ts'
import { checkFileForm } from '#/lib/istandaarden/checks/file-form.ts'
import {
  checkBerichtCode,
  checkGemeente,
  checkProduct,
  checkRichting,
  identifyRoot,
  kenmerkenOf,
  NO_KENMERKEN,
} from '#/lib/istandaarden/checks/identify.ts'
import { locateElement } from '#/lib/istandaarden/checks/locate-element.ts'
import { locateViolations } from '#/lib/istandaarden/checks/located-pass.ts'
import type { HeaderValues, ParsedXml, XmlEngine } from '#/lib/istandaarden/checks/xml-engine.ts'
import { readFacts } from '#/lib/istandaarden/facts/read-facts.ts'
import { bsnsOf } from '#/lib/istandaarden/reading/read-bsns.ts'
import { checkRules } from '#/lib/istandaarden/rules/check-rules.ts'
import { typeTree } from '#/lib/istandaarden/type-tree.ts'

/** A bericht that is well-formed and identified: what the stages after that look at. */
type Identified = {
  readonly content: Buffer
  readonly document: ParsedXml
  readonly soort: Berichtsoort
  readonly header: HeaderValues
  readonly expected: CheckExpectations
}

type StageOutcome = { readonly findings: readonly Finding[]; readonly omitted?: number; readonly stop: boolean }

/**
 * The stages on an identified bericht, in order. A stage that stops makes what follows meaningless: a file of another
 * gemeente needs no advice on its details. The rules come last, because they trust what the schema has accepted.
 */
const STAGES: readonly ((bericht: Identified) => StageOutcome)[] = [
  checkHeader,
  checkPersons,
  checkSchema,
  checkContent,
]

const goOn: StageOutcome = { findings: [], stop: false }

function checkHeader({ content, soort, header, expected }: Identified): StageOutcome {
  const locate = (name: string) => locateElement(content, name)
  const misfit = checkBerichtCode(soort, header, locate)
  const findings = misfit === null ? [] : [misfit]
  const wrong =
    checkProduct(soort, expected) ?? checkRichting(soort, expected) ?? checkGemeente(soort, header, expected, locate)
  return wrong === null ? { findings, stop: false } : { findings: [...findings, wrong], stop: true }
}

/** VECOZO's rule BRS18: in the test environment of the chain no message is about somebody real. */
function checkPersons({ content, expected }: Identified): StageOutcome {
  if (!expected.onlyTestPersons) return goOn
  const isReal = [...bsnsOf(content.toString('utf8'))].some((bsn) => !isTestBsn(bsn))
  return isReal ? { findings: [finding('BRS18', 'algemeen')], stop: true } : goOn
}

function checkSchema({ content, document, soort, header }: Identified): StageOutcome {
  const violations = document.violations(soort)
  if (violations.length === 0) return goOn
  const located = locateViolations(content.toString('utf8'), typeTree(soort))
  // A wrong BerichtCode has its own finding already; the schema says the same once more.
  const hasOwnCodeFinding = header.BerichtCode !== null && header.BerichtCode !== soort.berichtCode
  const findings = located.findings.filter(({ pad }) => !hasOwnCodeFinding || pad !== '/Bericht/Header/BerichtCode')
  if (located.findings.length > 0) return { findings, omitted: located.omitted, stop: true }
  const fallback = violations
    .slice(0, MAXIMUM_FINDINGS)
    .map(({ regel, pad }) => finding('XSD', 'overig', { regel, kolom: 1, ...(pad !== null && { pad }) }))
  return { findings: fallback, omitted: violations.length - fallback.length, stop: true }
}

function checkContent({ content, soort, expected }: Identified): StageOutcome {
  return { ...checkRules(content.toString('utf8'), soort, expected.gemeenteCodes), stop: false }
}

const report = (kenmerken: Kenmerken, bevindingen: readonly Finding[], weggelaten = 0): CheckReport => ({
  kenmerken,
  bevindingen: [...bevindingen],
  weggelaten,
  feiten: [],
  clienten: [],
  oordeel: null,
})

function checkParsed(content: Buffer, document: ParsedXml, expected: CheckExpectations): CheckReport {
  // The prolog was read without finding one; should a parser ever read it otherwise, the file still goes no further.
  if (document.hasDoctype) return report(NO_KENMERKEN, [finding('DOCTYPE', 'algemeen', { regel: 1, kolom: 1 })])
  const soort = identifyRoot(document)
  if ('code' in soort) {
    const at = locateElement(content, document.rootName)
    return report(NO_KENMERKEN, [{ ...soort, ...at }])
  }
  const header = document.header()
  const findings: Finding[] = []
  let omitted = 0
  for (const stage of STAGES) {
    const outcome = stage({ content, document, soort, header, expected })
    findings.push(...outcome.findings)
    omitted += outcome.omitted ?? 0
    if (outcome.stop) {
      // It is refused, and yet it lies with the gemeente: somebody may look for whom it was about.
      const clienten = [...bsnsOf(content.toString('utf8'))]
      return { ...report(kenmerkenOf(soort, header), findings, omitted), clienten }
    }
  }
  const { facts, clients, oordeel } = readFacts(content.toString('utf8'), soort)
  return {
    ...report(kenmerkenOf(soort, header), findings, omitted),
    feiten: [...facts],
    clienten: [...clients],
    oordeel,
  }
}

/**
 * Checks one bericht from its bytes up to and including its schema, stopping at the first check that makes the next
 * meaningless. Says everything about the file in the report; throws only when the XML engine itself fails.
 */
export function checkBericht(
  bytes: Buffer,
  expected: CheckExpectations,
  engine: XmlEngine,
  maximumBytes = MAXIMUM_BERICHT_BYTES,
): CheckReport {
  const form = checkFileForm(bytes, maximumBytes)
  if (!form.isReadable) return report(NO_KENMERKEN, form.findings)
  const parsed = engine.parse(form.content)
  if (!parsed.ok) {
    const { reason, regel, kolom, params } = parsed.malformed
    return report(NO_KENMERKEN, [...form.findings, finding('NIET_WELGEVORMD', reason, { regel, kolom }, params)])
  }
  try {
    const checked = checkParsed(form.content, parsed.value, expected)
    const all = [...form.findings, ...checked.bevindingen]
    const kept = withinReport(all)
    return { ...checked, bevindingen: [...kept], weggelaten: checked.weggelaten + all.length - kept.length }
  } finally {
    parsed.value.close()
  }
}
