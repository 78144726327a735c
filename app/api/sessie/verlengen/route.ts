import { z } from 'zod'
import { defineRoute } from '#/app/_server/define-route.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { API_HEADERS } from '#/lib/platform/http/problem.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** "Blijf ingelogd": the press itself is the activity. Answers when the session now ends. */
export const POST = defineRoute({
  params: z.unknown(),
  handle: async ({ session }) => {
    const idleEnd = clock.now().getTime() + settings().sessionIdleMinutes * MINUTE_MS
    const idleEndsAt = new Date(Math.min(idleEnd, session.absoluteEndsAt.getTime()))
    return Response.json({ idleEndsAt: idleEndsAt.toISOString() }, { headers: API_HEADERS })
  },
})
