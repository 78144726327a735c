import { after } from 'next/server'
import { z } from 'zod'
import { defineRoute, type RouteCall } from '#/app/_server/define-route.ts'
import { streamAnswer } from '#/app/_server/stream-answer.ts'
import type { OutOfReach } from '#/lib/berichten/content-state.ts'
import {
  beginFetch,
  type FetchableContent,
  type FetchEnding,
  findContent,
  isContentMissing,
  recordFetch,
} from '#/lib/berichten/fetch-content.ts'
import { attachment } from '#/lib/berichten/file-name.ts'
import { BerichtAddress, CONTENT_FORMS } from '#/lib/berichten/schema.ts'
import { LENGTH_HEADER } from '#/lib/platform/http/answer-length.ts'
import { type Bytes, requestedBytes } from '#/lib/platform/http/byte-range.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { log } from '#/lib/platform/log.ts'

type Call = RouteCall<BerichtAddress>
/** A form of a content with the digest that its answer carries. */
type Sent = FetchableContent & { readonly digest: string }

const Form = z.enum(CONTENT_FORMS).optional()

/** Headers of the content, whole or in part. It is always a download: whatever is in it never runs as a page of ours. */
function contentHeaders({ digest, fileName }: Sent): Record<string, string> {
  return {
    ...API_HEADERS,
    // Never the type that a sender claimed. Also: what is no text is not compressed on the way, so length and ranges hold.
    'content-type': 'application/octet-stream',
    'content-disposition': attachment(fileName),
    'content-security-policy': "sandbox; default-src 'none'",
    'repr-digest': `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`,
    etag: `"${digest}"`,
    'accept-ranges': 'bytes',
  }
}

type Refusal = 'contentForm' | 'contentAbsent' | 'contentMissing' | (typeof OUT_OF_REACH)[OutOfReach]['text']

/** The scanner takes seconds. */
const RETRY_SECONDS = 30

const OUT_OF_REACH = {
  in_control: { status: 409, code: 'IN_CONTROLE', text: 'contentInControl' },
  infected: { status: 410, code: 'VIRUS', text: 'contentInfected' },
  deleted: { status: 410, code: 'INHOUD_VERWIJDERD', text: 'contentDeleted' },
} as const satisfies Record<OutOfReach, object>

function refuse(call: Call, status: 400 | 404 | 409 | 410 | 503, code: string, text: Refusal): Response {
  const title = translator(call.locale, 'berichten')(`api.${text}`)
  return problem({ status, code, title, requestId: call.requestId })
}

function refuseUnreachable(call: Call, why: OutOfReach): Response {
  const { status, code, text } = OUT_OF_REACH[why]
  const answer = refuse(call, status, code, text)
  if (status === 409) answer.headers.set('retry-after', String(RETRY_SECONDS))
  return answer
}

/** Range counts only for the content that the browser has the beginning of (If-Range). */
function rangeOf({ req }: Call, { digest, sizeBytes }: Sent) {
  const condition = req.headers.get('if-range')
  return condition === null || condition === `"${digest}"` ? requestedBytes(req.headers.get('range'), sizeBytes) : null
}

const aboutContent = ({ bericht, form, digest }: Sent) => ({ berichtsoort: bericht.berichtsoort, form, sha256: digest })

/** Notes how the answer ended once it is closed; the source ending is not enough, the browser may have left before. */
function recordWhenClosed(call: Call, sent: Sent, part: Bytes | null, isHandedOver: () => boolean): void {
  const isWhole = part === null || (part.start === 0 && part.end === sent.sizeBytes - 1)
  after(async () => {
    const ending: FetchEnding = !isHandedOver() ? 'broken' : isWhole ? 'whole' : 'part'
    await recordFetch(call.actor, { ...call.params, ...aboutContent(sent), ending })
  })
}

async function send(call: Call, withBody: boolean): Promise<Response> {
  const form = Form.safeParse(call.req.nextUrl.searchParams.get('vorm') ?? undefined)
  const found = await findContent(call.actor, call.params, form.data)
  if (!form.success) return refuse(call, 400, 'VORM', 'contentForm')
  if (!found.ok) {
    if (found.error === 'absent') return refuse(call, 404, 'VORM_ONTBREEKT', 'contentAbsent')
    return refuseUnreachable(call, found.error)
  }
  const sent = { ...found.value, digest: await found.value.sha256(call.req.signal) }
  const headers = contentHeaders(sent)
  const range = rangeOf(call, sent)
  if (range === 'unsatisfiable') {
    const title = translator(call.locale, 'berichten')('api.range')
    const answer = problem({ status: 416, code: 'BEREIK', title, requestId: call.requestId })
    answer.headers.set('content-range', `bytes */${sent.sizeBytes}`)
    return answer
  }
  const bytes = range ?? { start: 0, end: sent.sizeBytes - 1 }
  headers[LENGTH_HEADER] = String(bytes.end - bytes.start + 1)
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${sent.sizeBytes}`
  const status = range ? 206 : 200
  if (!withBody) return new Response(null, { status, headers })
  const source = await sent.open(range ?? undefined, call.req.signal)
  await beginFetch(call.actor, { ...call.params, ...aboutContent(sent), range })
  const { body, isHandedOver } = streamAnswer(source, { signal: call.req.signal, requestId: call.requestId })
  recordWhenClosed(call, sent, range, isHandedOver)
  return new Response(body, { status, headers })
}

/** A bericht that says it has content and has none: its storage is away, or something else than the retention job took it. */
const sendOrSayMissing = (call: Call, withBody: boolean) =>
  send(call, withBody).catch((error: unknown) => {
    if (!isContentMissing(error)) throw error
    log().error({ err: error, berichtId: call.params.berichtId, requestId: call.requestId }, 'content is missing')
    return refuse(call, 503, 'INHOUD_ONBEREIKBAAR', 'contentMissing')
  })

/** The content of a bericht, streamed: the bericht itself, or in its envelope. */
export const GET = defineRoute({ params: BerichtAddress, handle: (call) => sendOrSayMissing(call, true) })

/** What GET would say, without handing out the content: nothing is fetched by it. */
export const HEAD = defineRoute({ params: BerichtAddress, handle: (call) => sendOrSayMissing(call, false) })
