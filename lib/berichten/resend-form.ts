import { z } from 'zod'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'

/** The form that sends a bericht again. The same in the browser and on the server. */
export const ResendForm = z.object({ product: z.enum(BERICHT_PRODUCTS), berichtId: z.uuid() })
export type ResendForm = z.infer<typeof ResendForm>
