import { z } from 'zod'
import { defineRoute } from '#/app/_server/define-route.ts'
import type { LiveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { API_HEADERS } from '#/lib/platform/http/problem.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** When the session ends after an act at `activeAt`. */
function ends({ absoluteEndsAt }: LiveSession, activeAt: Date): Response {
  const idleEnd = activeAt.getTime() + settings().sessionIdleMinutes * MINUTE_MS
  const idleEndsAt = new Date(Math.min(idleEnd, absoluteEndsAt.getTime()))
  return Response.json({ idleEndsAt: idleEndsAt.toISOString() }, { headers: API_HEADERS })
}

/** "Blijf ingelogd": the press itself is the activity. Answers when the session now ends. */
export const POST = defineRoute({ params: z.unknown(), handle: async ({ session }) => ends(session, clock.now()) })

/** When the session ends as it is: a tab asks it by itself before it clears its page, which is no activity. */
export const GET = defineRoute({
  params: z.unknown(),
  countsAsActivity: false,
  handle: async ({ session }) => ends(session, session.lastActivityAt),
})
