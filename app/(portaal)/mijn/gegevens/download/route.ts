import { z } from 'zod'
import { defineRoute } from '#/app/_server/define-route.ts'
import { exportOwnData } from '#/lib/organisations/own/read-own-data.ts'

/** The own data as a file (AVG 15 and 20). */
export const GET = defineRoute({
  params: z.unknown(),
  async handle({ actor }) {
    const body = `${JSON.stringify(await exportOwnData(actor), null, 2)}\n`
    return new Response(body, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="mijn-gegevens.json"',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
})
