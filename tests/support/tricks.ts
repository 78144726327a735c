// Ways to ask for a page by another name, or with a header that some server believed once.

const encoded = (text: string) => `%${text.charCodeAt(0).toString(16)}`

/** Other spellings of an address that begins with a slash, as they go over the line. */
export function spellingsOf(path: string, buildId: string): readonly string[] {
  const bare = path.slice(1)
  const [first = '', ...others] = bare.split('/')
  const rest = others.length > 0 ? `/${others.join('/')}` : ''
  return [
    `${path}/`,
    `${path}//`,
    `/${path}`,
    `//elders.example/..${path}`,
    `/.${path}`,
    `/x/..${path}`,
    `/help/..${path}`,
    `/help/..%2f${bare}`,
    `/help/%2e%2e${path}`,
    `/help/%2e%2e%2f${bare}`,
    `/help/%252e%252e%252f${bare}`,
    `/help%2f..%2f${bare}`,
    `/help\\..\\${bare}`,
    `\\${bare}`,
    `/api/health/live/../../..${path}`,
    `/api/berichten/iwmo/formulier/../../../..${path}`,
    `/_next/static/..${path}`,
    `/_next/static/../..${path}`,
    `/_next/static/%2e%2e/%2e%2e${path}`,
    `/_next/static/..%2f..%2f${bare}`,
    `/_next/data/${buildId}${path}.json`,
    `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75`,
    `/nl${path}`,
    `/;${path}`,
    `/;x=1${path}`,
    `/${first};x=1${rest}`,
    `/${first.toUpperCase()}${rest}`,
    `/${encoded(first)}${first.slice(1)}${rest}`,
    `/${encoded(first).toUpperCase()}${first.slice(1)}${rest}`,
    `/%25${encoded(first).slice(1)}${first.slice(1)}${rest}`,
    `/${bare.replaceAll('/', '%2f')}`,
    `/${bare.replaceAll('/', '%252f')}`,
    `/${bare.replaceAll('/', '%5c')}`,
    `${path}%2f`,
    `${path}%00`,
    `${path}%20`,
    `${path}%0d%0aset-cookie:x=1`,
    `${path}%c0%af`,
    `${path}.json`,
    `${path}.rsc`,
    `${path}.txt`,
    `${path}.segments/_tree.segment.rsc`,
    `${path}?_rsc=abcde`,
    `${path}?__nextLocale=en&__nextDataReq=1`,
    `${path}?nxtPproduct=ijw&nxtPid=x&nxtPberichtId=x`,
    `${path}#x`,
  ]
}

/** The state tree of a page that the browser says it stands on, as the framework writes it. */
export const stateTree = (...segments: readonly string[]): string => {
  const tree = segments.reduceRight<unknown>((below, segment) => [segment, { children: below }], ['__PAGE__', {}])
  return encodeURIComponent(JSON.stringify(['', { children: tree }, null, null]))
}
const TREES = [
  stateTree('(portaal)', 'beheer', 'gebruikers'),
  stateTree('(servicedesk)', 'servicedesk', 'gemeenten'),
  stateTree('(portaal)'),
  '%5B%22%22%2C%7B%7D%5D',
]
/** What is no state tree at all. */
export const NO_TREES = ['x', '{', '%', '%5B', 'null', '[]', '%5B1%5D', '['.repeat(5_000), 'a'.repeat(12_000)]

/** Headers that name another page, another method, another sender, or a step that was taken already. */
export function headerTricks(): readonly Readonly<Record<string, string>>[] {
  const elsewhere = ['x-original-url', 'x-rewrite-url', 'x-forwarded-uri', 'x-forwarded-path', 'x-forwarded-prefix']
  const steps = [
    'x-invoke-path',
    'x-invoke-output',
    'x-middleware-rewrite',
    'x-matched-path',
    'next-url',
    'x-nextjs-rewrite',
  ]
  const skips = ['middleware', 'src/middleware', Array.from({ length: 5 }, () => 'middleware').join(':')]
  return [
    ...elsewhere.flatMap((name) => ['/help', '/dashboard'].map((path) => ({ [name]: path }))),
    ...steps.flatMap((name) => ['/help', '/beheer/gebruikers'].map((path) => ({ [name]: path }))),
    ...skips.map((skip) => ({ 'x-middleware-subrequest': skip, 'x-middleware-subrequest-id': 'x' })),
    ...['GET', 'POST', 'PUT', 'DELETE', 'TRACE'].map((method) => ({
      'x-http-method-override': method,
      'x-http-method': method,
      'x-method-override': method,
    })),
    { 'x-middleware-next': '1', 'x-middleware-invoke': '1' },
    { 'x-middleware-override-headers': 'cookie', 'x-middleware-request-cookie': '__Host-x=y' },
    { 'x-middleware-set-cookie': '__Host-x=y', 'x-middleware-prefetch': '1' },
    { 'x-invoke-status': '200', 'x-invoke-error': '{"message":"x"}' },
    { 'x-invoke-query': encodeURIComponent('{"__nextLocale":"en"}') },
    { 'x-now-route-matches': '1=iwmo', 'x-vercel-id': 'x' },
    { 'x-prerender-revalidate': 'x', 'x-prerender-bypass': 'x', cookie2: '__prerender_bypass=x' },
    { 'x-next-revalidated-tags': 'x', 'x-next-revalidate-tag-token': 'x', 'x-next-cache-tags': 'x' },
    { 'next-resume': '1', 'x-nextjs-postponed': '1', 'x-nextjs-data': '1' },
    { 'x-nonce': 'x', 'x-portaal-pad': '/help', 'x-portaal-proces': 'x', 'x-portaal-peer': '127.0.0.1' },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1;host=elders.example' },
    { 'x-forwarded-host': 'elders.example', 'x-forwarded-proto': 'ftp', 'x-forwarded-port': '1' },
    { 'x-forwarded-host': 'elders.example, localhost', 'x-host': 'elders.example', 'x-forwarded-server': 'x' },
    { host: 'elders.example' },
    { host: 'localhost:1@elders.example' },
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    { rsc: '1', 'next-router-prefetch': '2', 'next-router-segment-prefetch': '/beheer/gebruikers/__PAGE__' },
    { rsc: '1', 'next-hmr-refresh': '1', 'next-html-request-id': 'x', 'next-instant-navigation-testing': '1' },
    ...TREES.map((tree) => ({ rsc: '1', 'next-router-state-tree': tree, 'next-url': '/beheer/gebruikers' })),
  ]
}
