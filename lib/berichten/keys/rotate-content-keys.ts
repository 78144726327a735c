import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseJob, authoriseSystem } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { sealContext } from '#/lib/berichten/check-stored.ts'
import { listContents, type StoredBericht } from '#/lib/berichten/keys/list-contents.ts'
import { productOf } from '#/lib/berichten/view.ts'
import { UnreadableContentError } from '#/lib/platform/crypto/content-cipher.ts'
import { sealingKeyId } from '#/lib/platform/crypto/master-keyrings.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import { ContentMissingError } from '#/lib/platform/storage/object-store.ts'

/** What a rotation did. `unreadable`: ids of berichten whose content is damaged, lost, or under a key that is not held. */
export type Rotated = { readonly resealed: number; readonly current: number; readonly unreadable: readonly string[] }

type Outcome = 'resealed' | 'current' | 'gone' | 'unreadable'

/** Shorter than a transaction may take: the file is in its place before the lock on the row ends, or not at all. */
const LOCKED_AT_MOST_MS = 20_000

const isLost = (error: unknown) => error instanceof UnreadableContentError || error instanceof ContentMissingError

/**
 * Seals the content of one bericht anew. Its row is locked meanwhile: content that is deleted at the same moment must not come
 * back. Whoever reads it is not held up.
 */
async function resealOne(actor: SystemActor, bericht: StoredBericht, signal: AbortSignal): Promise<Outcome> {
  const { id, organisationId } = bericht
  const { scope } = authoriseSystem(actor, 'content.rotate-keys', organisationId, productOf(bericht.product))
  try {
    return await inTransaction(scope.realm, async (tx) => {
      const [row] = await tx.$queryRaw<{ storage_key: string | null }[]>`
        SELECT storage_key FROM bericht WHERE id = ${id}::uuid FOR NO KEY UPDATE`
      if (!row?.storage_key) return 'gone'
      const context = sealContext(organisationId, id)
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(LOCKED_AT_MOST_MS)])
      return (await contentStorage().reseal(row.storage_key, { context, signal: inTime })) ? 'resealed' : 'current'
    })
  } catch (error) {
    if (!isLost(error)) throw error
    return 'unreadable'
  }
}

/**
 * Puts the content of every bericht under the first master key of the settings, one after the other, while the portal runs. It
 * can be stopped at any moment and begun again: what is done is passed by. A content that cannot be opened is told and left.
 * The log says under which key it goes, and how it ended, also when it was stopped; a killed one leaves its beginning alone.
 */
export async function rotateContentKeys(actor: SystemActor, signal: AbortSignal): Promise<Rotated> {
  const { scope, system } = authoriseJob(actor, 'content.rotate-keys')
  const sleutel = sealingKeyId()
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, system, { event: 'content.rotation-begun', details: { sleutel } }),
  )
  const counts = { resealed: 0, current: 0, gone: 0 }
  const unreadable: string[] = []
  const recordEnding = (reasonCode?: 'GESTOPT' | 'FOUT') =>
    inTransaction(scope.realm, (tx) =>
      recordAudit(tx, system, {
        event: 'content.rotation-ended',
        result: reasonCode === undefined && unreadable.length === 0 ? 'ok' : 'error',
        ...(reasonCode === undefined ? {} : { reasonCode }),
        details: { sleutel, vernieuwd: counts.resealed, alGoed: counts.current, onleesbaar: unreadable.length },
      }),
    )
  try {
    for await (const bericht of listContents(scope)) {
      signal.throwIfAborted()
      const outcome = await resealOne(system, bericht, signal)
      if (outcome === 'unreadable') unreadable.push(bericht.id)
      else counts[outcome] += 1
    }
  } catch (error) {
    await recordEnding(signal.aborted ? 'GESTOPT' : 'FOUT')
    throw error
  }
  await recordEnding()
  const { resealed, current } = counts
  return { resealed, current, unreadable }
}

/** By the id of a master key: how many contents lie under it. `null`: contents that are not there or not to be read. */
export async function countContentKeys(
  actor: SystemActor,
  signal: AbortSignal,
): Promise<ReadonlyMap<string | null, number>> {
  const { scope } = authoriseJob(actor, 'content.rotate-keys')
  const counts = new Map<string | null, number>()
  for await (const { storageKey } of listContents(scope)) {
    signal.throwIfAborted()
    const keyId = await contentStorage()
      .sealedUnder(storageKey)
      .catch((error: unknown) => {
        if (isLost(error)) return null
        throw error
      })
    counts.set(keyId, (counts.get(keyId) ?? 0) + 1)
  }
  return counts
}
