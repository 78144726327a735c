import { setImmediate } from 'node:timers/promises'
import type { FactOwner } from '#/lib/berichten/facts/hash-facts.ts'
import { keyedHash } from '#/lib/platform/crypto/keyed-hash.ts'

/** 128 bits: enough that two numbers never meet. */
const DIGITS = 32
const CLIENTS_PER_TURN = 1_000

/**
 * The hash by which the berichten about a client are found, as 32 hexadecimal digits. Its key is another than that of facts:
 * those are kept longer, and must not tell afterwards whom a bericht was about (decision 017).
 */
export const clientHash = ({ organisationId, product }: FactOwner, bsn: string): string =>
  keyedHash('berichten/zoeken', `${organisationId} ${product} ${bsn}`).slice(0, DIGITS)

/** The hashes of many clients, in their order; others get their turn in between. */
export async function hashClients(owner: FactOwner, bsns: readonly string[]): Promise<readonly string[]> {
  const hashes: string[] = []
  for (const bsn of bsns) {
    hashes.push(clientHash(owner, bsn))
    if (hashes.length % CLIENTS_PER_TURN === 0) await setImmediate()
  }
  return hashes
}
