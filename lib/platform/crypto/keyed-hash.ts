import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Settings } from '#/lib/platform/settings/parse-settings.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/**
 * A key for one purpose, derived from PORTAAL_SECRET by HKDF-SHA-256 (RFC 5869), so that the hash of one purpose says
 * nothing about that of another. `purpose` is a fixed name in the code, never something a user typed.
 */
function keyFor(purpose: string): KeyObject {
  const perSettings = sharedState('keyed-hash-keys', () => new WeakMap<Settings, Map<string, KeyObject>>())
  const current = settings()
  const keys = perSettings.get(current) ?? new Map<string, KeyObject>()
  perSettings.set(current, keys)
  const known = keys.get(purpose)
  if (known) return known
  // A key object: making one of bytes at every hash took longer than the hash.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', current.secret, '', `portaal-zorg/${purpose}`, 32)))
  keys.set(purpose, key)
  return key
}

/** HMAC-SHA-256 of a text as 64 hexadecimal digits: recognises a value (Bsn, address) without keeping it readable. */
export function keyedHash(purpose: string, text: string): string {
  return createHmac('sha256', keyFor(purpose)).update(text, 'utf8').digest('hex')
}
