import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** What a person reads about a finding: what is wrong, and what to do about it. */
export type FindingText = { readonly melding: string; readonly herstel: string }

type Texts = Readonly<Record<string, Readonly<Record<string, FindingText>>>>

/** Of a rule that only its release knows there is no more to say than its number. */
const UNKNOWN = 'REGEL'

/**
 * The words for a finding in the reader's language. A stored finding whose variant a later release of the portal no
 * longer knows gets the general text of its code, and a code without texts that of rules.
 */
export function describeFinding({ code: given, variant, params: own }: Finding, locale: Locale): FindingText {
  const texts: Texts = messagesFor(locale).findings
  const code = texts[given] === undefined ? UNKNOWN : given
  const params = { ...own, code: given }
  const variants = Object.keys(texts[code] ?? {})
  const known = variants.includes(variant) ? variant : (variants.at(-1) ?? variant)
  // The key is put together from data, so its arguments cannot be checked here; a test describes every variant.
  const translate: (key: string, values: Finding['params']) => string = translator(locale, 'findings') as never
  return {
    melding: translate(`${code}.${known}.melding`, params),
    herstel: translate(`${code}.${known}.herstel`, params),
  }
}
