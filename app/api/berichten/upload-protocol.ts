import { Server } from '@tus/server'
import type { RouteCall } from '#/app/_server/define-route.ts'
import { deliveryProblem } from '#/app/api/berichten/delivery-problem.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { BeginRefusedError, PartStore } from '#/lib/berichten/uploads/part-store.ts'
import { isShortMetadata } from '#/lib/berichten/uploads/schema.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** What the protocol answers, in words of the HTTP interface. What is not here is a request that no tus client sends: 400. */
const REFUSALS = {
  404: { code: 'NIET_GEVONDEN', word: 'gone' },
  409: { code: 'VERKEERDE_PLAATS', word: 'offset' },
  410: { code: 'NIET_GEVONDEN', word: 'gone' },
  412: { code: 'TUS_VERSIE', word: 'version' },
  413: { code: 'TE_GROOT', word: 'tooLong' },
  423: { code: 'IN_GEBRUIK', word: 'locked' },
} as const
const UNFIT = { code: 'TUS', word: 'unfit' } as const

/** Two requests take a turn each by the rows of the database; a lock in the memory of one process would say nothing of others. */
const NO_LOCK = {
  newLock: () => ({ lock: () => Promise.resolve(), unlock: () => Promise.resolve() }),
}

const isRefusal = (status: number): status is keyof typeof REFUSALS => status in REFUSALS

/** The headers that a tus client reads; those for pages of other sites are nobody's business. */
const KEPT = ['tus-resumable', 'upload-offset', 'upload-length', 'upload-expires', 'location']

type Call = RouteCall<{ readonly product: BerichtProduct }>

function refuse({ locale, requestId }: Call, status: number): Response {
  const { code, word } = isRefusal(status) ? REFUSALS[status] : UNFIT
  const title = translator(locale, 'berichten')(`upload.${word}`)
  const answer = problem({ status: isRefusal(status) ? status : 400, code, title, requestId })
  answer.headers.set('tus-resumable', '1.0.0')
  return answer
}

function refuseToBegin({ locale, requestId }: Call, { refusal }: BeginRefusedError): Response {
  if (refusal.kind !== 'too_many') return problem(deliveryProblem(refusal, locale, requestId))
  const { retryAfterSeconds } = refusal
  const title = translator(locale, 'berichten')('upload.tooMany')
  return problem({ status: 429, code: 'TE_VEEL_TEGELIJK', title, requestId, retryAfterSeconds })
}

/** A fault of ours goes on as it is; what the library says of the request becomes its answer. */
const isAnswer = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status_code' in error && error.status_code !== 500

/**
 * One request of the tus protocol (tus.io, version 1.0.0) on the uploads of a product: @tus/server reads and answers it, and
 * `PartStore` keeps the bytes for this actor alone. Throws ForbiddenError.
 */
export async function answerUpload(call: Call): Promise<Response> {
  const { actor, params, req } = call
  // Whoever may not deliver is told so before anything is said about the request.
  authoriseProduct(actor, 'bericht.deliver', params.product)
  if (!isShortMetadata(req.headers.get('upload-metadata'))) return refuse(call, 400)
  const server = new Server({
    path: `/api/berichten/${params.product}/uploads`,
    relativeLocation: true,
    datastore: new PartStore(actor, params.product),
    locker: NO_LOCK,
    maxSize: MAXIMUM_ENVELOPE_BYTES,
    onResponseError: (_req, error) => {
      if (!isAnswer(error)) throw error
      return undefined
    },
  })
  try {
    const answer = await server.handleWeb(req)
    if (answer.status >= 400) return refuse(call, answer.status)
    const headers = new Headers(API_HEADERS)
    for (const name of KEPT) {
      const value = answer.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    return new Response(null, { status: answer.status, headers })
  } catch (error) {
    if (error instanceof BeginRefusedError) return refuseToBegin(call, error)
    throw error
  }
}
