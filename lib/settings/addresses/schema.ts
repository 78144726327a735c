import { z } from 'zod'
import { PRODUCTS } from '#/lib/access/products.ts'

/** The link in the mail to an address for notices. */
export const ConfirmAddress = z.object({ adres: z.uuid(), code: z.string().regex(/^[0-9a-f]{64}$/) })
export type ConfirmAddress = z.infer<typeof ConfirmAddress>

/** Sends the mail with the link once more. `gevraagd` is when it went last, as the form showed it (milliseconds): sent twice, it counts once. */
export const AskAddress = z.object({
  product: z.enum(PRODUCTS),
  adres: z.uuid(),
  gevraagd: z.coerce.number().int().min(0).max(8_640_000_000_000_000),
})
export type AskAddress = z.infer<typeof AskAddress>

/** An address for notices, and whether its owner has confirmed it. */
export type AddressView = {
  readonly id: string
  readonly address: string
  readonly isConfirmed: boolean
  readonly askedAt: Date
}
