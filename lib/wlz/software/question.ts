import { z } from 'zod'
import { isBsn } from '#/lib/istandaarden/bsn.ts'
import { day } from '#/lib/platform/input/day.ts'
import { GROUNDS } from '#/lib/wlz/question.ts'

/** Letters, digits and a few signs: room for a number or an account, none for a name as people write it or for an e-mail address. */
const REFERENCE = /^[A-Za-z0-9](?:[A-Za-z0-9._/-]{1,38})[A-Za-z0-9]$/
const NINE_DIGITS = /[0-9]{9}/g

/** It goes into the log, where no Bsn stands. */
const holdsBsn = (text: string) => (text.replace(/[._/-]/g, '').match(NINE_DIGITS) ?? []).some(isBsn)

/**
 * A question as software of a gemeente puts it (docs/api/wlz-registertoets.openapi.yaml). The messages are the codes of the faults,
 * `namens` is what that software calls the employee who wants to know.
 */
export const SoftwareQuestion = z.strictObject({
  bsn: z
    .string('FORM')
    .regex(/^[0-9]{9}$/, { error: 'FORM', abort: true })
    .refine(isBsn, 'ELFPROEF'),
  /** `YYYY-MM-DD` */
  peildatum: day('DATUM'),
  grond: z.enum(GROUNDS, { error: 'GROND' }),
  namens: z
    .string('NAMENS')
    .regex(REFERENCE, { error: 'NAMENS', abort: true })
    .refine((text) => /[0-9]/.test(text) && !holdsBsn(text), 'NAMENS'),
})
export type SoftwareQuestion = z.infer<typeof SoftwareQuestion>
