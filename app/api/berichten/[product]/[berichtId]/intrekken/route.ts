import { z } from 'zod'
import { WITHDRAWAL_BYTES } from '#/app/_server/body-limits.ts'
import { defineRoute } from '#/app/_server/define-route.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { apiBericht } from '#/lib/berichten/api-object.ts'
import { BerichtAddress } from '#/lib/berichten/schema.ts'
import { WithdrawReason, withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { readSmallBody } from '#/lib/platform/http/request-body.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const Body = z.strictObject({ reden: WithdrawReason.optional() })

/** The body is optional: software that withdraws knows no reason. */
function parseBody(text: string) {
  if (text.trim() === '') return Body.safeParse({})
  try {
    return Body.safeParse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return Body.safeParse(null)
    throw error
  }
}

/** Takes back a delivered bericht that still waits to be sent. */
export const POST = defineRoute({
  params: BerichtAddress,
  async handle({ actor, params, req, locale, requestId }) {
    authoriseProduct(actor, 'bericht.withdraw', params.product)
    const t = translator(locale, 'berichten')
    const sent = await readSmallBody(req, WITHDRAWAL_BYTES)
    if (sent.kind === 'too_large')
      return problem({ status: 413, code: 'TE_GROOT', title: t('api.bodyTooLarge'), requestId })
    const body = parseBody(sent.text)
    if (!body.success) return problem({ status: 400, code: 'VERZOEK', title: t('api.body'), requestId })
    const result = await withdrawBericht(actor, { ...params, reason: body.data.reden ?? null })
    if (!result.ok)
      return problem({ status: 409, code: 'NIET_IN_TE_TREKKEN', title: t('api.notWithdrawable'), requestId })
    return Response.json(apiBericht(result.value, locale), { headers: API_HEADERS })
  },
})
