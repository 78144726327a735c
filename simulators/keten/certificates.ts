import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509'
import { DAY_MS } from '#/lib/platform/clock.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const YEARS_10_MS = 3_650 * DAY_MS

export type Certified = { readonly certificate: X509Certificate; readonly keys: CryptoKeyPair }

/** What a certificate of the demo says. `oin` stands in the subject's serialNumber, as in a certificate of PKIoverheid. */
export type CertificateRecipe = {
  readonly name: string
  readonly oin?: string
  /** For a server: it is one of this machine. */
  readonly isServer?: boolean
  readonly from?: Date
  readonly until?: Date
}

const newKeys = (): Promise<CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<CryptoKeyPair>

const serialNumber = () =>
  Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)))
    .toString('hex')
    .replace(/^[89a-f]/, '7')

/** Makes an authority of certificates that the demo, or a test, trusts. */
export async function makeAuthority(name: string, now = new Date()): Promise<Certified> {
  const keys = await newKeys()
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber(),
      name: `CN=${name}`,
      notBefore: new Date(now.getTime() - DAY_MS),
      notAfter: new Date(now.getTime() + YEARS_10_MS),
      signingAlgorithm: ALGORITHM,
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    },
    webcrypto as unknown as Crypto,
  )
  return { certificate, keys }
}

/** Has an authority certify somebody. */
export async function certify(
  authority: Certified,
  { name, oin, isServer = false, from, until }: CertificateRecipe,
  now = new Date(),
): Promise<Certified> {
  const keys = await newKeys()
  const names = ['localhost', '127.0.0.1', '::1']
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: serialNumber(),
      subject: `CN=${name}${oin ? `, 2.5.4.5=${oin}` : ''}`,
      issuer: authority.certificate.subject,
      notBefore: from ?? new Date(now.getTime() - DAY_MS),
      notAfter: until ?? new Date(now.getTime() + YEARS_10_MS),
      publicKey: keys.publicKey,
      signingKey: authority.keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([isServer ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth]),
        ...(isServer
          ? [
              new SubjectAlternativeNameExtension(
                names.map((value) => ({ type: value === 'localhost' ? ('dns' as const) : ('ip' as const), value })),
              ),
            ]
          : []),
      ],
    },
    webcrypto as unknown as Crypto,
  )
  return { certificate, keys }
}

/** The certificates that an authority has taken back, in PEM. */
export async function revocationList(
  authority: Certified,
  revoked: readonly Certified[],
  now = new Date(),
): Promise<string> {
  const crl = await X509CrlGenerator.create(
    {
      issuer: authority.certificate.subject,
      thisUpdate: new Date(now.getTime() - DAY_MS),
      nextUpdate: new Date(now.getTime() + DAY_MS),
      entries: revoked.map(({ certificate: { serialNumber: taken } }) => ({
        serialNumber: taken,
        revocationDate: now,
      })),
      signingAlgorithm: ALGORITHM,
      signingKey: authority.keys.privateKey,
    },
    webcrypto as unknown as Crypto,
  )
  // Not toString('pem'): that calls it CRL, which OpenSSL does not know.
  return PemConverter.encode(crl.rawData, 'X509 CRL')
}

/** The SHA-256 of a certificate, 64 hexadecimal digits. */
export async function fingerprintOf({ certificate }: Certified): Promise<string> {
  return Buffer.from(await certificate.getThumbprint('SHA-256', webcrypto as unknown as Crypto)).toString('hex')
}

/** Certificate and key as text. */
export async function pemOf({
  certificate,
  keys,
}: Certified): Promise<{ readonly cert: string; readonly key: string }> {
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { cert: certificate.toString('pem'), key: PemConverter.encode(key, 'PRIVATE KEY') }
}

/** Who is who in the chain of the demo: file names, and what stands in the certificates. */
export const DEMO_CERTIFICATES = {
  portaal: { name: 'Portaal Zorg (demo)', oin: '00000003900000980000' },
  webservice: { name: 'localhost', isServer: true },
  keten: { name: 'localhost', isServer: true },
  vecozo: { name: 'VECOZO (simulator)', oin: '00000003900000990000' },
  cak: { name: 'CAK (simulator)', oin: '00000003900000970000' },
  voorbeeldstad: { name: 'Software van Voorbeeldstad (demo)', oin: '00000001900000010000' },
  modelwijk: { name: 'Software van Modelwijk (demo)', oin: '00000001900000020000' },
} as const satisfies Record<string, CertificateRecipe>
export type DemoCertificate = keyof typeof DEMO_CERTIFICATES

export const AUTHORITY_FILE = 'ca.pem'
export const PARTIES_FILE = 'partijen.json'

/** Files of a certificate and its key in a folder. */
export const filesOf = (folder: string, name: DemoCertificate) => ({
  certificateFile: join(folder, `${name}.pem`),
  keyFile: join(folder, `${name}.key`),
  caFile: join(folder, AUTHORITY_FILE),
})

/**
 * Makes the authority of the demo, a certificate for each part of it and the list of chain parties in `folder`, once: later starts
 * keep what is there. The authority's key is thrown away, so nobody is certified afterwards.
 */
export async function ensureCertificates(folder: string): Promise<void> {
  if (existsSync(join(folder, PARTIES_FILE))) return
  await mkdir(folder, { recursive: true })
  const authority = await makeAuthority('Portaal Zorg demo-CA')
  await writeFile(join(folder, AUTHORITY_FILE), authority.certificate.toString('pem'))
  const fingerprints: Record<string, string> = {}
  for (const [name, recipe] of Object.entries(DEMO_CERTIFICATES)) {
    const certified = await certify(authority, recipe)
    const { cert, key } = await pemOf(certified)
    const { certificateFile, keyFile } = filesOf(folder, name as DemoCertificate)
    await writeFile(certificateFile, cert)
    await writeFile(keyFile, key, { mode: 0o600 })
    fingerprints[name] = await fingerprintOf(certified)
  }
  const parties = [
    { partij: 'VECOZO', vingerafdrukken: [fingerprints.vecozo] },
    { partij: 'CAK', vingerafdrukken: [fingerprints.cak] },
  ]
  // Last: with it the folder is whole.
  await writeFile(join(folder, PARTIES_FILE), JSON.stringify(parties, null, 2))
}
