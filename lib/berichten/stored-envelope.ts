import { z } from 'zod'
import { CarryingHeader, type FaultHeader, type FileReport, Payload } from '#/lib/envelope/schema.ts'

/**
 * What is kept of the envelope of a bericht (decision 007). `header`: what it says, for a bericht that was delivered bare
 * the one that the portal made. `delivered`: the stored bytes are an envelope; null when they are the bericht itself.
 */
export const StoredEnvelope = z.strictObject({
  header: CarryingHeader.nullable(),
  delivered: z
    .strictObject({
      sizeBytes: z.int(),
      sha256: z.string(),
      payload: Payload.nullable(),
    })
    .nullable(),
})
export type StoredEnvelope = z.infer<typeof StoredEnvelope>

/** The column of a bericht, read. */
export const readStoredEnvelope = (column: unknown): StoredEnvelope | null => StoredEnvelope.nullable().parse(column)

/** What to keep of a file that was delivered as an envelope; null for a bare bericht. */
export function envelopeDelivered(
  { envelop }: Pick<FileReport, 'envelop'>,
  file: { readonly sizeBytes: number; readonly sha256: string },
): StoredEnvelope | null {
  if (envelop === null) return null
  const { header, payload } = envelop
  const { sizeBytes, sha256 } = file
  return {
    header: header?.berichtcode === 'Fo01' ? null : header,
    delivered: { sizeBytes, sha256, payload },
  }
}

// A sentence of somebody else's software may name a person by number. Nine digits in a row are not kept.
const LONG_NUMBER = /[0-9]{9,}/g

/** What the chain said when it refused a bericht. */
export const ReceivedFault = z.strictObject({
  referentienummer: z.uuid(),
  zender: z.string().max(200),
  code: z.string().max(7),
  plek: z.enum(['client', 'server']),
  omschrijving: z.string().max(200),
  /** Referentienummers of the Fo01's about it that came before or were only noted, the newest first. */
  earlier: z.array(z.uuid()).readonly().optional(),
})
export type ReceivedFault = z.infer<typeof ReceivedFault>

/** What to keep of a functional error. */
export function faultReceived({ referentienummer, zender, fout }: z.infer<typeof FaultHeader>): ReceivedFault {
  const { code, plek, omschrijving } = fout
  return {
    referentienummer,
    zender: zender.organisatie,
    code,
    plek,
    omschrijving: omschrijving.replace(LONG_NUMBER, (digits) => '*'.repeat(digits.length)),
  }
}
