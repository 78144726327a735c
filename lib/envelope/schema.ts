import { z } from 'zod'
import { CheckReport } from '#/lib/istandaarden/checks/check-report.ts'

/** The largest envelope in bytes, its content in base64 included. */
export const MAXIMUM_ENVELOPE_BYTES = 26_214_400

/** A referentienummer: UUID version 4 in lower case. */
const Referentienummer = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
const Versienummer = z.string().regex(/^[0-9]{4}$/)
const Moment = z.string().regex(/^[0-9]{8,17}$/)

/** Who an envelope is from. What it may say of a person (gebruiker) is not read. */
const Sender = z.strictObject({
  organisatie: z.string().min(1).max(200),
  applicatie: z.string().min(3).max(50),
  administratie: z.string().max(50).nullable(),
})
const Receiver = z.strictObject({ organisatie: z.string().min(1).max(200) })

const stuurgegevens = {
  zender: Sender,
  ontvanger: Receiver,
  referentienummer: Referentienummer,
  tijdstipBericht: Moment,
}
const parameters = {
  functie: z.string().min(1).max(30),
  applicatieVersie: Versienummer,
  applicatieSubversie: Versienummer,
  functieVersie: Versienummer,
  functieSubversie: Versienummer,
}

/** What an envelope with a heenbericht says. */
export const HeenHeader = z.strictObject({ berichtcode: z.literal('Di01'), ...stuurgegevens, ...parameters })
export type HeenHeader = z.infer<typeof HeenHeader>

/** What an envelope with a retourbericht says; `crossRefnummer` is the referentienummer of the Di01 that it answers. */
export const RetourHeader = z.strictObject({
  berichtcode: z.literal('Du01'),
  ...stuurgegevens,
  crossRefnummer: Referentienummer,
  ...parameters,
})
export type RetourHeader = z.infer<typeof RetourHeader>

/** A functional error about an earlier Di01 or Du01. */
export const FaultHeader = z.strictObject({
  berichtcode: z.literal('Fo01'),
  ...stuurgegevens,
  crossRefnummer: Referentienummer,
  fout: z.strictObject({
    code: z.string().min(1).max(7),
    plek: z.enum(['client', 'server']),
    omschrijving: z.string().max(200),
    details: z.string().max(1_000).nullable(),
  }),
})
export type FaultHeader = z.infer<typeof FaultHeader>

/** An envelope that carries something. */
export const CarryingHeader = z.discriminatedUnion('berichtcode', [HeenHeader, RetourHeader])
export type CarryingHeader = z.infer<typeof CarryingHeader>

export const EnvelopeHeader = z.discriminatedUnion('berichtcode', [HeenHeader, RetourHeader, FaultHeader])
export type EnvelopeHeader = z.infer<typeof EnvelopeHeader>

/** The longest name that an envelope gives a file, in characters. */
export const FILE_NAME_AT_MOST = 255

/** How content travels: a bericht in XML, or a file of another form with a name. */
export const PAYLOAD_KINDS = ['xmlBestand', 'tekstBestand'] as const

/** What an envelope holds, decoded, and between which bytes of the file its coded text stands. */
export const Payload = z.strictObject({
  kind: z.enum(PAYLOAD_KINDS),
  bestandsnaam: z.string().max(FILE_NAME_AT_MOST).nullable(),
  start: z.int().min(0),
  end: z.int().min(0),
  sizeBytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** For a tekstBestand, whose encoding nothing else tells. */
  isUtf8: z.boolean(),
})
export type Payload = z.infer<typeof Payload>

/** What is known of a file that is an envelope: its header when everything in it has the right form, and its content. */
export const EnvelopeFacts = z.strictObject({
  header: EnvelopeHeader.nullable(),
  payload: Payload.nullable(),
})
export type EnvelopeFacts = z.infer<typeof EnvelopeFacts>

/** The outcome of all checks on a file: of the bericht, and of the envelope round it when there is one. */
export const FileReport = CheckReport.extend({ envelop: EnvelopeFacts.nullable() })
export type FileReport = z.infer<typeof FileReport>
