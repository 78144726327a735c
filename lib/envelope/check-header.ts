import { envelopePath } from '#/lib/envelope/check-frame.ts'
import { findFunctie, functieVersieOf, TEXT_FILE_BODIES } from '#/lib/envelope/functies.ts'
import type { Frame } from '#/lib/envelope/read-frame.ts'
import type { CarryingHeader, Payload } from '#/lib/envelope/schema.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import {
  type CheckExpectations,
  type Finding,
  finding,
  type Kenmerken,
} from '#/lib/istandaarden/checks/check-report.ts'
import { checkProduct, checkRichting } from '#/lib/istandaarden/checks/identify.ts'
import { CAK, EIGEN_BIJDRAGE_RELEASES, type EigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'

/** An envelope whose header has the right form, with what it is expected to be. */
export type HeaderToCheck = {
  readonly frame: Frame
  readonly header: CarryingHeader
  readonly expected: CheckExpectations
}

/** A finding at an element of the frame. */
function at({ kind, place }: Frame, path: string, variant: string, params: Finding['params'] = {}): Finding {
  return finding('ENVELOP', variant, { ...place(path), pad: envelopePath(kind, path) }, params)
}

/** Where an envelope says what is in it. */
export const FUNCTIE = 'stuurgegevens/functie'
const ZENDER = 'stuurgegevens/zender/organisatie'
const ONTVANGER = 'stuurgegevens/ontvanger/organisatie'

/** The organisation at the other end: who gets what the gemeente sends, or who sent what it gets. */
const otherEnd = ({ header, expected }: HeaderToCheck) =>
  expected.richting === 'aangeleverd' ? header.ontvanger.organisatie : header.zender.organisatie

/**
 * The envelope is this gemeente's own: from it when it delivers, to it when it receives. When it is not, nothing else in
 * the file is this gemeente's business.
 */
export function checkOwner({ frame, header, expected }: HeaderToCheck): Finding | null {
  const isDelivered = expected.richting === 'aangeleverd'
  const own = isDelivered ? header.zender.organisatie : header.ontvanger.organisatie
  if (own === expected.gemeenteCode) return null
  const params = { verwacht: expected.gemeenteCode }
  return isDelivered ? at(frame, ZENDER, 'zender', params) : at(frame, ONTVANGER, 'ontvanger', params)
}

/** The functie exists and travels in this kind of envelope. */
export function checkFunctie({ frame, header }: HeaderToCheck): Finding | null {
  const functie = findFunctie(header.functie)
  if (functie === null) return at(frame, FUNCTIE, 'functieOnbekend')
  const params = { functie: header.functie, verwacht: functie.berichtcode, gevonden: header.berichtcode }
  return functie.berichtcode === header.berichtcode ? null : at(frame, FUNCTIE, 'functieEnvelop', params)
}

/**
 * A bericht about the eigen bijdrage is of this product, goes this way, and has the CAK at its other end. All of it by the
 * envelope: nothing else is known to say so.
 */
export function checkEigenBijdrage(envelope: HeaderToCheck, bericht: EigenBijdrage): Finding | null {
  const { frame, expected } = envelope
  const wrong = checkProduct(bericht, expected) ?? checkRichting(bericht, expected)
  if (wrong !== null) return { ...wrong, ...frame.place(FUNCTIE), pad: envelopePath(frame.kind, FUNCTIE) }
  if (otherEnd(envelope) === CAK) return null
  const params = { functie: bericht.soort }
  return expected.richting === 'aangeleverd'
    ? at(frame, ONTVANGER, 'ontvangerCak', params)
    : at(frame, ZENDER, 'zenderCak', params)
}

/** The release of iEb that an envelope names; null when it names none that is known, which nobody is told: see functieVersieOf. */
export function eigenBijdrageVersie({ functieVersie, functieSubversie }: CarryingHeader): string | null {
  const named = EIGEN_BIJDRAGE_RELEASES.find(({ versie }) => {
    const numbers = functieVersieOf(versie)
    return numbers.functieVersie === functieVersie && numbers.functieSubversie === functieSubversie
  })
  return named?.versie ?? null
}

/** A file of another form than XML goes to and comes from the CAK and the CBS only. */
export function checkTextFile(envelope: HeaderToCheck, payload: Payload): Finding | null {
  const isAllowed = payload.kind === 'xmlBestand' || TEXT_FILE_BODIES.includes(otherEnd(envelope))
  return isAllowed ? null : at(envelope.frame, 'parameters/bericht/tekstBestand', 'tekstBestand')
}

/** The envelope says of the bericht in it what the bericht says itself. */
export function checkAgreement(envelope: HeaderToCheck, kenmerken: Kenmerken): readonly Finding[] {
  const { frame, header, expected } = envelope
  const { berichtsoort, versie } = kenmerken
  const soort = berichtsoort === null ? null : findBerichtsoort(berichtsoort)
  if (soort === null || versie === null) return []
  if (header.functie !== soort.soort) return [at(frame, FUNCTIE, 'functieInhoud', { berichtsoort: soort.soort })]
  const findings: Finding[] = []
  const { functieVersie, functieSubversie } = functieVersieOf(versie)
  if (header.functieVersie !== functieVersie || header.functieSubversie !== functieSubversie) {
    const params = { versie, functieVersie, functieSubversie }
    // How a release is numbered here is known from examples only: what differs is told, not refused.
    findings.push({ ...at(frame, 'parameters/functieVersie', 'functieVersie', params), ernst: 'waarschuwing' })
  }
  const other = soort.gemeenteVeld === 'Afzender' ? kenmerken.ontvanger : kenmerken.afzender
  // What VECOZO answers for a provider carries VECOZO's name.
  const isForProvider = expected.richting === 'ontvangen' && otherEnd(envelope) === 'VECOZO'
  if (other !== null && other !== otherEnd(envelope) && !isForProvider) {
    const isDelivered = expected.richting === 'aangeleverd'
    findings.push(at(frame, isDelivered ? ONTVANGER : ZENDER, isDelivered ? 'ontvangerInhoud' : 'zenderInhoud'))
  }
  return findings
}
