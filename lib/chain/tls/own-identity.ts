import { readFileSync } from 'node:fs'
import type { TlsFiles } from '#/lib/platform/settings/chain-settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** A certificate with its key and the authorities that the other side's must come from, in PEM. */
export type TlsIdentity = { readonly cert: Buffer; readonly key: Buffer; readonly ca: Buffer }

/** Digikoppeling and Logius: nothing older than TLS 1.2. */
export const OLDEST_TLS = 'TLSv1.2'

/** Reads the files of an identity. Throws when one cannot be read. */
export const readTlsIdentity = ({ certificateFile, keyFile, caFile }: TlsFiles): TlsIdentity => ({
  cert: readFileSync(certificateFile),
  key: readFileSync(keyFile),
  ca: readFileSync(caFile),
})

const held = () => sharedState('tls-identities', () => new Map<string, TlsIdentity>())

/** An identity that goes out: its files are read once, and a renewed certificate takes a restart. Throws when one cannot be read. */
export function tlsIdentity(files: TlsFiles): TlsIdentity {
  const name = [files.certificateFile, files.keyFile, files.caFile].join('\n')
  const known = held().get(name)
  if (known) return known
  const identity = readTlsIdentity(files)
  held().set(name, identity)
  return identity
}
