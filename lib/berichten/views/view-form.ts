import { z } from 'zod'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'
import { withMaskedBsns } from '#/lib/istandaarden/bsn.ts'

export const LONGEST_VIEW_NAME = 60

const hasBsn = (text: string) => withMaskedBsns(text, () => '') !== text

/** The form that keeps the filters of a list; the same in the browser and on the server. */
export const SaveViewForm = z.object({
  product: z.enum(BERICHT_PRODUCTS),
  naam: z
    .string()
    .trim()
    .min(1, 'name')
    .max(LONGEST_VIEW_NAME, 'tooLong')
    .refine((text) => !hasBsn(text), 'number'),
  /** The query of the list. */
  filters: z.string().max(2_000, 'other'),
})
export type SaveViewForm = z.infer<typeof SaveViewForm>

/** Which view goes. */
export const RemoveView = z.object({ product: z.enum(BERICHT_PRODUCTS), id: z.uuid() })
export type RemoveView = z.infer<typeof RemoveView>
