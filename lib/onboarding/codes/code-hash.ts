import { hash, verify } from '@node-rs/argon2'
import { keyedHash } from '#/lib/platform/crypto/keyed-hash.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

// 60 bits are below the 112 from which a fast hash would do (ASVS 6.5.2): Argon2id with the parameters that OWASP advises,
// over the secret under a pepper that is not in the database.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const peppered = (secret: string) => keyedHash('verification-code', secret)

/** What the database keeps of the secret part of a code. Takes some 30 ms on purpose. */
export const hashCodeSecret = (secret: string): Promise<string> => hash(peppered(secret), PARAMETERS)

// An unusable code must cost the same work as a wrong one (ASVS 6.3.8).
const decoy = () => sharedState('code-decoy', () => hashCodeSecret('geen code heeft dit geheim'))

/** Compares a secret with a stored hash; without one it does the same work and says no. */
export async function matchesCodeHash(secret: string, stored: string | null): Promise<boolean> {
  // Made at the first comparison of the process whatever is compared, else the first unknown code would take longer.
  const instead = await decoy()
  const matches = await verify(stored ?? instead, peppered(secret))
  return stored !== null && matches
}
