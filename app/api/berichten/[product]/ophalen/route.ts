import { after } from 'next/server'
import { z } from 'zod'
import { SELECTION_BYTES } from '#/app/_server/body-limits.ts'
import { defineRoute, type RouteCall } from '#/app/_server/define-route.ts'
import { streamAnswer } from '#/app/_server/stream-answer.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { beginFetch, type FetchEnding, recordFetch } from '#/lib/berichten/fetch-content.ts'
import { attachment } from '#/lib/berichten/file-name.ts'
import { BerichtenPageQuery, queryValues } from '#/lib/berichten/filter.ts'
import { BerichtenAddress, type ContentForm } from '#/lib/berichten/schema.ts'
import { openClientSearch } from '#/lib/berichten/search/search-client.ts'
import { ALL_UNTIL } from '#/lib/berichten/selection/all-until.ts'
import { findAll } from '#/lib/berichten/selection/find-all.ts'
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

/** Until when the list counts whose every bericht is asked for; null when single ones are. */
function allUntil(call: Call, text: string): Date | null {
  const moment = isForm(call) ? new URLSearchParams(text).get(ALL_UNTIL) : null
  return moment !== null && /^[0-9]{13}$/.test(moment) ? new Date(Number(moment)) : null
}

/** Back to the list, which says what to do. */
function toList(call: Call, query: Readonly<Record<string, string>>): Response {
  const location = `/producten/${call.params.product}/berichten?${new URLSearchParams(query)}`
  return new Response(null, { status: 303, headers: { ...API_HEADERS, location } })
}

async function sendAll(call: Call, text: string, until: Date): Promise<Response> {
  const { actor, params } = call
  const values = queryValues(new URLSearchParams(text))
  const { [ALL_UNTIL]: _until, ...filters } = values
  const opened = await openClientSearch(actor, params.product, BerichtenPageQuery.parse(values))
  if (opened === null) return toList(call, { zoeken: 'verlopen' })
  const { cursor: _cursor, eerder: _eerder, ...filter } = opened
  const found = await findAll(actor, { filter: { product: params.product, ...filter }, until })
  if (found.ok) return send(call, found.value)
  return toList(call, { ...filters, selectie: found.error === 'nothing' ? 'leeg' : 'teveel' })
}

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

/** The chosen berichten of a product, or all that a list shows, as one zip with a manifest, streamed. */
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
    const until = allUntil(call, sent.text)
    if (until !== null) return sendAll(call, sent.text, until)
    if (hasChosenNothing(call, sent.text)) return toList(call, { selectie: 'leeg' })
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
