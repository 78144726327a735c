import { checkEnvelope } from '#/lib/envelope/check-envelope.ts'
import { recogniseEnvelope } from '#/lib/envelope/recognise-envelope.ts'
import type { FileReport } from '#/lib/envelope/schema.ts'
import { checkBericht } from '#/lib/istandaarden/checks/check-bericht.ts'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import type { XmlEngine } from '#/lib/istandaarden/checks/xml-engine.ts'
import { checkBareEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/check-content.ts'

/** Checks one file: a bericht, or an envelope with a bericht in it. Throws only when the XML engine itself fails. */
export function checkFile(bytes: Buffer, expected: CheckExpectations, engine: XmlEngine): FileReport {
  if (recogniseEnvelope(bytes) === 'envelope') return checkEnvelope(bytes, expected, engine)
  if (expected.eigenBijdrage !== undefined) return { ...checkBareEigenBijdrage(bytes, expected, engine), envelop: null }
  return { ...checkBericht(bytes, expected, engine), envelop: null }
}
