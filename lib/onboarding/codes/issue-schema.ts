import { z } from 'zod'
import { FORM_KEY_FIELD, FormKey } from '#/lib/platform/actions/form-key.ts'

/** Making a code: the box says that the identity of the person was established. */
export const IssueCode = z.object({
  memberId: z.uuid(),
  [FORM_KEY_FIELD]: FormKey,
  identityConfirmed: z.literal('ja', { error: 'identityConfirmed' }),
})
export type IssueCode = z.infer<typeof IssueCode>

/** Nominating somebody who waits as gebruikersbeheerder, or taking that back. */
export const ChangeNomination = z.object({ memberId: z.uuid() })
export type ChangeNomination = z.infer<typeof ChangeNomination>
