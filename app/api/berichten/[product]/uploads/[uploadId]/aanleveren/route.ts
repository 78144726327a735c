import { defineRoute } from '#/app/_server/define-route.ts'
import { answerDelivery } from '#/app/api/berichten/answer-delivery.ts'
import { readChosenSoort } from '#/lib/berichten/delivery-headers.ts'
import { finishUpload } from '#/lib/berichten/uploads/finish-upload.ts'
import { UploadAddress } from '#/lib/berichten/uploads/schema.ts'
import { problem } from '#/lib/platform/http/problem.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const REFUSALS = {
  not_found: { status: 404, code: 'NIET_GEVONDEN', word: 'gone' },
  incomplete: { status: 409, code: 'ONVOLLEDIG', word: 'incomplete' },
} as const

/**
 * Delivers a file that has come in parts, with the answer of a file that came in one. Asked again it gives the same answer,
 * so that one that was lost on the way can be had.
 */
export const POST = defineRoute({
  params: UploadAddress,
  async handle(call) {
    const { actor, params, req, locale, requestId } = call
    const t = translator(locale, 'berichten')
    const soort = readChosenSoort(req.headers)
    if (!soort.ok)
      return problem({ status: 400, code: 'BERICHTSOORT', title: t(`api.headers.${soort.error}`), requestId })
    const finished = await finishUpload(actor, params, async (isZip, input) => {
      const answer = await answerDelivery(call, isZip, { ...input, eigenBijdrage: soort.value })
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
    })
    if (!finished.ok) {
      const { status, code, word } = REFUSALS[finished.error]
      return problem({ status, code, title: t(`upload.${word}`), requestId })
    }
    const { status, headers, body } = finished.value
    return new Response(body, { status, headers: new Headers(headers) })
  },
})
