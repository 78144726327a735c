import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { forgetContent } from '#/lib/berichten/repository.ts'
import { statusesBefore } from '#/lib/berichten/rules.ts'
import { productOf } from '#/lib/berichten/view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'

/** Berichten per look in the table; the work on each is a transaction of its own. */
const BATCH = 500

/** In these it may still have to leave, when it stands in the line. */
const STILL_LEAVING = [...statusesBefore('fail'), ...statusesBefore('forward')]

type Expired = {
  readonly id: string
  readonly organisation_id: string
  readonly product: string
  /** Which term is over. */
  readonly term: 'TWEE_MAANDEN' | 'DAG_NA_OPHALEN'
}

/**
 * What has outlived its term (product chapter 4): two months after it came, or 24 hours after it was fetched when the
 * gemeente chose so. What waits to be scanned, or stands in the line to the chain or to the gemeente's software, is kept:
 * somebody still has to get it.
 */
async function listExpired(): Promise<readonly Expired[]> {
  const now = clock.now()
  return inTransaction(
    { kind: 'systeem' },
    (tx) => tx.$queryRaw<Expired[]>`
      SELECT b.id, b.organisation_id, b.product,
        CASE WHEN b.created_at < ${now}::timestamptz - interval '2 months' THEN 'TWEE_MAANDEN' ELSE 'DAG_NA_OPHALEN' END AS term
      FROM bericht b
      LEFT JOIN product_settings s ON s.organisation_id = b.organisation_id AND s.product = b.product
      WHERE b.storage_key IS NOT NULL AND b.status NOT IN ('ONTVANGEN', 'IN_CONTROLE', 'IN_WACHTRIJ')
        AND (b.created_at < ${now}::timestamptz - interval '2 months'
          OR (s.retention = 'DAG_NA_OPHALEN' AND b.fetched_at < ${now}::timestamptz - interval '24 hours'))
        AND NOT (b.status = ANY (${STILL_LEAVING}::"BerichtStatus"[])
          AND EXISTS (SELECT FROM dispatch d WHERE d.bericht_id = b.id AND d.fault IS NULL AND d.parked_at IS NULL))
      ORDER BY b.created_at LIMIT ${BATCH}`,
  )
}

type Doomed = {
  readonly storage_key: string | null
  readonly sha256: string
  readonly size_bytes: number
  readonly berichtsoort: string | null
}

/** Ends the content of one bericht. False when another run was first. */
async function expireOne(actor: SystemActor, expired: Expired): Promise<boolean> {
  const product = productOf(expired.product)
  const { scope } = authoriseSystem(actor, 'bericht.expire', expired.organisation_id, product)
  return inTransaction(scope.realm, async (tx) => {
    const [row] = await tx.$queryRaw<Doomed[]>`
      SELECT storage_key, encode(sha256, 'hex') AS sha256, size_bytes::int AS size_bytes, berichtsoort
      FROM bericht WHERE id = ${expired.id}::uuid FOR UPDATE`
    if (!row?.storage_key) return false
    const status = await letHappen(tx, scope, expired.id, 'expire', { at: clock.now(), byName: null })
    await forgetContent(tx, scope, expired.id)
    await recordAudit(tx, actor, {
      event: 'bericht.content-deleted',
      object: { kind: 'bericht', id: expired.id },
      organisationId: scope.organisationId,
      // The proof: what was destroyed, and by which term. Its data key lay in the file and nowhere else.
      details: {
        nietOpgehaald: status !== null,
        termijn: expired.term,
        berichtsoort: row.berichtsoort,
        grootte: row.size_bytes,
        sha256: row.sha256,
        opslag: row.storage_key,
      },
    })
    // Last: a row that tells of a deletion is never true too early. Should the commit fail, the next run finds no file and
    // writes the row.
    await contentStorage().remove(row.storage_key)
    return true
  })
}

/**
 * Deletes the content of every bericht whose retention term is over; what is known about the bericht stays. A received
 * bericht that nobody fetched becomes VERLOPEN. Answers how many contents were deleted.
 */
export async function deleteExpiredBerichten(actor: SystemActor, signal: AbortSignal): Promise<number> {
  let deleted = 0
  for (;;) {
    const batch = await listExpired()
    let inBatch = 0
    for (const expired of batch) {
      signal.throwIfAborted()
      if (await expireOne(actor, expired)) inBatch += 1
    }
    deleted += inBatch
    if (batch.length < BATCH || inBatch === 0) return deleted
  }
}
