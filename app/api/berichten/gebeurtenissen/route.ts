import { z } from 'zod'
import { defineRoute, type RouteCall } from '#/app/_server/define-route.ts'
import { originOf } from '#/app/_server/request-origin.ts'
import { closeAtEnd } from '#/app/api/berichten/gebeurtenissen/open-streams.ts'
import { authoriseProduct, holds } from '#/lib/access/authorise.ts'
import { BERICHT_PRODUCTS } from '#/lib/access/products.ts'
import { type Change, watchChanges } from '#/lib/berichten/live/changes.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { log } from '#/lib/platform/log.ts'

type Call = RouteCall<unknown>

/** So often a stream shows that it lives, and asks whether its session still does. */
const BEAT_MS = 20_000
/** A stream ends by itself and is asked for anew: what a role change took away does not stay open. */
const LONGEST_MS = 5 * 60_000
/** How long a browser waits before it asks again. */
const RETRY_MS = 3_000

const eventOf = (change: Change | null): string => {
  if (change === null) return 'event: ververs\ndata: {}\n\n'
  const { product, berichtId: id, status } = change
  return `event: bericht\ndata: ${JSON.stringify({ product, id, status })}\n\n`
}

/** What this person may hear of. Throws ForbiddenError when that is nothing. */
function hearable({ actor }: Call) {
  const products = BERICHT_PRODUCTS.filter((product) => holds(actor, 'bericht.list', product))
  const [first] = products
  if (first === undefined) throw new ForbiddenError('bericht.list')
  return { products, scope: authoriseProduct(actor, 'bericht.list', first).scope }
}

function streamOf({ req }: Call, { products, scope }: ReturnType<typeof hearable>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end: () => void = () => undefined
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      write(`retry: ${RETRY_MS}\n\n`)
      const stops = [watchChanges(scope, products, (change) => write(eventOf(change)))]
      let isOpen = true
      end = () => {
        if (!isOpen) return
        isOpen = false
        for (const stop of stops) stop()
        // Its reader may have gone already.
        if (!req.signal.aborted) controller.close()
      }
      const beat = async () => {
        const session = await resolveSession(req.cookies.get(SESSION_COOKIE)?.value, originOf(req.headers))
        if (session.kind !== 'live') end()
        else if (isOpen) write(': \n\n')
      }
      const beats = setInterval(() => {
        beat().catch((error: unknown) => {
          log().warn({ err: error }, 'an event stream could not ask for its session')
          end()
        })
      }, BEAT_MS).unref()
      const longest = setTimeout(() => end(), LONGEST_MS).unref()
      stops.push(
        () => clearInterval(beats),
        () => clearTimeout(longest),
        closeAtEnd(() => end()),
      )
      req.signal.addEventListener('abort', () => end())
    },
    cancel: () => end(),
  })
}

/** Changes of the berichten of the own gemeente, as server-sent events; listening is no activity. */
export const GET = defineRoute({
  params: z.unknown(),
  countsAsActivity: false,
  handle(call) {
    const { req, locale, requestId } = call
    const heard = hearable(call)
    if (!req.headers.get('accept')?.includes('text/event-stream')) {
      const title = translator(locale, 'berichten')('api.events')
      return Promise.resolve(problem({ status: 406, code: 'ALLEEN_GEBEURTENISSEN', title, requestId }))
    }
    const headers = {
      ...API_HEADERS,
      'content-type': 'text/event-stream; charset=utf-8',
      // Not held back on the way; that it is not packed either is said in middleware, which has the last word.
      'x-accel-buffering': 'no',
    }
    return Promise.resolve(new Response(streamOf(call, heard), { headers }))
  },
})
