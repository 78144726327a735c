import { z } from 'zod'

/** A sender and a receiver as the envelope names them: their berichten leave one after the other, in order. */
export const Pair = z.strictObject({ organisationId: z.uuid(), sender: z.string(), receiver: z.string() })
export type Pair = z.infer<typeof Pair>

/** One text for a pair. */
export const pairKey = ({ organisationId, sender, receiver }: Pair): string => `${organisationId} ${sender} ${receiver}`
