import { z } from 'zod'
import { BERICHT_PRODUCTS, type BerichtProduct } from '#/lib/access/products.ts'
import { DAY_MS, MINUTE_MS } from '#/lib/platform/clock.ts'

/** Address of a file that comes in parts; a malformed id is an id that does not exist. */
export const UploadAddress = z.strictObject({ product: z.enum(BERICHT_PRODUCTS), uploadId: z.uuid() })
export type UploadAddress = z.infer<typeof UploadAddress>

/** So long a file may take, and so long its answer can be asked for again. */
export const UPLOAD_TERM_MS = DAY_MS
/** Files that one person may have under way; a browser of ours sends three at a time. */
export const MOST_OF_A_PERSON = 20
/** Files that one gemeente may have under way: what they may hold of the disk. */
export const MOST_OF_A_GEMEENTE = 200
/** What nobody has written to for so long makes room for another file when there are too many. */
export const IDLE_MS = 15 * MINUTE_MS
/** About so much is sealed and kept at a time: what a process that is killed may lose. */
export const PART_BYTES = 1_048_576

const MOST_METADATA_CHARACTERS = 4_096

/** What a browser says about a file before it sends it, in the words of tus clients. */
const Metadata = z.object({
  filename: z.string().max(1_000).nullish(),
  filetype: z.enum(['application/xml', 'text/xml', 'application/zip', 'application/x-zip-compressed']),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  key: z.string().regex(/^[\x21-\x7e]{1,200}$/),
})

/** A file that is about to come in parts. */
export type BeginUpload = {
  readonly product: BerichtProduct
  readonly sizeBytes: number
  readonly unverifiedFileName: string | null
  readonly isZip: boolean
  readonly sha256: string | undefined
  readonly idempotencyKey: string
}

/** Reads the metadata of a file; null when something of it is missing, too long or not what it should be. */
export function readMetadata(
  metadata: Readonly<Record<string, string | null>>,
): Omit<BeginUpload, 'product' | 'sizeBytes'> | null {
  const read = Metadata.safeParse(metadata)
  if (!read.success) return null
  const { filename, filetype, sha256, key } = read.data
  return {
    unverifiedFileName: filename ?? null,
    isZip: filetype.includes('zip'),
    sha256: sha256?.toLowerCase(),
    idempotencyKey: key,
  }
}

/** Whether the header that carries the metadata is of a length that anybody needs. */
export const isShortMetadata = (header: string | null): boolean => (header?.length ?? 0) <= MOST_METADATA_CHARACTERS
