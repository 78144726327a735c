import type { MemberActor } from '#/lib/access/actor.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { beginFetch, recordFetch } from '#/lib/berichten/fetch-content.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'

/** One person's desk on one day: who, for which gemeente, and the number by which its berichten differ from all others. */
export type Desk = {
  readonly actor: MemberActor
  readonly product: BerichtProduct
  /** `YYYY-MM-DD`, the dagtekening of what is made. */
  readonly day: string
  readonly number: number
}

/** Fetches the content of a received bericht, as the button of the list does. */
export async function fetchWhole({ actor, product }: Desk, bericht: BerichtView): Promise<void> {
  const { id: berichtId, berichtsoort, sha256 } = bericht
  const content = { product, berichtId, berichtsoort, sha256, form: 'bericht' } as const
  await beginFetch(actor, { ...content, range: null })
  await recordFetch(actor, { ...content, ending: 'whole' })
}
