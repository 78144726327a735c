import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import type { PrivateJwk } from '#/lib/identity/brokers/brokers-file.ts'

/** Name of the file with the portal's private key for private_key_jwt, in the demo's data folder. */
export const CLIENT_KEY_FILE = 'makelaar-client-key.json'

/** The part of a key that others may know. */
export const publicPart = ({ kty, kid, alg, use, n, e }: PrivateJwk): JWK => ({ kty, kid, alg, use, n, e })

/** Makes a fresh PS256 key pair, as a private JWK. */
export async function generateClientKey(): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair('PS256', { modulusLength: 2048, extractable: true })
  const jwk = await exportJWK(privateKey)
  const { n, e, d, p, q, dp, dq, qi } = jwk
  if (!n || !e || !d || !p || !q || !dp || !dq || !qi) throw new Error('generated key is not a whole RSA key')
  const kid = await calculateJwkThumbprint(jwk)
  return { kty: 'RSA', kid, alg: 'PS256', use: 'sig', n, e, d, p, q, dp, dq, qi }
}

const errorCode = (error: unknown): unknown =>
  typeof error === 'object' && error && 'code' in error ? error.code : undefined

/**
 * The demo's client key: read from the data folder, made there at the first start. Two processes that start at once end up
 * with the same key. The file is readable by its owner only and never leaves the data folder.
 */
export async function ensureClientKeys(dir: string): Promise<PrivateJwk> {
  const path = join(dir, CLIENT_KEY_FILE)
  await mkdir(dir, { recursive: true })
  try {
    return JSON.parse(await readFile(path, 'utf8')) as PrivateJwk
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, JSON.stringify(await generateClientKey(), null, 2), { mode: 0o600 })
  try {
    // A link, not a rename: it fails when another process was first, and then that one's key counts.
    await link(draft, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  return JSON.parse(await readFile(path, 'utf8')) as PrivateJwk
}
