import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext, type SecureContextOptions } from 'node:tls'
import { OLDEST_TLS, readTlsIdentity, type TlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import { type RevocationList, readRevocationLists } from '#/lib/chain/tls/revocation-list.ts'
import type { WebserviceSettings } from '#/lib/platform/settings/chain-settings.ts'

/** What the web service shows to its callers, and what it holds theirs against. */
export type ServiceFiles = { readonly identity: TlsIdentity; readonly lists: readonly RevocationList[] }

/** Where they are. */
export type FilePaths = Pick<WebserviceSettings, 'certificateFile' | 'keyFile' | 'caFile' | 'crlFile'>

/** The options of TLS that come from the files. */
export const secureOptions = ({ identity, lists }: ServiceFiles): SecureContextOptions => ({
  ...identity,
  ...(lists.length > 0 ? { crl: lists.map(({ pem }) => pem) } : {}),
  minVersion: OLDEST_TLS,
})

/** Reads the files of the web service. Throws when one is missing or wrong, or when they do not belong together. */
export function readServiceFiles(about: FilePaths): ServiceFiles {
  const identity = readTlsIdentity(about)
  // OpenSSL would say nothing of a file without certificates: then it knows no authority, or its own instead.
  new X509Certificate(identity.ca)
  const files = {
    identity,
    lists: about.crlFile === null ? [] : readRevocationLists(readFileSync(about.crlFile, 'utf8')),
  }
  createSecureContext(secureOptions(files))
  return files
}

/** Tells whether two readings found the same. */
export function isSameFiles(one: ServiceFiles, other: ServiceFiles): boolean {
  const texts = ({ identity: { cert, key, ca }, lists }: ServiceFiles) => [
    ...[cert, key, ca].map((bytes) => bytes.toString('latin1')),
    ...lists.map(({ pem }) => pem),
  ]
  return JSON.stringify(texts(one)) === JSON.stringify(texts(other))
}
