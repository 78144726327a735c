import { DAY_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'

/** Far longer than any delivery takes between storing its content and committing its row. */
const ORPHAN_AFTER_MS = DAY_MS
const BATCH = 1_000

async function removeUnnamed(keys: readonly string[]): Promise<number> {
  const query = { where: { storageKey: { in: [...keys] } }, select: { storageKey: true } }
  const named = await inTransaction({ kind: 'systeem' }, async (tx) => [
    ...(await tx.bericht.findMany(query)),
    ...(await tx.uploadPart.findMany(query)),
  ])
  const known = new Set(named.map(({ storageKey }) => storageKey))
  const orphans = keys.filter((key) => !known.has(key))
  for (const key of orphans) await contentStorage().remove(key)
  return orphans.length
}

/**
 * Removes stored content that no bericht names, and no file that comes in parts: a process died between storing and committing, or between deleting a
 * bericht's content in the database and on the disk. Answers how many.
 */
export async function sweepOrphanedContent(signal: AbortSignal): Promise<number> {
  let removed = 0
  let batch: string[] = []
  for await (const key of contentStorage().list(ORPHAN_AFTER_MS)) {
    signal.throwIfAborted()
    batch.push(key)
    if (batch.length < BATCH) continue
    removed += await removeUnnamed(batch)
    batch = []
  }
  return removed + (batch.length > 0 ? await removeUnnamed(batch) : 0)
}
