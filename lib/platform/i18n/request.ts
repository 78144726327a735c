import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LOCALE_COOKIE, localeFrom, TIME_ZONE } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'

/** What next-intl asks per request: the language of the cookie, all texts of it, and the one time zone. */
export default getRequestConfig(async () => {
  const locale = localeFrom((await cookies()).get(LOCALE_COOKIE)?.value)
  return { locale, messages: messagesFor(locale), timeZone: TIME_ZONE }
})
