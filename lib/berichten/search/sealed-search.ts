import { z } from 'zod'
import type { MemberActor } from '#/lib/access/actor.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { clock } from '#/lib/platform/clock.ts'
import { UnreadableContentError } from '#/lib/platform/crypto/content-cipher.ts'
import { openText, sealText } from '#/lib/platform/crypto/sealed-text.ts'

const PURPOSE = 'berichten/zoeken'
/** So long one can walk through what was found, before the number is asked again. */
const VALID_MINUTES = 15
const Search = z.strictObject({ client: z.string().regex(/^[0-9a-f]{32}$/), until: z.int() })

// With another session, person, gemeente or product it does not open.
const contextOf = ({ sessionId, memberId, organisationId }: MemberActor, product: BerichtProduct) => ({
  sessie: sessionId,
  lid: memberId,
  organisatie: organisationId,
  product,
})

/** What an address may hold of a search for a client: the hash and its end, encrypted, for this session and product alone. */
export function sealSearch(member: MemberActor, product: BerichtProduct, client: string): Promise<string> {
  const until = clock.now().getTime() + VALID_MINUTES * 60_000
  return sealText(PURPOSE, JSON.stringify({ client, until }), contextOf(member, product))
}

/** The hash that `sealSearch` sealed; null when it is over, forged, or of another session or product. */
export async function openSearch(member: MemberActor, product: BerichtProduct, sealed: string): Promise<string | null> {
  try {
    const { client, until } = Search.parse(JSON.parse(await openText(PURPOSE, sealed, contextOf(member, product))))
    return clock.now().getTime() < until ? client : null
  } catch (error) {
    if (error instanceof UnreadableContentError) return null
    throw error
  }
}
