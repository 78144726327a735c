import { z } from 'zod'

/** Ending one of the own sessions. */
export const EndOwnSession = z.object({ sessionId: z.uuid({ error: 'unknown' }) })
export type EndOwnSession = z.infer<typeof EndOwnSession>
