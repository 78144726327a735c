import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { clock } from '#/lib/platform/clock.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** What is shown of a certificate. */
export type CertificateView = {
  readonly subject: string
  readonly issuer: string
  /** Organisation number: serialNumber in the subject; null when it has none. */
  readonly oin: string | null
  readonly validUntil: Date
  /** SHA-256, 64 hexadecimal digits. */
  readonly fingerprint: string
}

/** Why a certificate is of no use. */
export type CertificateFault =
  | 'certificate'
  | 'certificateKey'
  | 'certificateTime'
  | 'certificateIssuer'
  | 'certificateUse'

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'
const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

function parse(text: string): X509Certificate | null {
  const [first, ...more] = text.match(PEM_BLOCK) ?? []
  if (first === undefined || more.length > 0) return null
  try {
    return new X509Certificate(first)
  } catch {
    // Whatever OpenSSL says of it, it is no certificate.
    return null
  }
}

const partOf = (subject: string, name: string): string | null =>
  subject
    .split('\n')
    .find((line) => line.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null

/** What a certificate in PEM says; null for anything else. */
export function describeCertificate(pem: string): CertificateView | null {
  const certificate = parse(pem)
  if (certificate === null) return null
  return {
    subject: partOf(certificate.subject, 'CN') ?? certificate.subject,
    issuer: partOf(certificate.issuer, 'CN') ?? certificate.issuer,
    oin: partOf(certificate.subject, 'serialNumber'),
    validUntil: certificate.validToDate,
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

/** The authorities that the web service lets in. */
function authorities(): readonly X509Certificate[] {
  const { webservice } = settings()
  if (webservice === null) return []
  return (readFileSync(webservice.caFile, 'utf8').match(PEM_BLOCK) ?? []).map((pem) => new X509Certificate(pem))
}

const isIssuedBy = (certificate: X509Certificate, authority: X509Certificate) =>
  certificate.checkIssued(authority) && certificate.verify(authority.publicKey)

/**
 * Reads the certificate with which software will come to the web service, as somebody pasted it: one certificate without its key, valid
 * now, for a client, from an authority that the web service lets in. Answers it in PEM with what it says.
 */
export function readClientCertificate(
  text: string,
): Result<CertificateView & { readonly pem: string }, CertificateFault> {
  if (/PRIVATE KEY/.test(text)) return err('certificateKey')
  const certificate = parse(text)
  const view = certificate && describeCertificate(certificate.toString())
  if (certificate === null || view === null) return err('certificate')
  const now = clock.now()
  if (certificate.validFromDate > now || certificate.validToDate <= now) return err('certificateTime')
  if (certificate.ca || (certificate.keyUsage && !certificate.keyUsage.includes(CLIENT_AUTH)))
    return err('certificateUse')
  if (!authorities().some((authority) => isIssuedBy(certificate, authority))) return err('certificateIssuer')
  return ok({ ...view, pem: certificate.toString() })
}
