import { defineRoute, type RouteCall } from '#/app/_server/define-route.ts'
import { deliveryProblem } from '#/app/api/berichten/delivery-problem.ts'
import { entryProblem, zipProblem } from '#/app/api/berichten/zip-problem.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { CHOSEN_SOORT } from '#/lib/berichten/chosen-soort.ts'
import { type DeliverBericht, type DeliverOutcome, deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { cleanFileName } from '#/lib/berichten/file-name.ts'
import { type FormEntry, sealFormResult } from '#/lib/berichten/form-result.ts'
import { BerichtenAddress, MOST_FILES } from '#/lib/berichten/schema.ts'
import { type DeliveredEntry, deliverZip } from '#/lib/berichten/zip-delivery/deliver-zip.ts'
import { deliverableEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { type FormEnding, readFormFiles } from '#/lib/platform/http/multipart-files.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const NOTES = { complete: null, too_many: 'tooMany', malformed: 'broken' } as const satisfies Record<
  FormEnding,
  unknown
>

function entryOf(call: RouteCall<unknown>, unverifiedFileName: string, outcome: DeliverOutcome): FormEntry {
  const fileName = cleanFileName(unverifiedFileName)
  if (outcome.kind === 'accepted')
    return { fileName, outcome: 'accepted', berichtId: outcome.bericht.id, title: null, detail: null }
  const { title, detail = null } = deliveryProblem(outcome, call.locale, call.requestId)
  if (outcome.kind === 'rejected')
    return { fileName, outcome: 'rejected', berichtId: outcome.bericht.id, title, detail }
  const berichtId = outcome.kind === 'duplicate' ? outcome.earlier.id : null
  return { fileName, outcome: 'refused', berichtId, title, detail }
}

/** So many files of a zip are named in its line; the list has what was kept of all. */
const NAMED_FILES = 5

/** A zip is one line of the results: how many of its files were accepted, and which not. */
async function zipEntryOf(call: RouteCall<unknown>, zip: DeliverBericht): Promise<FormEntry> {
  const { actor, req, locale, requestId } = call
  const fileName = cleanFileName(zip.unverifiedFileName)
  const t = translator(locale, 'berichten')
  const others: string[] = []
  const onEntry = ({ fileName: name, outcome }: DeliveredEntry) => {
    if (outcome.kind === 'accepted') return
    if (others.length < NAMED_FILES) others.push(`${name}: ${entryProblem(outcome, locale, requestId).title}`)
    refused += 1
  }
  let refused = 0
  const taken = await deliverZip(actor, zip, onEntry, req.signal)
  if (!taken.ok) {
    const { title, detail = null } = zipProblem(taken.error, locale, requestId)
    return { fileName, outcome: 'refused', berichtId: null, title, detail }
  }
  const counts = { accepted: String(taken.value - refused), total: String(taken.value) }
  const more = refused > others.length ? t('delivery.more', { count: String(refused - others.length) }) : ''
  return {
    fileName,
    outcome: refused === 0 ? 'accepted' : 'refused',
    berichtId: null,
    title: t('delivery.states.unpacked', counts),
    detail: [...others, more].filter(Boolean).join(' ') || null,
  }
}

/** Takes in the files of the page's form without script, and sends the browser to a page with the results. */
export const POST = defineRoute({
  params: BerichtenAddress,
  async handle(call) {
    const { actor, req, requestId, locale } = call
    const { product } = call.params
    const { member } = authoriseProduct(actor, 'bericht.deliver', product)
    const contentType = req.headers.get('content-type') ?? ''
    if (!contentType.toLowerCase().startsWith('multipart/form-data') || !req.body) {
      const title = translator(locale, 'berichten')('api.form')
      return problem({ status: 415, code: 'MEDIATYPE', title, requestId })
    }
    const entries: FormEntry[] = []
    const ending = await readFormFiles(
      req.body,
      contentType,
      MOST_FILES,
      async ({ unverifiedFileName, body, fields }) => {
        const eigenBijdrage = deliverableEigenBijdrage(fields.get(CHOSEN_SOORT) ?? null) ?? undefined
        const input = { product, unverifiedFileName, body, eigenBijdrage }
        if (/\.zip$/i.test(unverifiedFileName)) {
          entries.push(await zipEntryOf(call, input))
          return
        }
        const outcome = await deliverBericht(actor, input, req.signal)
        entries.push(entryOf(call, unverifiedFileName, outcome))
      },
      req.signal,
    )
    const sealed = await sealFormResult(member, { entries, note: NOTES[ending] })
    const location = `/producten/${product}/berichten/resultaat?uitslag=${sealed}`
    return new Response(null, { status: 303, headers: { ...API_HEADERS, location } })
  },
})
