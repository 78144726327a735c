import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { countAttention } from '#/lib/berichten/attention-repository.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

/** Berichten of one product that ask for something, counted up to COUNTED_AT_MOST + 1. */
export type Attention = {
  /** Received and not fetched yet. */
  readonly available: number
  /** Received, with an answer due and none sent. */
  readonly toAnswer: number
  /** Of those, the ones whose day has passed. */
  readonly late: number
  /** Delivered, and refused or failed on the way in the last 30 days. */
  readonly faults: number
}

/** What asks for something in a product of the own gemeente, as figures. */
export async function readAttention(actor: Actor, product: BerichtProduct): Promise<Attention> {
  const { scope } = authoriseProduct(actor, 'bericht.list', product)
  return inTransaction(scope.realm, (tx) => countAttention(tx, scope))
}
