import { after } from 'next/server'
import { z } from 'zod'
import { SELECTION_BYTES } from '#/app/_server/body-limits.ts'
import { defineRoute, type RouteCall } from '#/app/_server/define-route.ts'
import { streamAnswer } from '#/app/_server/stream-answer.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { beginFetch, type FetchEnding, recordFetch } from '#/lib/berichten/fetch-content.ts'
import { attachment } from '#/lib/berichten/file-name.ts'
import { BerichtenAddress, type ContentForm } from '#/lib/berichten/schema.ts'
import { findSelection, type Selected, Selection } from '#/lib/berichten/selection/find-selection.ts'
import { MOST_SELECTED } from '#/lib/berichten/selection/most-selected.ts'
import { zipSelection } from '#/lib/berichten/selection/zip-selection.ts'
import { clock } from '#/lib/platform/clock.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { readSmallBody } from '#/lib/platform/http/request-body.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { log } from '#/lib/platform/log.ts'

type Call = RouteCall<z.infer<typeof BerichtenAddress>>
const Body = z.strictObject({ ids: Selection })
/** The part of a content that its log rows name. */
type Begun = {
  readonly berichtId: string
  readonly berichtsoort: string | null
  readonly sha256: string
  readonly form: ContentForm
}

const isForm = ({ req }: Call) => /^application\/x-www-form-urlencoded\b/i.test(req.headers.get('content-type') ?? '')

/** What was asked: software sends JSON, the form of the list its checkboxes. */
function parse(call: Call, text: string) {
  if (isForm(call)) return Body.safeParse({ ids: new URLSearchParams(text).getAll('ids') })
  try {
    return Body.safeParse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return Body.safeParse(null)
    throw error
  }
}

/** A form without any choice: the list says what to do. */
const hasChosenNothing = (call: Call, text: string) => isForm(call) && !new URLSearchParams(text).has('ids')

/** Notes how the zip ended for each bericht in it, once the answer is closed: only then is anything fetched. */
function recordWhenClosed(call: Call, begun: readonly Begun[], atClose: () => FetchEnding): void {
  after(async () => {
    const ending = atClose()
    for (const one of begun) {
      // One that cannot be written down keeps nothing from the others.
      await recordFetch(call.actor, { ...call.params, ...one, ending }).catch((error: unknown) =>
        log().error({ err: error, berichtId: one.berichtId, requestId: call.requestId }, 'a fetch was not recorded'),
      )
    }
  })
}

async function send(call: Call, selection: readonly Selected[]): Promise<Response> {
  const { product } = call.params
  const begun: Begun[] = []
  let isClosed = false
  const begin = async ({ row }: Selected, form: ContentForm, sha256: string) => {
    call.req.signal.throwIfAborted()
    const one = { berichtId: row.id, berichtsoort: row.berichtsoort, sha256, form }
    await beginFetch(call.actor, { ...call.params, ...one, range: null })
    // The browser may have left while that was written down.
    if (isClosed) await recordFetch(call.actor, { ...call.params, ...one, ending: 'broken' })
    else begun.push(one)
  }
  const zip = await zipSelection(selection, begin, call.req.signal)
  const { body, isHandedOver } = streamAnswer(zip, { signal: call.req.signal, requestId: call.requestId })
  recordWhenClosed(call, begun, () => {
    isClosed = true
    return isHandedOver() ? 'whole' : 'broken'
  })
  const headers = {
    ...API_HEADERS,
    'content-type': 'application/zip',
    'content-disposition': attachment(`berichten-${product}-${dayInAmsterdam(clock.now())}.zip`),
    'content-security-policy': "sandbox; default-src 'none'",
  }
  return new Response(body, { headers })
}

/** The chosen berichten of a product as one zip with a manifest, streamed. */
export const POST = defineRoute({
  params: BerichtenAddress,
  async handle(call) {
    const { actor, params, req, locale, requestId } = call
    authoriseProduct(actor, 'bericht.fetch', params.product)
    const t = translator(locale, 'berichten')
    const sent = await readSmallBody(req, SELECTION_BYTES)
    if (sent.kind === 'too_large')
      return problem({
        status: 413,
        code: 'TE_GROOT',
        title: t('api.selection', { most: String(MOST_SELECTED) }),
        requestId,
      })
    if (hasChosenNothing(call, sent.text)) {
      const location = `/producten/${params.product}/berichten?selectie=leeg`
      return new Response(null, { status: 303, headers: { ...API_HEADERS, location } })
    }
    const body = parse(call, sent.text)
    if (!body.success)
      return problem({
        status: 400,
        code: 'VERZOEK',
        title: t('api.selection', { most: String(MOST_SELECTED) }),
        requestId,
      })
    return send(call, await findSelection(actor, params.product, body.data.ids))
  },
})
