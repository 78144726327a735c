import { z } from 'zod'
import { checkWhy, WHY } from '#/lib/berichten/reading/bsn-form.ts'

/** The form that shows the Bsn of a signal; a person says why. The same in the browser and on the server. */
export const SignalBsnForm = z.object({ signaalId: z.uuid(), ...WHY }).superRefine(checkWhy)
export type SignalBsnForm = z.infer<typeof SignalBsnForm>
