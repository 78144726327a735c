import type { JobScope } from '#/lib/access/authorise.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** A bericht whose content is there. */
export type StoredBericht = {
  readonly id: string
  readonly organisationId: string
  readonly product: string
  readonly storageKey: string
}

const BATCH = 500

/** Every bericht of all gemeenten whose content is there, in batches: what comes in meanwhile is under the first key anyway. */
export async function* listContents({ realm }: JobScope<'content.rotate-keys'>): AsyncGenerator<StoredBericht> {
  let after: string | null = null
  for (;;) {
    const last: string | null = after
    const batch: readonly StoredBericht[] = await inTransaction(
      realm,
      (tx) => tx.$queryRaw<StoredBericht[]>`
        SELECT id, organisation_id AS "organisationId", product, storage_key AS "storageKey" FROM bericht
        WHERE storage_key IS NOT NULL AND (${last}::uuid IS NULL OR id > ${last}::uuid)
        ORDER BY id LIMIT ${BATCH}`,
    )
    yield* batch
    if (batch.length < BATCH) return
    after = batch.at(-1)?.id ?? null
  }
}
