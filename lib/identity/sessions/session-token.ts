import { createHash } from 'node:crypto'
import { ids } from '#/lib/platform/ids.ts'

/** The session cookie. `__Host-`: only over https (or localhost), for this host and all of it. */
export const SESSION_COOKIE = '__Host-sessie'

/** Attributes of every cookie of the portal; none of them outlives the browser unless it says so itself. */
export const HOST_COOKIE = { httpOnly: true, sameSite: 'lax', path: '/', secure: true } as const

/** A new secret of 256 bits, as 43 base64url characters (ASVS 7.2.3). */
export const newSessionToken = (): string => ids.secretBytes(32).toString('base64url')

/** What the database keeps of a token. A fast hash suffices: 256 random bits cannot be guessed. */
export const sessionTokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest())
