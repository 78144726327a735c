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

/** Why a certificate is of no use. `certificateChain`: below it stands something else than authorities, or it is one itself. */
export type CertificateFault =
  | 'certificate'
  | 'certificateKey'
  | 'certificateTime'
  | 'certificateIssuer'
  | 'certificateUse'
  | 'certificateChain'

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'
const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/** The certificates in a text, in their order; null when one of them is none. */
function parseAll(text: string): readonly X509Certificate[] | null {
  try {
    return (text.match(PEM_BLOCK) ?? []).map((pem) => new X509Certificate(pem))
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
  const [certificate] = parseAll(pem) ?? []
  if (certificate === undefined) return null
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
  return webservice === null ? [] : (parseAll(readFileSync(webservice.caFile, 'utf8')) ?? [])
}

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, at: Date) => validFromDate <= at && validToDate > at

const isIssuedBy = (certificate: X509Certificate, authority: X509Certificate) =>
  certificate.checkIssued(authority) && certificate.verify(authority.publicKey)

/**
 * Whether a way leads from a certificate up to one of the trusted, each issued and signed by the next. Each of those between is gone
 * to once: they may name each other, and stand there many times.
 */
function leadsTo(
  trusted: readonly X509Certificate[],
  certificate: X509Certificate,
  between: readonly X509Certificate[],
): boolean {
  const left = new Set(between)
  const reached = [certificate]
  // Grows while it is gone through.
  for (const one of reached) {
    if (trusted.some((authority) => isIssuedBy(one, authority))) return true
    for (const next of left)
      if (isIssuedBy(one, next)) {
        reached.push(next)
        left.delete(next)
      }
  }
  return false
}

const isForClient = ({ ca, keyUsage }: X509Certificate) => !ca && (!keyUsage || keyUsage.includes(CLIENT_AUTH))

/**
 * Reads the certificate with which software will come to the web service, as somebody pasted it: without its key, valid now, for a
 * client, from an authority that the web service lets in or from one of those that are pasted below it and lead there. Answers the
 * certificate alone in PEM with what it says: by it software is known, its chain comes along in each call.
 */
export function readClientCertificate(
  text: string,
): Result<CertificateView & { readonly pem: string }, CertificateFault> {
  if (/PRIVATE KEY/.test(text)) return err('certificateKey')
  const [certificate, ...between] = parseAll(text) ?? []
  const view = certificate && describeCertificate(certificate.toString())
  if (!certificate || !view) return err('certificate')
  if (between.length > 0 && [certificate, ...between].some(({ ca }, index) => ca === (index === 0)))
    return err('certificateChain')
  const now = clock.now()
  if (![certificate, ...between].every((one) => isValidAt(one, now))) return err('certificateTime')
  if (!isForClient(certificate)) return err('certificateUse')
  const trusted = authorities().filter((authority) => isValidAt(authority, now))
  if (!leadsTo(trusted, certificate, between)) return err('certificateIssuer')
  return ok({ ...view, pem: certificate.toString() })
}
