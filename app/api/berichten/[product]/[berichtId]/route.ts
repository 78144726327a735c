import { defineRoute } from '#/app/_server/define-route.ts'
import { apiBerichtDetail } from '#/lib/berichten/api-object.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { BerichtAddress } from '#/lib/berichten/schema.ts'
import { API_HEADERS } from '#/lib/platform/http/problem.ts'

/** One bericht with findings, timeline and what belongs to it. */
export const GET = defineRoute({
  params: BerichtAddress,
  async handle({ actor, params, locale }) {
    return Response.json(apiBerichtDetail(await readBericht(actor, params), locale), { headers: API_HEADERS })
  },
})
