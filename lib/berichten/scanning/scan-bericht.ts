import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { sealContext } from '#/lib/berichten/check-stored.ts'
import { contentIn } from '#/lib/berichten/content-forms.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import { letIn } from '#/lib/berichten/scanning/let-in.ts'
import { removeInfected } from '#/lib/berichten/scanning/remove-infected.ts'
import type { Awaiting } from '#/lib/berichten/scanning/scan-repository.ts'
import { readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import { productOf } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { type ScanVerdict, scanStream } from '#/lib/platform/scanner/clamd.ts'
import type { ScannerAddress } from '#/lib/platform/settings/scanner-address.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import type { CheckFailure } from '#/lib/validator/check-task.ts'

/** What a look at one bericht led to. A failure of the check leaves it held. */
export type ScanOutcome = 'clean' | 'infected' | 'gone' | CheckFailure

/** All bytes that anybody could get: those that are stored, and of an envelope what is decoded out of it. */
async function* formsOf(row: Bericht, storageKey: string, signal: AbortSignal): AsyncGenerator<AsyncIterable<Buffer>> {
  yield await contentStorage().open(storageKey, { context: sealContext(row.organisationId, row.id), signal })
  const inside = readStoredEnvelope(row.envelope)?.delivered ? contentIn(row, storageKey, 'bericht') : null
  if (inside) yield (await inside.open(undefined, signal)) as AsyncIterable<Buffer>
}

async function scanForms(scanner: ScannerAddress, row: Bericht, storageKey: string, signal: AbortSignal) {
  let verdict: ScanVerdict = { kind: 'clean' }
  for await (const bytes of formsOf(row, storageKey, signal)) {
    verdict = await scanStream(scanner, bytes, signal)
    if (verdict.kind === 'infected') return verdict
  }
  return verdict
}

/**
 * Has one bericht scanned, and lets it in or takes its content away. Throws NotScannedError when there is no verdict, and what
 * the storage throws when the content cannot be read; it waits then.
 */
export async function scanBericht(
  actor: SystemActor,
  scanner: ScannerAddress,
  { id, organisationId, product }: Awaiting,
  signal: AbortSignal,
): Promise<ScanOutcome> {
  const { scope, system } = authoriseSystem(actor, 'bericht.scan', organisationId, productOf(product))
  const row = await inTransaction(scope.realm, (tx) => findBericht(tx, scope, id))
  if (!row?.awaitsScan || row.storageKey === null) return 'gone'
  const verdict = await scanForms(scanner, row, row.storageKey, signal)
  if (verdict.kind === 'infected') {
    await removeInfected(system, scope, id, verdict.signature)
    return 'infected'
  }
  const entered = await letIn(system, scope, row, signal)
  return entered.ok ? 'clean' : entered.error
}
