/**
 * Tells whether a changing request comes from our own pages: `Origin` equal to ours or, without Origin,
 * `Sec-Fetch-Site: same-origin` (ASVS 3.5.1). `Origin: null` and everything else is foreign.
 */
export function isSameOrigin(headers: Headers, portaalUrl: URL): boolean {
  const origin = headers.get('origin')
  return origin === null ? headers.get('sec-fetch-site') === 'same-origin' : origin === portaalUrl.origin
}
