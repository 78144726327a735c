import { defineRoute } from '#/app/_server/define-route.ts'
import { streamAnswer } from '#/app/_server/stream-answer.ts'
import { exportList } from '#/lib/berichten/export/export-list.ts'
import { listCsv } from '#/lib/berichten/export/list-csv.ts'
import { attachment } from '#/lib/berichten/file-name.ts'
import { BerichtenPageQuery, queryValues } from '#/lib/berichten/filter.ts'
import { BerichtenAddress } from '#/lib/berichten/schema.ts'
import { openClientSearch } from '#/lib/berichten/search/search-client.ts'
import { clock } from '#/lib/platform/clock.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** The list of berichten as a CSV file, with the filters of its page, streamed. */
export const GET = defineRoute({
  params: BerichtenAddress,
  async handle({ actor, params: { product }, req, locale, requestId }) {
    const query = BerichtenPageQuery.parse(queryValues(req.nextUrl.searchParams))
    const opened = await openClientSearch(actor, product, query)
    if (opened === null)
      return problem({
        status: 400,
        code: 'VERZOEK',
        title: translator(locale, 'berichten')('search.expired'),
        requestId,
      })
    const { cursor: _cursor, eerder: _eerder, ...filter } = opened
    const pages = await exportList(actor, { product, ...filter }, req.signal)
    const { body } = streamAnswer(listCsv(pages, locale), { signal: req.signal, requestId })
    return new Response(body, {
      headers: {
        ...API_HEADERS,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': attachment(`berichten-${product}-${dayInAmsterdam(clock.now())}.csv`),
      },
    })
  },
})
