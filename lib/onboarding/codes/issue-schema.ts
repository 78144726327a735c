import { z } from 'zod'

/** Making a code: the box says that the identity of the person was established. */
export const IssueCode = z.object({
  memberId: z.uuid(),
  identityConfirmed: z.literal('ja', { error: 'identityConfirmed' }),
})
export type IssueCode = z.infer<typeof IssueCode>
