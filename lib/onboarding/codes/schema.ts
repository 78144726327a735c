import { z } from 'zod'
import { readCode } from '#/lib/onboarding/codes/code-text.ts'

/** Typing a code over. The messages are about its form only. */
export const VerifyCode = z.object({
  verificatiecode: z
    .string({ error: 'empty' })
    .max(500, 'length:500')
    .transform((input, ctx) => {
      const reading = readCode(input)
      if (reading.ok) return reading.code
      const detail =
        reading.fault === 'length' ? `:${reading.count}` : reading.fault === 'character' ? `:${reading.character}` : ''
      ctx.addIssue({ code: 'custom', message: `${reading.fault}${detail}` })
      return z.NEVER
    }),
})
export type VerifyCode = z.infer<typeof VerifyCode>
