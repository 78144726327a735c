import { z } from 'zod'
import { isBsn } from '#/lib/istandaarden/bsn.ts'
import { day } from '#/lib/platform/input/day.ts'

/** Why somebody may ask: the register is for nothing else (purpose limitation). */
export const GROUNDS = ['wmo-aanvraag', 'wmo-heronderzoek', 'jeugd-aanvraag', 'signaal'] as const

/** A question to the Wlz-register, as the form asks it; the same in the browser and on the server. */
export const WlzQuestion = z.object({
  bsn: z
    .string()
    .max(50, 'bsnForm')
    .transform((text) => text.replace(/[\s.]/g, ''))
    .refine((text) => /^[0-9]{9}$/.test(text), { error: 'bsnForm', abort: true })
    .refine(isBsn, 'bsnProof'),
  /** `YYYY-MM-DD` */
  peildatum: day('peildatum'),
  grond: z.enum(GROUNDS, { error: 'grond' }),
})
export type WlzQuestion = z.infer<typeof WlzQuestion>

/** What the register knows of one person on one day. */
export type WlzAnswer = { readonly hasIndication: false } | { readonly hasIndication: true; readonly since: string }
