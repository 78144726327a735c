/** Where people go when there is no way back, or one that we do not follow. */
export const START_PAGE = '/dashboard'

const CALLABLE_ONLY = [
  '/api/',
  '/geen-toegang/',
  '/inloggen',
  '/uitgelogd',
  '/servicedesk/inloggen',
  '/opnieuw-inloggen',
]

// Encoded slashes, backslashes and control characters stand in no address of ours; whoever decodes once more would be led away.
const ENCODED_TRICK = /%(?:2f|5c|[01][0-9a-f]|7f)/i

/**
 * The path to return to after a login, when it is a page of this portal; else the start page (ASVS 3.7.2). `//evil`,
 * `/\evil`, `https:evil` and their encoded forms are not pages of this portal.
 */
export function safeReturnPath(wanted: string | null | undefined, portaalUrl: URL): string {
  if (!wanted || wanted.length > 512 || !wanted.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return START_PAGE
  if (!URL.canParse(wanted, portaalUrl)) return START_PAGE
  const url = new URL(wanted, portaalUrl)
  if (url.origin !== portaalUrl.origin || url.pathname === '/' || url.pathname.startsWith('//')) return START_PAGE
  if (ENCODED_TRICK.test(url.pathname)) return START_PAGE
  if (CALLABLE_ONLY.some((start) => url.pathname.startsWith(start))) return START_PAGE
  return `${url.pathname}${url.search}`
}
