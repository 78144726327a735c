import { defineRoute } from '#/app/_server/define-route.ts'
import { answerDelivery } from '#/app/api/berichten/answer-delivery.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { apiBericht } from '#/lib/berichten/api-object.ts'
import { type HeaderFault, readDeliveryHeaders } from '#/lib/berichten/delivery-headers.ts'
import { BerichtenQuery, DEFAULT_LIMIT, queryValues } from '#/lib/berichten/filter.ts'
import { listBerichten } from '#/lib/berichten/list-berichten.ts'
import { BerichtenAddress } from '#/lib/berichten/schema.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { openRequestBody } from '#/lib/platform/http/request-body.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const HEADER_PROBLEMS = {
  media_type: { status: 415, code: 'MEDIATYPE' },
  encoding: { status: 415, code: 'CONTENT_ENCODING' },
  file_name: { status: 400, code: 'BESTANDSNAAM' },
  digest: { status: 400, code: 'CONTENT_DIGEST' },
  idempotency_key: { status: 400, code: 'IDEMPOTENTIESLEUTEL' },
  berichtsoort: { status: 400, code: 'BERICHTSOORT' },
} as const satisfies Record<HeaderFault, { status: number; code: string }>

/** Takes in one file as a raw body, or several as a zip. Not seen by middleware.ts, which would cut the body off. */
export const POST = defineRoute({
  params: BerichtenAddress,
  async handle(call) {
    const { actor, params, req, locale, requestId } = call
    const { product } = params
    // Whoever may not deliver is told so before anything is said about the file.
    authoriseProduct(actor, 'bericht.deliver', product)
    const headers = readDeliveryHeaders(req.headers)
    if (!headers.ok) {
      const title = translator(locale, 'berichten')(`api.headers.${headers.error}`)
      return problem({ ...HEADER_PROBLEMS[headers.error], title, requestId })
    }
    const body = openRequestBody(req.body, req.signal)
    const { isZip, ...about } = headers.value
    const answer = await answerDelivery(call, isZip, { product, body: body.stream, ...about })
    // Told before the file was read to its end: too large, too many in a minute, a key that was used before.
    if (!answer.ok) await body.drain()
    return answer
  },
})

/** The berichten of a product, newest first. */
export const GET = defineRoute({
  params: BerichtenAddress,
  async handle({ actor, params: { product }, req, locale, requestId }) {
    authoriseProduct(actor, 'bericht.list', product)
    const query = BerichtenQuery.safeParse(queryValues(req.nextUrl.searchParams))
    if (!query.success) {
      const name = String(query.error.issues[0]?.path[0] ?? '')
      const title = translator(locale, 'berichten')('api.query', { name })
      return problem({ status: 400, code: 'FILTER', title, requestId })
    }
    const { cursor, limiet = DEFAULT_LIMIT, ...filter } = query.data
    const page = await listBerichten(actor, { product, ...filter, olderThan: cursor, limit: limiet })
    const items = page.items.map((bericht) => apiBericht(bericht, locale))
    return Response.json({ items, volgende: page.older }, { headers: API_HEADERS })
  },
})
