import { apiBericht, apiFinding } from '#/lib/berichten/api-object.ts'
import { berichtName } from '#/lib/berichten/bericht-name.ts'
import type { DeliverOutcome } from '#/lib/berichten/deliver-bericht.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import type { Problem } from '#/lib/platform/http/problem.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

type Refused = Exclude<DeliverOutcome, { kind: 'accepted' }>

/** The problem that tells why a file was not accepted. */
export function deliveryProblem(outcome: Refused, locale: Locale, requestId: string): Problem {
  const t = translator(locale, 'berichten')
  switch (outcome.kind) {
    case 'rejected': {
      const { bericht } = outcome
      const bevindingen = bericht.findings.map((finding) => apiFinding(finding, locale))
      const title = t('api.rejected', { count: bericht.errorCount })
      return { status: 422, code: 'AFGEKEURD', title, requestId, extra: { id: bericht.id, bevindingen } }
    }
    case 'duplicate': {
      const { earlier } = outcome
      const name = berichtName(earlier)
      const detail = t('api.duplicateDetail', { name, moment: formatMoment(earlier.createdAt, locale) })
      const extra = { eerder: apiBericht({ ...earlier, findings: [] }, locale) }
      return { status: 409, code: 'DUBBEL', title: t('api.duplicate'), detail, requestId, extra }
    }
    case 'too_large': {
      const detail = t('api.tooLargeDetail', { maximum: MAXIMUM_BERICHT_BYTES, envelope: MAXIMUM_ENVELOPE_BYTES })
      return { status: 413, code: 'TE_GROOT', title: t('api.tooLarge'), detail, requestId }
    }
    case 'digest_mismatch':
      return { status: 400, code: 'DIGEST', title: t('api.digest'), detail: t('api.digestDetail'), requestId }
    case 'key_reused': {
      const detail = t('api.keyReusedDetail')
      return { status: 409, code: 'IDEMPOTENTIESLEUTEL_GEBRUIKT', title: t('api.keyReused'), detail, requestId }
    }
    case 'reference_used': {
      const detail = t('api.referenceUsedDetail')
      return { status: 409, code: 'REFERENTIENUMMER_GEBRUIKT', title: t('api.referenceUsed'), detail, requestId }
    }
    case 'uncheckable': {
      const detail = t('api.uncheckableDetail')
      return { status: 422, code: 'NIET_TE_CONTROLEREN', title: t('api.uncheckable'), detail, requestId }
    }
    case 'rate_limited': {
      const { retryAfterSeconds } = outcome
      const detail = t('api.rateLimitedDetail', { seconds: retryAfterSeconds })
      return { status: 429, code: 'TE_VAAK', title: t('api.rateLimited'), detail, requestId, retryAfterSeconds }
    }
    case 'busy': {
      const { retryAfterSeconds } = outcome
      const detail = t('api.busyDetail', { seconds: retryAfterSeconds })
      return { status: 503, code: 'DRUK', title: t('api.busy'), detail, requestId, retryAfterSeconds }
    }
  }
}
