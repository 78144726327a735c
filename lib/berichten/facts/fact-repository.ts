import type { ProductScope } from '#/lib/access/authorise.ts'
import type { LastingFact } from '#/lib/berichten/facts/kept-fact.ts'
import { keptUntil } from '#/lib/berichten/facts/retention.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

const bytes = (hash: string | null) => (hash === null ? null : `\\x${hash}`)

/** The rows of the facts of a bericht, for `insertBericht`. */
export function factRows(
  { organisationId, product }: ProductScope,
  berichtId: string,
  facts: readonly LastingFact[],
  arrivedOn: string,
) {
  return facts.map(({ kind, key, client, other, party, fromOn, untilOn, details }, place) => {
    const hashes = { key: bytes(key), client: bytes(client), other: bytes(other) }
    const keepUntil = keptUntil({ kind, untilOn }, arrivedOn)
    return { berichtId, place, organisationId, product, kind, ...hashes, party, fromOn, untilOn, details, keepUntil }
  })
}

/** Deletes the facts of a gemeente and product that were kept until before this day. Answers how many. */
export async function deleteFactsBefore(
  tx: Tx,
  { organisationId, product }: ProductScope,
  day: string,
): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM bericht_fact
    WHERE organisation_id = ${organisationId}::uuid AND product = ${product} AND keep_until < ${day}::date`
}
