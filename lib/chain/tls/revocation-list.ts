import { X509Certificate } from 'node:crypto'

/** What an authority has taken back (RFC 5280 chapter 5), as far as it is looked at here; what it names is for OpenSSL. */
export type RevocationList = {
  readonly pem: string
  /** The name of the authority, as it lies in the list. */
  readonly issuer: string
  readonly madeAt: Date
  /** From then on it says nothing any more, and OpenSSL lets nobody of this authority in; null: it has no end. */
  readonly endsAt: Date | null
}

/** An element of DER: its tag, what is in it, and all of it. */
type Element = { readonly tag: number; readonly content: Buffer; readonly whole: Buffer }

const SEQUENCE = 0x30
const INTEGER = 0x02
const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18
const VERSION_OF_CERTIFICATE = 0xa0

class NoListError extends Error {
  constructor() {
    super('no X509 CRL in PEM')
    this.name = 'NoListError'
  }
}

/** The elements that stand one after another in some bytes. Throws NoListError. */
function elements(bytes: Buffer): Element[] {
  const found: Element[] = []
  for (let at = 0; at < bytes.length; ) {
    const [tag = 0, first = 0] = bytes.subarray(at)
    const lengthBytes = first < 0x80 ? 0 : first - 0x80
    if (lengthBytes > 4 || at + 2 + lengthBytes > bytes.length) throw new NoListError()
    const start = at + 2 + lengthBytes
    const end = start + (lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes))
    if (end > bytes.length) throw new NoListError()
    found.push({ tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) })
    at = end
  }
  return found
}

/** What stands in a sequence that was signed: of a list the TBSCertList, of a certificate the TBSCertificate. */
function signedParts(der: Buffer): Element[] {
  const [outer] = elements(der)
  const [signed] = outer?.tag === SEQUENCE ? elements(outer.content) : []
  if (signed?.tag !== SEQUENCE) throw new NoListError()
  return elements(signed.content)
}

function momentOf({ tag, content }: Element): Date {
  const text = content.toString('latin1')
  // RFC 5280 chapter 4.1.2.5.1: two digits of 50 and more are of the last century.
  const century = tag === GENERALIZED_TIME ? '' : Number(text.slice(0, 2)) < 50 ? '20' : '19'
  const moment = new Date(`${century}${text}`.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(moment.getTime())) throw new NoListError()
  return moment
}

const isMoment = (element: Element | undefined): element is Element =>
  element?.tag === UTC_TIME || element?.tag === GENERALIZED_TIME

function listOf(pem: string, base64: string): RevocationList {
  const parts = signedParts(Buffer.from(base64, 'base64'))
  // The version is optional, and so is the end.
  const [, issuer, madeAt, endsAt] = parts[0]?.tag === INTEGER ? parts.slice(1) : parts
  if (issuer?.tag !== SEQUENCE || !isMoment(madeAt)) throw new NoListError()
  return {
    pem,
    issuer: issuer.whole.toString('hex'),
    madeAt: momentOf(madeAt),
    endsAt: isMoment(endsAt) ? momentOf(endsAt) : null,
  }
}

const PEM_LIST = /-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----/g

/** Reads a file with lists in PEM, one of each authority. Throws when there is none in it, or one that cannot be read. */
export function readRevocationLists(text: string): readonly RevocationList[] {
  const lists = [...text.matchAll(PEM_LIST)].map(([pem, base64 = '']) => listOf(pem, base64))
  if (lists.length === 0) throw new NoListError()
  return lists
}

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/** An authority by the name that its lists have. */
function issuerOf(certificate: X509Certificate): string {
  const parts = signedParts(certificate.raw)
  const [, , , , subject] = parts[0]?.tag === VERSION_OF_CERTIFICATE ? parts.slice(1) : parts
  return subject?.whole.toString('hex') ?? ''
}

/**
 * The authorities in a file of certificates of which there is no list. OpenSSL asks for a list of each authority between a
 * certificate and its root, the root's included: without one it lets nobody in.
 */
export function authoritiesWithoutList(certificates: string, lists: readonly RevocationList[]): readonly string[] {
  return (certificates.match(PEM_CERTIFICATE) ?? [])
    .map((pem) => new X509Certificate(pem))
    .filter((certificate) => !lists.some(({ issuer }) => issuer === issuerOf(certificate)))
    .map(({ subject }) => subject.replaceAll('\n', ', '))
}

/** Whether a list has come to its end, or is in the last quarter of its time, in which a newer one should have come. */
export function listStage({ madeAt, endsAt }: RevocationList, now: Date): 'over' | 'soon' | null {
  if (endsAt === null) return null
  const remaining = endsAt.getTime() - now.getTime()
  if (remaining <= 0) return 'over'
  return remaining <= (endsAt.getTime() - madeAt.getTime()) / 4 ? 'soon' : null
}
