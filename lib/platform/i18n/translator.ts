import { createTranslator } from 'use-intl/core'
import { type Locale, TIME_ZONE } from '#/lib/platform/i18n/locale.ts'
import { type Area, messagesFor } from '#/lib/platform/i18n/messages.ts'

/**
 * Texts of one area outside a page: mails, jobs, route handlers, actions. Runs in plain Node. A missing text throws,
 * because a mail with a key in it must not leave the house.
 */
export function translator<A extends Area>(locale: Locale, area: A) {
  return createTranslator({
    locale,
    messages: messagesFor(locale),
    namespace: area,
    timeZone: TIME_ZONE,
    onError: (error) => {
      throw error
    },
  })
}
