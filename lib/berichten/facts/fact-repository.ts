import type { ProductScope } from '#/lib/access/authorise.ts'
import type { HashedFact, PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { keptUntil } from '#/lib/berichten/facts/retention.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { rowsJson } from '#/lib/platform/db/row-json.ts'

const bytes = (hash: string | null) => (hash === null ? null : `\\x${hash}`)

/** Keeps the facts of a bericht that later ones are held against; the others are forgotten. */
export async function insertFacts(
  tx: Tx,
  { organisationId, product }: ProductScope,
  berichtId: string,
  facts: readonly PlacedFact[],
  arrivedOn: string,
): Promise<void> {
  const rows = facts.flatMap(({ kind, key, client, other, party, fromOn, untilOn, details }, place) => {
    const keepUntil = keptUntil({ kind, untilOn }, arrivedOn)
    if (keepUntil === null) return []
    const hashes = { key: bytes(key), client: bytes(client), other: bytes(other) }
    return [{ berichtId, place, organisationId, product, kind, ...hashes, party, fromOn, untilOn, details, keepUntil }]
  })
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO bericht_fact SELECT * FROM jsonb_populate_recordset(NULL::bericht_fact, ${rowsJson(rows)}::jsonb)`
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

/** A kept fact of another bericht. */
export type KeptFact = HashedFact & { readonly berichtId: string; readonly arrivedAt: Date }

/** A number that was told so often is no number of one thing any more: what is older is not looked at. */
const FACTS_AT_MOST = 1_000

/**
 * Kept facts of the same kinds and numbers, of berichten that were neither refused here nor taken back; oldest first, of the
 * newest thousand.
 */
export async function listFactsByKey(
  tx: Tx,
  scope: ProductScope,
  exceptBerichtId: string,
  kinds: readonly string[],
  keys: readonly string[],
): Promise<KeptFact[]> {
  if (keys.length === 0) return []
  // Array and LIMIT keep the plan to the indexes: of tables that grew fast the planner knows too little to choose them.
  const newestFirst = await tx.$queryRaw<KeptFact[]>`
    SELECT f.bericht_id AS "berichtId", f.kind, encode(f.key, 'hex') AS key, encode(f.client, 'hex') AS client,
      encode(f.other, 'hex') AS other, f.party, f.from_on::text AS "fromOn", f.until_on::text AS "untilOn", f.details,
      b.created_at AS "arrivedAt"
    FROM bericht_fact f CROSS JOIN LATERAL (
      SELECT created_at, status FROM bericht WHERE id = f.bericht_id LIMIT 1) b
    WHERE f.organisation_id = ${scope.organisationId}::uuid AND f.product = ${scope.product}
      AND f.kind = ANY (${[...kinds]}::text[])
      AND f.key = ANY (ARRAY (SELECT decode(k, 'hex') FROM unnest(${[...keys]}::text[]) k))
      AND b.status NOT IN ('AFGEKEURD', 'INGETROKKEN') AND f.bericht_id <> ${exceptBerichtId}::uuid
    ORDER BY b.created_at DESC, f.bericht_id DESC, f.place DESC LIMIT ${FACTS_AT_MOST}`
  return newestFirst.toReversed()
}
