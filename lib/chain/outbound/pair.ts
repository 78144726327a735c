import { z } from 'zod'

/** A sender and a receiver as the envelope names them: their berichten leave one after the other, in order. */
export const Pair = z.strictObject({ organisationId: z.uuid(), sender: z.string(), receiver: z.string() })
export type Pair = z.infer<typeof Pair>

/** Receiver of what goes on to the software of the gemeente that it is for; no receiver of an envelope is called so. */
export const SOFTWARE = 'SOFTWARE'

/** One text for a pair. */
export const pairKey = ({ organisationId, sender, receiver }: Pair): string => `${organisationId} ${sender} ${receiver}`
