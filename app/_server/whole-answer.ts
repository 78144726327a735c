import { problemDocument } from '#/app/_server/problem-document.ts'
import type { BareAnswer, WholeAnswer } from '#/lib/platform/http/bare-answers.ts'
import { isNavigation, pageBefore } from '#/lib/platform/http/navigation.ts'
import { API_HEADERS, PROBLEM_TYPE, problemBody } from '#/lib/platform/http/problem.ts'
import { LOCALE_COOKIE, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'
import { THEME_COOKIE, themeFrom } from '#/lib/platform/i18n/preferences.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** For a page that the gate gave no policy: no script, and no style but the portal's own. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

function cookieIn(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

function codeAndTitle(status: number, texts: ReturnType<typeof messagesFor>['errors']['api']) {
  if (status === 403) return { code: 'VREEMDE_HERKOMST', title: texts.foreign }
  if (status === 404) return { code: 'NIET_GEVONDEN', title: texts.notFound }
  if (status === 405) return { code: 'METHODE', title: texts.method }
  if (status === 413) return { code: 'TE_GROOT', title: texts.tooLarge }
  return status >= 500 ? { code: 'ONVERWACHT', title: texts.unexpected } : { code: 'VERZOEK', title: texts.unreadable }
}

/** What people, and software under /api/, get in the place of an answer that the framework made by itself. */
export function wholeAnswer(
  { status, request, address, requestId, policy, problem }: BareAnswer,
  styles: readonly string[],
): WholeAnswer {
  const { cookie } = request.headers
  const locale = localeFrom(cookieIn(cookie, LOCALE_COOKIE))
  const header = (name: string) => request.headers[name]
  const isCall = address.startsWith('/api/')
  const { code, title } = codeAndTitle(status, messagesFor(locale).errors.api)
  if (isCall && !isNavigation(header)) {
    return {
      headers: { ...API_HEADERS, 'content-type': `${PROBLEM_TYPE}; charset=utf-8`, 'x-request-id': requestId },
      body: JSON.stringify(problemBody({ status, code, title, requestId })),
    }
  }
  const told = problem ?? (isCall ? { title } : null)
  // Nobody goes back to an address that is only called.
  const shownAddress = isCall ? (pageBefore(header, settings().portaalUrl) ?? '/') : address
  const theme = themeFrom(cookieIn(cookie, THEME_COOKIE))
  return {
    headers: {
      'cache-control': 'no-store',
      // What is called has the policy of what is never shown.
      'content-security-policy': isCall ? POLICY : (policy ?? POLICY),
      'content-type': 'text/html; charset=utf-8',
      'x-request-id': requestId,
    },
    body: problemDocument({ status, address: shownAddress, told, requestId, locale, theme, styles }),
  }
}
