import { en } from '#/lib/platform/i18n/en/messages.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { nl } from '#/lib/platform/i18n/nl/messages.ts'

/** All texts by area, with the Dutch texts as literal types, so that their ICU arguments are checked. */
export type Messages = typeof nl
export type Area = keyof Messages

const MESSAGES: Readonly<Record<Locale, Messages>> = {
  nl,
  // The same keys by `Copy`, the same arguments by tests/unit/platform/i18n: read as the Dutch literals by callers.
  en: en as unknown as Messages,
}

/** All texts of a language. */
export function messagesFor(locale: Locale): Messages {
  return MESSAGES[locale]
}
