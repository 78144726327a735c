import { isUtf8 } from 'node:buffer'
import { checkFrame } from '#/lib/envelope/check-frame.ts'
import {
  checkAgreement,
  checkEigenBijdrage,
  checkFunctie,
  checkOwner,
  checkTextFile,
  eigenBijdrageVersie,
  FUNCTIE,
  type HeaderToCheck,
} from '#/lib/envelope/check-header.ts'
import { type Cut, cutContent, placesInFile } from '#/lib/envelope/cut-content.ts'
import { type Frame, headerOf, readFrame } from '#/lib/envelope/read-frame.ts'
import { recogniseEnvelope } from '#/lib/envelope/recognise-envelope.ts'
import {
  type CarryingHeader,
  type EnvelopeHeader,
  FILE_NAME_AT_MOST,
  type FileReport,
  MAXIMUM_ENVELOPE_BYTES,
  type Payload,
} from '#/lib/envelope/schema.ts'
import { unwrapContent } from '#/lib/envelope/unwrap-content.ts'
import { checkBericht } from '#/lib/istandaarden/checks/check-bericht.ts'
import {
  type CheckExpectations,
  type CheckReport,
  type Finding,
  finding,
  withinReport,
} from '#/lib/istandaarden/checks/check-report.ts'
import { checkFileForm } from '#/lib/istandaarden/checks/file-form.ts'
import { NO_KENMERKEN } from '#/lib/istandaarden/checks/identify.ts'
import { positionOfByte } from '#/lib/istandaarden/checks/text-position.ts'
import type { XmlEngine } from '#/lib/istandaarden/checks/xml-engine.ts'
import {
  checkEigenBijdrageXml,
  checkNobodyReal,
  kenmerkenBetween,
  reportOn,
} from '#/lib/istandaarden/eigen-bijdrage/check-content.ts'
import { type EigenBijdrage, findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'

/** What is known of an envelope after its frame was parsed: without a frame the findings say why there is no more. */
type ReadEnvelope =
  | { readonly frame: null; readonly findings: readonly Finding[] }
  | { readonly frame: Frame; readonly findings: readonly Finding[]; readonly cuts: readonly Cut[] }

const unreadable = (found: Finding): ReadEnvelope => ({ frame: null, findings: [found] })

/** Parses the frame, an envelope without its content, and holds it against the schema. Places are those in the file. */
function readEnvelope(content: Buffer, engine: XmlEngine): ReadEnvelope {
  const cutFile = cutContent(content)
  if (cutFile === null) return unreadable(finding('ENVELOP', 'omvang', { regel: 1, kolom: 1 }))
  const place = placesInFile(content, cutFile)
  const parsed = engine.parse(cutFile.frame)
  if (!parsed.ok) {
    const { reason, regel, kolom, params } = parsed.malformed
    return unreadable(finding('NIET_WELGEVORMD', reason, place({ regel, kolom }), params))
  }
  const document = parsed.value
  try {
    if (document.hasDoctype) return unreadable(finding('DOCTYPE', 'algemeen', { regel: 1, kolom: 1 }))
    const text = cutFile.frame.toString('utf8')
    const frame = readFrame(text)
    if (frame === null) return unreadable(finding('ENVELOP', 'soort', { regel: 1, kolom: 1 }))
    const findings = checkFrame(text, frame, document.envelopeViolations()).map((one) =>
      one.regel === null || one.kolom === null ? one : { ...one, ...place({ regel: one.regel, kolom: one.kolom }) },
    )
    return { frame: { ...frame, place: (path) => place(frame.place(path)) }, findings, cuts: cutFile.cuts }
  } finally {
    document.close()
  }
}

/** Content that was taken out, or the finding that says why it could not be. */
type TakenOut =
  | { readonly bytes: Buffer; readonly payload: Payload; readonly finding: null }
  | { readonly bytes: null; readonly payload: null; readonly finding: Finding }

function takeOut(file: Buffer, shift: number, frame: Frame, cuts: readonly Cut[]): TakenOut {
  const cut = cuts.find(({ element }) => element === 'xmlBestand' || element === 'tekstBestand')
  const none = (found: Finding): TakenOut => ({ bytes: null, payload: null, finding: found })
  if (cut === undefined) return none(finding('ENVELOP', 'geenInhoud', frame.place('parameters/bericht')))
  const unwrapped = unwrapContent(file, cut)
  if (!unwrapped.ok) return none(finding('ENVELOP', 'codering', positionOfByte(file, unwrapped.faultAt)))
  const { bytes, sha256 } = unwrapped
  if (bytes.length === 0) return none(finding('ENVELOP', 'geenInhoud', positionOfByte(file, cut.start)))
  const payload = {
    kind: cut.element === 'xmlBestand' ? 'xmlBestand' : 'tekstBestand',
    // A name that is too long is a finding by the schema; the report has no room for it.
    bestandsnaam:
      frame.bestandsnaam !== null && frame.bestandsnaam.length <= FILE_NAME_AT_MOST ? frame.bestandsnaam : null,
    start: cut.start + shift,
    end: cut.end + shift,
    sizeBytes: bytes.length,
    sha256,
    isUtf8: isUtf8(bytes),
  } as const
  return { bytes, payload, finding: null }
}

const NO_BERICHT = reportOn(NO_KENMERKEN, [])

/** What is in the envelope: a bericht to check, or one about the eigen bijdrage, of which the envelope says all that is known. */
type Inside = { readonly bytes: Buffer; readonly payload: Payload; readonly eigenBijdrage: EigenBijdrage | null }

function checkWithin(
  { bytes, payload, eigenBijdrage }: Inside,
  header: CarryingHeader | null,
  expected: CheckExpectations,
  engine: XmlEngine,
): CheckReport {
  if (eigenBijdrage === null)
    return payload.kind === 'xmlBestand' ? checkBericht(bytes, expected, engine, MAXIMUM_ENVELOPE_BYTES) : NO_BERICHT
  const found =
    payload.kind === 'xmlBestand'
      ? checkEigenBijdrageXml(bytes, eigenBijdrage, expected, engine, MAXIMUM_ENVELOPE_BYTES)
      : checkNobodyReal(bytes, expected)
  if (header === null) return reportOn(NO_KENMERKEN, found)
  const [zender, ontvanger] = [header.zender.organisatie, header.ontvanger.organisatie]
  return reportOn(kenmerkenBetween(eigenBijdrage, eigenBijdrageVersie(header), zender, ontvanger), found)
}

/** The checks on what is in the envelope; their places count in that. */
function checkInside(
  inside: Inside,
  header: CarryingHeader | null,
  expected: CheckExpectations,
  engine: XmlEngine,
): CheckReport {
  const isNested = inside.payload.kind === 'xmlBestand' && recogniseEnvelope(inside.bytes) === 'envelope'
  const report = isNested
    ? reportOn(NO_KENMERKEN, [finding('ENVELOP', 'genest', { regel: 1, kolom: 1 })])
    : checkWithin(inside, header, expected, engine)
  return { ...report, bevindingen: report.bevindingen.map((one) => ({ ...one, inEnvelop: true })) }
}

type Checked = {
  readonly report: CheckReport
  readonly header: EnvelopeHeader | null
  readonly payload: Payload | null
}

/** The checks on what the envelope says, then on what is in it, then on whether the two agree. */
function checkContent(
  file: Buffer,
  shift: number,
  { frame, findings: found, cuts }: Extract<ReadEnvelope, { cuts: readonly Cut[] }>,
  expected: CheckExpectations,
  engine: XmlEngine,
): Checked {
  const header = headerOf(frame)
  const stop = (last: readonly Finding[]): Checked => ({
    report: { ...NO_BERICHT, bevindingen: [...found, ...last] },
    header,
    payload: null,
  })
  if (header?.berichtcode === 'Fo01' || frame.kind === 'Fo01')
    return stop([finding('ENVELOP', 'foutbericht', { regel: 1, kolom: 1 })])
  if (header === null && found.length === 0) return stop([finding('ENVELOP', 'overig', { regel: 1, kolom: 1 })])
  if (frame.contents !== 1) return stop([])
  const subject: HeaderToCheck | null = header && { frame, header, expected }
  const foreign = subject && checkOwner(subject)
  if (foreign) return stop([foreign])
  const eigenBijdrage = findEigenBijdrage(frame.value(FUNCTIE))
  const road = subject && eigenBijdrage && checkEigenBijdrage(subject, eigenBijdrage)
  const functie = (subject && checkFunctie(subject)) ?? road
  const { bytes, payload, finding: fault } = takeOut(file, shift, frame, cuts)
  if (bytes === null) return stop([functie, fault].filter((one) => one !== null))
  // What is not for the CAK is refused for that; that a file for it may be of another form says nothing more.
  const textFile = subject && road === null ? checkTextFile(subject, payload) : null
  const inside = checkInside({ bytes, payload, eigenBijdrage }, header, expected, engine)
  const agreement =
    subject && functie === null && eigenBijdrage === null ? checkAgreement(subject, inside.kenmerken) : []
  const own = [functie, textFile].filter((one) => one !== null)
  const bevindingen = [...found, ...own, ...agreement, ...inside.bevindingen]
  return { report: { ...inside, bevindingen }, header, payload }
}

/**
 * Checks a file that is an envelope: its form, its frame against the schema, what it says of sender, receiver and functie,
 * and the bericht in it with every check that a bare bericht gets. Findings on the envelope have their place in the file,
 * those on the bericht (`inEnvelop`) in the bericht that is taken out of it: a place in base64 shows nobody anything.
 */
export function checkEnvelope(bytes: Buffer, expected: CheckExpectations, engine: XmlEngine): FileReport {
  const form = checkFileForm(bytes, MAXIMUM_ENVELOPE_BYTES)
  // CR LF is asked of the bericht (OP192); round it the envelope's specification leaves the line end free.
  const formFindings = form.findings.filter(({ code }) => code !== 'REGELEINDE')
  const report = ({ report: { bevindingen, ...inside }, header, payload }: Checked): FileReport => ({
    ...inside,
    bevindingen: [...withinReport([...formFindings, ...bevindingen])],
    envelop: { header, payload },
  })
  if (!form.isReadable) return report({ report: NO_BERICHT, header: null, payload: null })
  const read = readEnvelope(form.content, engine)
  if (read.frame === null)
    return report({ report: { ...NO_BERICHT, bevindingen: [...read.findings] }, header: null, payload: null })
  return report(checkContent(form.content, bytes.length - form.content.length, read, expected, engine))
}
