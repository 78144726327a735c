import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { sealContext } from '#/lib/berichten/check-stored.ts'
import { type ContentForm, formsOf } from '#/lib/berichten/schema.ts'
import { readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import { decodeContent } from '#/lib/envelope/content-decoder.ts'
import { wrapContent } from '#/lib/envelope/wrap-envelope.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import { type ByteRange, cutBytes } from '#/lib/platform/storage/cut-bytes.ts'

/** The content of a bericht in one form, not opened yet. */
export type FormOfContent = {
  readonly form: ContentForm
  readonly fileName: string
  readonly sizeBytes: number
  /** Of all bytes of this form, 64 hexadecimal digits. */
  sha256(signal: AbortSignal): Promise<string>
  /** The bytes of the whole or of a range, streamed. */
  open(range: ByteRange | undefined, signal: AbortSignal): Promise<Readable>
}

type Stored = Pick<Bericht, 'id' | 'organisationId' | 'fileName' | 'sizeBytes' | 'sha256' | 'envelope'>

/** The bytes as they are stored, or a part of them. */
function openStored(row: Stored, storageKey: string, signal: AbortSignal, range?: ByteRange) {
  const context = sealContext(row.organisationId, row.id)
  return contentStorage().open(storageKey, { context, signal, ...(range ? { range } : {}) })
}

const streamed = (bytes: AsyncIterable<Buffer>, range: ByteRange | undefined) =>
  Readable.from(range ? cutBytes(bytes, range) : bytes, { objectMode: false })

async function digestOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of bytes) hash.update(piece)
  return hash.digest('hex')
}

/** `melding.xml` becomes `melding-envelop.xml`. */
const envelopeName = (name: string) => name.replace(/(\.[A-Za-z0-9]{1,8})?$/, (extension) => `-envelop${extension}`)

function asBericht(row: Stored, storageKey: string): FormOfContent {
  const delivered = readStoredEnvelope(row.envelope)?.delivered
  const payload = delivered?.payload
  const sha256 = Buffer.from(row.sha256).toString('hex')
  return {
    form: 'bericht',
    fileName: payload?.bestandsnaam ?? row.fileName,
    sizeBytes: row.sizeBytes,
    sha256: () => Promise.resolve(sha256),
    open: async (range, signal) => {
      if (!payload) return openStored(row, storageKey, signal, range)
      const coded = await openStored(row, storageKey, signal, { start: payload.start, end: payload.end - 1 })
      return streamed(decodeContent(coded), range)
    },
  }
}

function asEnvelope(row: Stored, storageKey: string): FormOfContent | null {
  const envelope = readStoredEnvelope(row.envelope)
  const fileName = envelopeName(row.fileName)
  if (envelope?.delivered) {
    const { sizeBytes, sha256 } = envelope.delivered
    return {
      form: 'envelop',
      fileName,
      sizeBytes,
      sha256: () => Promise.resolve(sha256),
      open: (range, signal) => openStored(row, storageKey, signal, range),
    }
  }
  if (!envelope?.header) return null
  const wrapped = wrapContent(envelope.header, row.sizeBytes)
  const write = async (signal: AbortSignal) => wrapped.write(await openStored(row, storageKey, signal))
  return {
    form: 'envelop',
    fileName,
    sizeBytes: wrapped.sizeBytes,
    // Written once more for its digest: it lies nowhere, and a digest kept apart could differ from what is sent.
    sha256: async (signal) => digestOf(await write(signal)),
    open: async (range, signal) => streamed(await write(signal), range),
  }
}

/** The content of a bericht in a form that it has; null for a form that it does not have. */
export function contentIn(row: Stored, storageKey: string, form: ContentForm): FormOfContent | null {
  if (!formsOf(readStoredEnvelope(row.envelope)).includes(form)) return null
  return form === 'bericht' ? asBericht(row, storageKey) : asEnvelope(row, storageKey)
}
