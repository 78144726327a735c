import { deliveryProblem } from '#/app/api/berichten/delivery-problem.ts'
import { apiBericht } from '#/lib/berichten/api-object.ts'
import type { DeliveredEntry, EntryOutcome, ZipRefusal } from '#/lib/berichten/zip-delivery/deliver-zip.ts'
import type { EntryFault, ZipFault } from '#/lib/berichten/zip-delivery/open-zip.ts'
import { MOST_ENTRIES } from '#/lib/berichten/zip-delivery/open-zip.ts'
import { type Problem, problemBody } from '#/lib/platform/http/problem.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** Of each file so many findings are told in the answer on a zip; the bericht itself has them all. */
const TOLD_FINDINGS = 100

const WHOLE = {
  no_zip: { status: 400, code: 'GEEN_ZIP' },
  empty: { status: 400, code: 'ZIP_LEEG' },
  too_many: { status: 413, code: 'ZIP_TE_VEEL' },
  unpacks_too_far: { status: 413, code: 'ZIP_TE_GROOT' },
} as const satisfies Record<ZipFault, { status: number; code: string }>

const ENTRIES = {
  damaged: { status: 400, code: 'ZIP_BESCHADIGD' },
  no_xml: { status: 415, code: 'MEDIATYPE' },
  encrypted: { status: 415, code: 'ZIP_VERSLEUTELD' },
  link: { status: 415, code: 'ZIP_VERWIJZING' },
  expands_too_far: { status: 413, code: 'ZIP_VERHOUDING' },
} as const satisfies Record<EntryFault, { status: number; code: string }>

/** The problem that tells why nothing of a zip was taken in. */
export function zipProblem(refusal: ZipRefusal, locale: Locale, requestId: string): Problem {
  if (refusal.kind !== 'zip') return deliveryProblem(refusal, locale, requestId)
  const title = translator(locale, 'berichten')(`zip.${refusal.fault}`, { most: String(MOST_ENTRIES) })
  return { ...WHOLE[refusal.fault], title, requestId }
}

type RefusedEntry = Exclude<EntryOutcome, { kind: 'accepted' }>

/** The problem that tells why one file of a zip was not accepted. */
export function entryProblem(outcome: RefusedEntry, locale: Locale, requestId: string): Problem {
  if (outcome.kind === 'entry')
    return { ...ENTRIES[outcome.fault], title: translator(locale, 'berichten')(`zip.${outcome.fault}`), requestId }
  if (outcome.kind !== 'rejected') return deliveryProblem(outcome, locale, requestId)
  const { bericht } = outcome
  const told = { ...bericht, findings: bericht.findings.slice(0, TOLD_FINDINGS) }
  return deliveryProblem({ ...outcome, bericht: told }, locale, requestId)
}

/** What became of one file of a zip, as the answer 207 tells it. */
export function entryResult({ fileName, outcome }: DeliveredEntry, locale: Locale, requestId: string) {
  if (outcome.kind === 'accepted')
    return { bestandsnaam: fileName, status: 201, bericht: apiBericht(outcome.bericht, locale) }
  const fault = entryProblem(outcome, locale, requestId)
  return { bestandsnaam: fileName, status: fault.status, probleem: problemBody(fault) }
}
