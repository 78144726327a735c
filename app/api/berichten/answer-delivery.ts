import type { RouteCall } from '#/app/_server/define-route.ts'
import { deliveryProblem } from '#/app/api/berichten/delivery-problem.ts'
import { entryResult, zipProblem } from '#/app/api/berichten/zip-problem.ts'
import { apiBericht } from '#/lib/berichten/api-object.ts'
import { type DeliverBericht, deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { type DeliveredEntry, deliverZip } from '#/lib/berichten/zip-delivery/deliver-zip.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'

/** Takes in the files of a zip: 207 with what became of each, or a problem when nothing of it was taken in. */
async function answerZip(
  { actor, req, locale, requestId }: RouteCall<unknown>,
  zip: DeliverBericht,
): Promise<Response> {
  const resultaten: object[] = []
  const onEntry = (entry: DeliveredEntry) => resultaten.push(entryResult(entry, locale, requestId))
  const outcome = await deliverZip(actor, zip, onEntry, req.signal)
  if (!outcome.ok) return problem(zipProblem(outcome.error, locale, requestId))
  return Response.json({ resultaten }, { status: 207, headers: API_HEADERS })
}

/** Delivers one file, or several in a zip, and says what became of it: the one answer, in whatever way the bytes came. */
export async function answerDelivery(
  call: RouteCall<unknown>,
  isZip: boolean,
  input: DeliverBericht,
): Promise<Response> {
  if (isZip) return answerZip(call, input)
  const { actor, req, locale, requestId } = call
  const outcome = await deliverBericht(actor, input, req.signal)
  if (outcome.kind !== 'accepted') return problem(deliveryProblem(outcome, locale, requestId))
  const location = `/api/berichten/${input.product}/${outcome.bericht.id}`
  return Response.json(apiBericht(outcome.bericht, locale), { status: 201, headers: { ...API_HEADERS, location } })
}
