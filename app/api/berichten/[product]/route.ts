import type { z } from 'zod'
import { defineRoute, type RouteCall } from '#/app/_server/define-route.ts'
import { deliveryProblem } from '#/app/api/berichten/delivery-problem.ts'
import { entryResult, zipProblem } from '#/app/api/berichten/zip-problem.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { apiBericht } from '#/lib/berichten/api-object.ts'
import { type DeliverBericht, deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { type HeaderFault, readDeliveryHeaders } from '#/lib/berichten/delivery-headers.ts'
import { BerichtenQuery, DEFAULT_LIMIT, queryValues } from '#/lib/berichten/filter.ts'
import { listBerichten } from '#/lib/berichten/list-berichten.ts'
import { BerichtenAddress } from '#/lib/berichten/schema.ts'
import { type DeliveredEntry, deliverZip, type ZipRefusal } from '#/lib/berichten/zip-delivery/deliver-zip.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { openRequestBody } from '#/lib/platform/http/request-body.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { ok, type Result } from '#/lib/platform/result.ts'

type Call = RouteCall<z.infer<typeof BerichtenAddress>>

const HEADER_PROBLEMS = {
  media_type: { status: 415, code: 'MEDIATYPE' },
  encoding: { status: 415, code: 'CONTENT_ENCODING' },
  file_name: { status: 400, code: 'BESTANDSNAAM' },
  digest: { status: 400, code: 'CONTENT_DIGEST' },
  idempotency_key: { status: 400, code: 'IDEMPOTENTIESLEUTEL' },
} as const satisfies Record<HeaderFault, { status: number; code: string }>

/** Takes in the files of a zip: 207 with what became of each, or a problem when nothing of it was taken in. */
async function takeZip(
  { actor, req, locale, requestId }: Call,
  zip: DeliverBericht,
): Promise<Result<object[], ZipRefusal>> {
  const results: object[] = []
  const onEntry = (entry: DeliveredEntry) => results.push(entryResult(entry, locale, requestId))
  const outcome = await deliverZip(actor, zip, onEntry, req.signal)
  return outcome.ok ? ok(results) : outcome
}

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
    const input = { product, body: body.stream, ...about }
    if (isZip) {
      const zip = await takeZip(call, input)
      if (zip.ok) return Response.json({ resultaten: zip.value }, { status: 207, headers: API_HEADERS })
      await body.drain()
      return problem(zipProblem(zip.error, locale, requestId))
    }
    const outcome = await deliverBericht(actor, input, req.signal)
    if (outcome.kind !== 'accepted') {
      // Told before the file was read to its end: too large, too many in a minute, a key that was used before.
      await body.drain()
      return problem(deliveryProblem(outcome, locale, requestId))
    }
    const location = `/api/berichten/${product}/${outcome.bericht.id}`
    return Response.json(apiBericht(outcome.bericht, locale), { status: 201, headers: { ...API_HEADERS, location } })
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
