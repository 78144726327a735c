import { Readable } from 'node:stream'
import { contentIn } from '#/lib/berichten/content-forms.ts'
import { readableKey } from '#/lib/berichten/content-state.ts'
import { readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import type { SoapMessage } from '#/lib/chain/outbound/post-envelope.ts'
import { SOAP_AROUND } from '#/lib/chain/soap/soap-names.ts'
import { FaultHeader } from '#/lib/envelope/schema.ts'
import { wrapContent, writeFault } from '#/lib/envelope/wrap-envelope.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { ContentMissingError } from '#/lib/platform/storage/object-store.ts'

/** The SOAP message of a functional error that goes on to the software of a gemeente, as it came. */
export function faultMessage(kept: unknown): SoapMessage {
  const header = FaultHeader.parse(kept)
  const body = writeFault(header, SOAP_AROUND)
  const { referentienummer } = header
  return { kind: 'Fo01', referentienummer, sizeBytes: body.length, body: Readable.from([body]) }
}

/**
 * The SOAP message of a delivered bericht. The envelope is written from the header that was kept at the delivery, for a bericht
 * that came in one as well: the same bytes at every try, with one referentienummer. `no-envelope`: it answers something that
 * the portal does not know. `no-content`: its content is gone.
 */
export async function outgoingMessage(
  row: Bericht,
  signal: AbortSignal,
): Promise<Result<SoapMessage, 'no-envelope' | 'no-content'>> {
  const envelope = readStoredEnvelope(row.envelope)
  const header = envelope?.header
  if (!header) return err('no-envelope')
  const key = readableKey(row)
  const content = key === null ? null : contentIn(row, key, 'bericht')
  if (content === null) return err('no-content')
  const payload = envelope.delivered?.payload
  const form =
    payload?.kind === 'tekstBestand'
      ? ({ kind: 'tekstBestand', bestandsnaam: payload.bestandsnaam ?? row.fileName } as const)
      : ({ kind: 'xmlBestand' } as const)
  const wrapped = wrapContent(header, row.sizeBytes, form, SOAP_AROUND)
  try {
    const bytes = await content.open(undefined, signal)
    const { berichtcode: kind, referentienummer } = header
    return ok({
      kind,
      referentienummer,
      sizeBytes: wrapped.sizeBytes,
      body: wrapped.write(bytes as AsyncIterable<Buffer>),
    })
  } catch (error) {
    if (error instanceof ContentMissingError) return err('no-content')
    throw error
  }
}
