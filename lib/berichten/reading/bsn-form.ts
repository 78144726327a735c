import { z } from 'zod'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'

/** Why somebody needs the whole burgerservicenummer of a client. */
export const BSN_REASONS = ['opzoeken', 'aanbieder', 'fout', 'verzoek', 'anders'] as const

/** A number as long as a burgerservicenummer, also with blanks or points in it: a reason is kept, a Bsn is not. */
const LONG_NUMBER = /(?:\d[\s.-]?){8,}/

/** The form that shows a Bsn; a person says why. The same in the browser and on the server. */
export const BsnForm = z
  .object({
    product: z.enum(BERICHT_PRODUCTS),
    berichtId: z.uuid(),
    client: z.coerce.number('client').int('client').min(1, 'client').max(9_999_999, 'client'),
    reden: z.enum(BSN_REASONS, 'reden'),
    toelichting: z.string().trim().max(200, 'tooLong').default(''),
  })
  .superRefine(({ reden, toelichting }, { addIssue }) => {
    if (reden === 'anders' && toelichting === '')
      addIssue({ code: 'custom', path: ['toelichting'], message: 'toelichting' })
    if (LONG_NUMBER.test(toelichting)) addIssue({ code: 'custom', path: ['toelichting'], message: 'number' })
  })
export type BsnForm = z.infer<typeof BsnForm>
