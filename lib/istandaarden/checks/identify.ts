import { type Berichtsoort, berichtsoortOfNamespace } from '#/lib/istandaarden/berichtsoorten.ts'
import {
  type CheckExpectations,
  type Finding,
  finding,
  type Kenmerken,
} from '#/lib/istandaarden/checks/check-report.ts'
import type { TextPosition } from '#/lib/istandaarden/checks/text-position.ts'
import type { HeaderName, HeaderValues, ParsedXml } from '#/lib/istandaarden/checks/xml-engine.ts'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'

/** Nothing known yet. */
export const NO_KENMERKEN: Kenmerken = {
  product: null,
  berichtsoort: null,
  versie: null,
  afzender: null,
  ontvanger: null,
  identificatie: null,
  dagtekening: null,
  heenIdentificatie: null,
  heenDagtekening: null,
}

const ENVELOPE_NAMESPACES = ['http://www.stufstandaarden.nl/koppelvlak/ggk0210', 'http://www.egem.nl/StUF/StUF0301']
const FAMILY = /^http:\/\/www\.istandaarden\.nl\/(iwmo|ijw)\/([0-9]{1,2})_([0-9]{1,2})\/(wmo|jw)([0-9]{3})\/schema$/

/** Which berichtsoort a root element is, or the finding that says why it is none that the portal knows. */
export function identifyRoot({ rootName, rootNamespace }: ParsedXml): Berichtsoort | Finding {
  const soort = berichtsoortOfNamespace(rootNamespace)
  if (soort !== null) return soort
  const at = { regel: 1, kolom: 1, pad: `/${rootName.slice(0, 60)}` }
  const versies = RELEASES.map((release) => release.versie).join(', ')
  if (ENVELOPE_NAMESPACES.includes(rootNamespace)) return finding('ENVELOP', 'soort', at)
  const [, , major, minor, letters, nummer] = FAMILY.exec(rootNamespace) ?? []
  if (major === undefined) return finding('ONBEKENDE_VERSIE', 'geenBericht', at, { versies })
  const gevonden = `${major}.${minor}`
  const isKnown = RELEASES.some((release) => release.versie === gevonden)
  const berichtsoort = `${letters}${nummer}`.toUpperCase()
  return finding('ONBEKENDE_VERSIE', isKnown ? 'bericht' : 'versie', at, { gevonden, berichtsoort, versies })
}

const formed = (value: string | null, form: RegExp) => (value !== null && form.test(value) ? value : null)
const PARTY = /^([0-9]{4}|[0-9]{8})$/
const IDENTIFICATIE = /^[^\r\n]{1,12}$/u
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

/** The facts of the header, each only when it has the form it should have. */
export function kenmerkenOf(soort: Berichtsoort, header: HeaderValues): Kenmerken {
  const identificatie = formed(header.Identificatie, IDENTIFICATIE)
  const dagtekening = formed(header.Dagtekening, DATE)
  return {
    product: soort.product,
    berichtsoort: soort.soort,
    versie: soort.versie,
    afzender: formed(header.Afzender, PARTY),
    ontvanger: formed(header.Ontvanger, PARTY),
    identificatie: soort.isRetour ? formed(header.IdentificatieRetour, IDENTIFICATIE) : identificatie,
    dagtekening: soort.isRetour ? formed(header.DagtekeningRetour, DATE) : dagtekening,
    heenIdentificatie: soort.isRetour ? identificatie : formed(header.DeclaratieIdentificatie, IDENTIFICATIE),
    heenDagtekening: soort.isRetour ? dagtekening : formed(header.DeclaratieDagtekening, DATE),
  }
}

/** Finds the place of a header element in the file; asked only when there is something to say about it. */
export type LocateHeader = (name: HeaderName) => TextPosition

/** RS047: the code in the header is that of the berichtsoort whose namespace the root has. */
export function checkBerichtCode(soort: Berichtsoort, header: HeaderValues, locate: LocateHeader): Finding | null {
  // A header without the element is a matter of the schema.
  if (header.BerichtCode === null || header.BerichtCode === soort.berichtCode) return null
  const at = { ...locate('BerichtCode'), pad: '/Bericht/Header/BerichtCode' }
  const gevonden = formed(header.BerichtCode, /^[0-9]{3}$/) ?? ''
  return finding('BERICHTCODE', 'algemeen', at, {
    verwacht: soort.berichtCode,
    gevonden,
    berichtsoort: soort.soort,
  })
}

/** The file is of the product that it was delivered under. */
export function checkProduct(
  soort: Pick<Berichtsoort, 'soort' | 'product'>,
  expected: CheckExpectations,
): Finding | null {
  if (soort.product === expected.product) return null
  return finding('VERKEERD_PRODUCT', 'algemeen', ROOT, {
    berichtsoort: soort.soort,
    verwacht: expected.product,
    gevonden: soort.product,
  })
}

/** The gemeente may send, or may receive, this berichtsoort. The berichtsoort decides, never Afzender. */
export function checkRichting(
  soort: Pick<Berichtsoort, 'soort' | 'naam' | 'gemeente'>,
  { richting }: CheckExpectations,
): Finding | null {
  const handeling = richting === 'aangeleverd' ? 'aanleveren' : 'ophalen'
  if (soort.gemeente === handeling) return null
  return finding('VERKEERDE_RICHTING', richting, ROOT, { berichtsoort: soort.soort, naam: soort.naam })
}

/**
 * The gemeente that the file is of is this one. A retourbericht copies Afzender and Ontvanger from its heenbericht, so
 * which of the two holds the gemeente depends on the berichtsoort and not on who sends the file.
 */
export function checkGemeente(
  soort: Berichtsoort,
  header: HeaderValues,
  expected: CheckExpectations,
  locate: LocateHeader,
): Finding | null {
  const veld = soort.gemeenteVeld
  const code = header[veld]
  if (code === null || code === expected.gemeenteCode) return null
  return finding(
    'VERKEERDE_AFZENDER',
    soort.isRetour ? 'retour' : 'algemeen',
    { ...locate(veld), pad: `/Bericht/Header/${veld}` },
    { element: veld, verwacht: expected.gemeenteCode, gevonden: formed(code, PARTY) ?? '', berichtsoort: soort.soort },
  )
}

const ROOT = { regel: 1, kolom: 1, pad: '/Bericht' }
