import { webcrypto } from 'node:crypto'
import { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } from '@peculiar/x509'
import { DAY_MS } from '#/lib/platform/clock.ts'
import type { Certified } from '#/simulators/keten/certificates.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** An authority that another one vouches for: between a certificate and whom people trust. Without `isAuthority` it only pretends. */
export async function makeIntermediate(
  above: Certified,
  { name, until, isAuthority = true }: { readonly name: string; readonly until?: Date; readonly isAuthority?: boolean },
): Promise<Certified> {
  const keys = (await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as CryptoKeyPair
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: '7001',
      subject: `CN=${name}`,
      issuer: above.certificate.subject,
      notBefore: new Date(Date.now() - 2 * DAY_MS),
      notAfter: until ?? new Date(Date.now() + 30 * DAY_MS),
      publicKey: keys.publicKey,
      signingKey: above.keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(isAuthority, undefined, true),
        new KeyUsagesExtension(isAuthority ? KeyUsageFlags.keyCertSign : KeyUsageFlags.digitalSignature, true),
      ],
    },
    webcrypto as unknown as Crypto,
  )
  return { certificate, keys }
}
