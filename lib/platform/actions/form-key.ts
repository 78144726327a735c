import { z } from 'zod'

/** Field that carries the key of a form. */
export const FORM_KEY_FIELD = 'formKey'

/**
 * The key that the server puts in a form when it shows it: the same form sent twice carries the same key, so that it counts
 * once. For acts whose repetition the data cannot tell from a second wish.
 */
export const FormKey = z.uuid({ error: 'formKey' })
