import type { BerichtDetail, BerichtView, LinkedBericht, StatusChangeView } from '#/lib/berichten/schema.ts'
import { describeFault } from '#/lib/envelope/faults/describe-fault.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { describeFinding } from '#/lib/istandaarden/describe-finding.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'

/** A finding as the HTTP interface tells it, in the language of who asks. */
export const apiFinding = (finding: Finding, locale: Locale) => {
  const { code, ernst, regel, kolom, pad, inEnvelop } = finding
  // Where line and column count: in the file that was sent, or in the bericht that was taken out of its envelope.
  const plaats = inEnvelop ? 'inhoud' : 'bestand'
  return { code, ernst, regel, kolom, pad, plaats, ...describeFinding(finding, locale) }
}

/** What the envelope says. Who it is from and to is told by direction and bericht. */
const apiEnvelope = ({ envelope }: BerichtView) =>
  envelope && {
    berichtcode: envelope.berichtcode,
    crossRefnummer: envelope.berichtcode === 'Du01' ? envelope.crossRefnummer : null,
    functie: envelope.functie,
    tijdstipBericht: envelope.tijdstipBericht,
  }

/** What the chain said when it refused a bericht, with what it means. */
const apiFault = ({ fault }: BerichtView, locale: Locale) => {
  if (fault === null) return null
  const { code, zender, omschrijving } = fault
  const { uitleg, herstel } = describeFault(code, zender, locale)
  return { code, zender, omschrijving, uitleg, herstel }
}

/** The one object of a bericht in the HTTP interface. */
export const apiBericht = (bericht: BerichtView, locale: Locale) => ({
  id: bericht.id,
  product: bericht.product,
  richting: bericht.direction.toLowerCase(),
  status: bericht.status,
  berichtsoort: bericht.berichtsoort,
  versie: bericht.versie,
  afzender: bericht.afzender,
  ontvanger: bericht.ontvanger,
  identificatie: bericht.identificatie,
  dagtekening: bericht.dagtekening,
  referentienummer: bericht.referentienummer,
  bestandsnaam: bericht.fileName,
  grootte: bericht.sizeBytes,
  sha256: bericht.sha256,
  aangemaaktOp: bericht.createdAt.toISOString(),
  ontvangenOp: bericht.receivedAt?.toISOString() ?? null,
  wachtOp: bericht.awaits,
  termijn: bericht.deadlineOn,
  teLaat: bericht.isLate,
  beantwoordOp: bericht.answeredAt?.toISOString() ?? null,
  oordeel: bericht.verdict,
  geweigerd: bericht.isRefused,
  aantalFouten: bericht.errorCount,
  aantalWaarschuwingen: bericht.warningCount,
  inhoudBeschikbaar: bericht.outOfReach === null,
  vormen: bericht.outOfReach === null ? bericht.forms : [],
  envelop: apiEnvelope(bericht),
  fout: apiFault(bericht, locale),
  bevindingen: bericht.findings.map((finding) => apiFinding(finding, locale)),
})

const apiStep = ({ status, at, byName, explanation, note }: StatusChangeView) => ({
  status,
  op: at.toISOString(),
  door: byName,
  toelichting: explanation,
  gebeurtenis: note,
})

const apiLinked = ({ id, berichtsoort, identificatie, status, verdict, kind }: LinkedBericht) => ({
  id,
  berichtsoort,
  relatie: kind,
  identificatie,
  status,
  oordeel: verdict,
})

/** The object with what only the detail has; the timeline oldest first. */
export const apiBerichtDetail = (bericht: BerichtDetail, locale: Locale) => ({
  ...apiBericht(bericht, locale),
  tijdlijn: bericht.timeline.toReversed().map(apiStep),
  gekoppeld: bericht.linked.map(apiLinked),
})
