import { type DeliverableEigenBijdrage, deliverableEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** What the headers of an upload say about it. */
export type DeliveryHeaders = {
  /** Several files packed together. */
  readonly isZip: boolean
  readonly unverifiedFileName: string | null
  readonly declaredBytes: number | undefined
  readonly declaredSha256: string | undefined
  readonly idempotencyKey: string | undefined
  readonly eigenBijdrage: DeliverableEigenBijdrage | undefined
}
export type HeaderFault = 'media_type' | 'encoding' | 'file_name' | 'digest' | 'idempotency_key' | 'berichtsoort'

const XML_TYPES = ['application/xml', 'text/xml']
const ZIP_TYPES = ['application/zip', 'application/x-zip-compressed']
// A structured field (RFC 8941) with algorithms as keys; ours is SHA-256, others are left alone (RFC 9530).
const SHA256_DIGEST = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:,|$)/
const KEY = /^[\x21-\x7e]{1,200}$/

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** What bare files are, by X-Berichtsoort; only those about the eigen bijdrage do not say so themselves. */
export function readChosenSoort(headers: Headers): Result<DeliverableEigenBijdrage | undefined, 'berichtsoort'> {
  const name = headers.get('x-berichtsoort')
  if (name === null) return ok(undefined)
  const soort = deliverableEigenBijdrage(name)
  return soort === null ? err('berichtsoort') : ok(soort)
}

/** Reads the headers of an upload of one raw file, or of a zip. */
export function readDeliveryHeaders(headers: Headers): Result<DeliveryHeaders, HeaderFault> {
  const mediaType = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const isZip = ZIP_TYPES.includes(mediaType)
  if (!(isZip || XML_TYPES.includes(mediaType))) return err('media_type')
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') return err('encoding')
  const encodedName = headers.get('x-bestandsnaam')
  const name = encodedName === null ? null : decoded(encodedName)
  if (encodedName !== null && name === null) return err('file_name')
  const digestHeader = headers.get('content-digest')
  const digest = digestHeader === null ? undefined : SHA256_DIGEST.exec(digestHeader)?.[1]
  if (digestHeader !== null && digest === undefined) return err('digest')
  const key = headers.get('idempotency-key') ?? undefined
  if (key !== undefined && !KEY.test(key)) return err('idempotency_key')
  const soort = readChosenSoort(headers)
  if (!soort.ok) return soort
  const length = headers.get('content-length')
  return ok({
    isZip,
    unverifiedFileName: name,
    declaredBytes: length === null ? undefined : Number(length),
    declaredSha256: digest === undefined ? undefined : Buffer.from(digest, 'base64').toString('hex'),
    idempotencyKey: key,
    eigenBijdrage: soort.value,
  })
}
