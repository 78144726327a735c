import type { ProductScope } from '#/lib/access/authorise.ts'
import { findDispatch } from '#/lib/chain/outbound/dispatch-repository.ts'
import { type Failure, failureIn } from '#/lib/chain/outbound/failure.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** How the sending of a bericht goes, while the chain has not confirmed it. */
export type SendingState = {
  readonly attempts: number
  /** Why the last try failed; null when none did. */
  readonly failure: Failure | null
  /** When there will be another try; null when it was given up. */
  readonly nextAt: Date | null
}

/** How the sending of a bericht goes; null when it does not wait for the chain. */
export async function readSending(tx: Tx, scope: ProductScope, berichtId: string): Promise<SendingState | null> {
  const row = await findDispatch(tx, scope, berichtId)
  if (row === null) return null
  return { attempts: row.attempts, failure: failureIn(row.failure), nextAt: row.parkedAt === null ? row.nextAt : null }
}
