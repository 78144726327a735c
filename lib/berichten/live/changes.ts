import { z } from 'zod'
import type { ProductScope } from '#/lib/access/authorise.ts'
import { BERICHT_PRODUCTS, type BerichtProduct } from '#/lib/access/products.ts'
import { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import { afterCommit } from '#/lib/platform/db/after-commit.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { publish, subscribe } from '#/lib/platform/live/notices.ts'

const Notice = z.strictObject({
  organisationId: z.uuid(),
  product: z.enum(BERICHT_PRODUCTS),
  berichtId: z.uuid(),
  status: z.enum(BerichtStatus).nullable(),
})

/** That something changed on a bericht: its new status, or null when it was something else, such as what is due on it. */
export type Change = Pick<z.infer<typeof Notice>, 'product' | 'berichtId' | 'status'>

/** Tells whoever looks at the berichten of this gemeente, once the transaction has committed. */
export function announceChange(
  tx: Tx,
  { organisationId, product }: ProductScope,
  berichtId: string,
  status: BerichtStatus | null,
): void {
  afterCommit(tx, () => publish(JSON.stringify({ organisationId, product, berichtId, status })))
}

function parsed(text: string): z.infer<typeof Notice> | null {
  try {
    return Notice.parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

/**
 * Hears of every change of these products of one gemeente until the returned function is called; null when some may have been
 * missed. The proof of access names the gemeente: nobody hears of another one.
 */
export function watchChanges(
  { organisationId }: Pick<ProductScope<'bericht.list'>, 'organisationId'>,
  products: readonly BerichtProduct[],
  onChange: (change: Change | null) => void,
): () => void {
  return subscribe((text) => {
    if (text === null) return onChange(null)
    const notice = parsed(text)
    if (notice?.organisationId !== organisationId || !products.includes(notice.product)) return
    const { product, berichtId, status } = notice
    onChange({ product, berichtId, status })
  })
}
