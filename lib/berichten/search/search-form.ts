import { z } from 'zod'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'
import { isBsn } from '#/lib/istandaarden/bsn.ts'

/** The form that looks for a client; the same in the browser and on the server. A Bsn may be typed with spaces or points. */
export const SearchClientForm = z.object({
  product: z.enum(BERICHT_PRODUCTS),
  bsn: z
    .string()
    .max(50, 'bsnForm')
    .transform((text) => text.replace(/[\s.]/g, ''))
    .refine((text) => /^[0-9]{9}$/.test(text), { error: 'bsnForm', abort: true })
    .refine(isBsn, 'bsnProof'),
})
