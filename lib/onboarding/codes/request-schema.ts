import { z } from 'zod'
import { FORM_KEY_FIELD, FormKey } from '#/lib/platform/actions/form-key.ts'

/** Asking for a new code: nothing to fill in. */
export const RequestCode = z.object({ [FORM_KEY_FIELD]: FormKey })
export type RequestCode = z.infer<typeof RequestCode>
