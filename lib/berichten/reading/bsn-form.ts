import { z } from 'zod'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'

/** Why somebody needs the whole burgerservicenummer of a client. */
export const BSN_REASONS = ['opzoeken', 'aanbieder', 'fout', 'verzoek', 'anders'] as const

/** A number as long as a burgerservicenummer, also with blanks or points in it: a reason is kept, a Bsn is not. */
const LONG_NUMBER = /(?:\d[\s.-]?){8,}/

/** Why: a reason, and words of the person's own where that says too little. */
export const WHY = {
  reden: z.enum(BSN_REASONS, 'reden'),
  toelichting: z.string().trim().max(200, 'tooLong').default(''),
}

type Why = { readonly reden: (typeof BSN_REASONS)[number]; readonly toelichting: string }

/** What is wrong with the reason that somebody gives. */
export function checkWhy({ reden, toelichting }: Why, { addIssue }: Pick<z.core.$RefinementCtx, 'addIssue'>): void {
  if (reden === 'anders' && toelichting === '')
    addIssue({ code: 'custom', path: ['toelichting'], message: 'toelichting' })
  if (LONG_NUMBER.test(toelichting)) addIssue({ code: 'custom', path: ['toelichting'], message: 'number' })
}

/** The form that shows a Bsn; a person says why. The same in the browser and on the server. */
export const BsnForm = z
  .object({
    product: z.enum(BERICHT_PRODUCTS),
    berichtId: z.uuid(),
    client: z.coerce.number('client').int('client').min(1, 'client').max(9_999_999, 'client'),
    ...WHY,
  })
  .superRefine(checkWhy)
export type BsnForm = z.infer<typeof BsnForm>
