/** The headers that tell what an answer is asked for. */
type Asked = (name: string) => string | string[] | null | undefined

/**
 * Whether a browser shows the answer as a page, because somebody pressed a link or a button. Browsers say so by Fetch
 * Metadata; of one that says nothing, the kinds of answer that it wants are the sign. Scripts and software ask for JSON.
 */
export function isNavigation(header: Asked): boolean {
  const mode = header('sec-fetch-mode')
  const destination = header('sec-fetch-dest')
  if (mode || destination) return mode === 'navigate' || destination === 'document'
  const wanted = String(header('accept') ?? '')
  return wanted.includes('text/html') && !wanted.includes('json')
}

/** Path and query of the page of this portal on which a link or a button was pressed; null when it is not known. */
export function pageBefore(header: Asked, portaalUrl: URL): string | null {
  const referer = header('referer')
  if (typeof referer !== 'string' || !URL.canParse(referer)) return null
  const { origin, pathname, search } = new URL(referer)
  const isPage = origin === portaalUrl.origin && !pathname.startsWith('/api/') && !pathname.startsWith('//')
  return isPage ? `${pathname}${search}` : null
}
