import { z } from 'zod'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'

/** The form that withdraws a bericht; a person says why. The same in the browser and on the server. */
export const WithdrawForm = z.object({
  product: z.enum(BERICHT_PRODUCTS),
  berichtId: z.uuid(),
  reason: z.string().trim().min(1, 'reason').max(200, 'tooLong'),
})
