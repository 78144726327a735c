import { request } from 'node:http'
import { answerHeaders } from '#/lib/platform/http/secure-answers.ts'
import { en } from '#/lib/platform/i18n/en/messages.ts'
import { nl } from '#/lib/platform/i18n/nl/messages.ts'
import { deliverOne, everyCall, everyPage, type KnownIds, knownIds } from '#/tests/support/addresses.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { type Answer, Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
const PEOPLE = ['niemand', 'jansen', 'smit', 'beheer', 'nieuw', 'desk'] as const
const visitors = new Map<string, Visitor>()
let ids: KnownIds

async function visitorFor(user: string): Promise<Visitor> {
  const visitor = new Visitor(portal)
  if (user !== 'niemand') await visitor.logIn(user, user === 'desk' ? 'servicedesk' : 'kpn')
  return visitor
}
const visitorOf = (user: string): Visitor => {
  const visitor = visitors.get(user)
  if (!visitor) throw new Error(`${user} is not logged in`)
  return visitor
}

beforeAll(async () => {
  for (const user of PEOPLE) visitors.set(user, await visitorFor(user))
  ids = await knownIds(portal, await deliverOne(visitorOf('jansen'), 'KOPPEN-1'))
}, 60_000)

const typeOf = (answer: Answer) => answer.headers.get('content-type') ?? ''

/** Of a page that stands outside the framework: it may run nothing. */
const DOCUMENT_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/** Everything that is wrong with the headers of one answer, as lines to read. */
function faultsOf(answer: Answer): string[] {
  const faults: string[] = []
  for (const [name, value] of Object.entries(answerHeaders('demo')))
    if (answer.headers.get(name) !== value) faults.push(`${name}: ${answer.headers.get(name)}`)
  for (const name of ['x-powered-by', 'server', 'strict-transport-security', 'access-control-allow-origin'])
    if (answer.headers.has(name)) faults.push(`${name}: ${answer.headers.get(name)}`)
  const isStatic = answer.url.includes('/_next/static/') || answer.url.includes('/icon.svg')
  const isPage = typeOf(answer).startsWith('text/html')
  // Redirects and refusals without a body hold nothing that could be kept or run.
  const isEmpty = answer.text === '' || answer.location !== null
  if (!isStatic && !isEmpty && !/\bno-store\b/.test(answer.headers.get('cache-control') ?? ''))
    faults.push(`cache-control: ${answer.headers.get('cache-control')}`)
  const policy = answer.headers.get('content-security-policy')
  // What is refused before Next sees it gets a page that runs nothing: no script may stand in it at all.
  if (isPage && policy === DOCUMENT_POLICY) faults.push(...(answer.text.match(/<(?:script|style)\b|\sstyle="/g) ?? []))
  else if (isPage) faults.push(...pageFaults(answer))
  else if (!isStatic && !isEmpty && !policy?.includes("default-src 'none'"))
    faults.push(`content-security-policy: ${policy}`)
  if (answer.status >= 500) faults.push(`status ${answer.status}`)
  return faults.map((fault) => `${answer.url.replace(portal.url, '')} ${answer.status}: ${fault}`)
}

const policyOf = (answer: Answer): Record<string, string> =>
  Object.fromEntries(
    (answer.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const at = directive.indexOf(' ')
      return [directive.slice(0, at), directive.slice(at + 1)]
    }),
  )

function pageFaults(answer: Answer): string[] {
  const policy = policyOf(answer)
  const nonce = /'nonce-([^']+)'/.exec(policy['script-src'] ?? '')?.[1] ?? ''
  const expected = {
    'default-src': "'none'",
    'script-src': `'self' 'nonce-${nonce}'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'form-action': `'self' ${portal.makelaarUrl}`,
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'object-src': "'none'",
    'manifest-src': "'self'",
  }
  const faults = JSON.stringify(policy) === JSON.stringify(expected) ? [] : [JSON.stringify(policy)]
  if (Buffer.from(nonce, 'base64').length !== 16) faults.push(`nonce ${nonce}`)
  for (const [tag] of answer.text.matchAll(/<(?:script|style)\b[^>]*>/g))
    if (!tag.includes(`nonce="${nonce}"`)) faults.push(tag)
  if (/<[a-z][^>]*\sstyle="/.test(answer.text)) faults.push('style attribute')
  return faults
}

// Access-norms chapter 7: one answer without these headers is enough to frame, sniff or inject.
describe('every answer', () => {
  it.each(PEOPLE)('carries the security headers, for %s', async (user) => {
    const visitor = visitorOf(user)
    const faults: string[] = []
    const nonces = new Set<string>()
    let pages = 0
    const odd = [
      '/geen-toegang/anders',
      '/producten/iwmo/berichten/geen-id',
      '/%E0%A4%A',
      '/icon.svg',
      '/_global-error',
    ]
    for (const address of [...everyPage(ids), ...everyCall(ids), ...odd]) {
      const answer = await visitor.ask(address)
      faults.push(...faultsOf(answer))
      if (!typeOf(answer).startsWith('text/html')) continue
      pages += 1
      nonces.add(/'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '')
    }
    expect(faults).toEqual([])
    expect(nonces.size).toBe(pages)
  })

  it('is covered when it changes something, is refused as foreign, or comes from no page of ours', async () => {
    const faults: string[] = []
    for (const user of ['niemand', 'jansen', 'desk']) {
      const visitor = visitorOf(user).copy()
      for (const address of ['/api/inloggen', '/api/sessie/verlengen', '/api/sessie/concept', '/dashboard'])
        for (const origin of [portal.url, 'https://elders.example', 'null'])
          faults.push(...faultsOf(await visitor.ask(address, { method: 'POST', headers: { origin } })))
      faults.push(...faultsOf(await visitor.ask('/api/berichten/iwmo', { method: 'POST', body: 'geen xml' })))
      faults.push(...faultsOf(await visitor.ask('/api/berichten/iwmo/formulier', { method: 'POST', body: 'x' })))
    }
    expect(faults).toEqual([])
  })

  it('is covered when it is a file of the build, which alone may be kept', async () => {
    const { text } = await visitorOf('niemand').ask('/')
    const files = [...text.matchAll(/"(\/_next\/static\/[^"]+\.\w+)"/g)].map(([, path]) => path ?? '')
    expect(files.length).toBeGreaterThan(2)
    for (const file of new Set(files)) {
      const answer = await visitorOf('niemand').ask(file)
      expect([answer.status, faultsOf(answer)]).toEqual([200, []])
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect(answer.text).not.toContain('sourceMappingURL')
    }
  })

  it('is covered when it is a download, which never runs as a page of ours', async () => {
    const answer = await visitorOf('jansen').ask(`/api/berichten/iwmo/${ids.berichtId}/inhoud`)
    expect([answer.status, faultsOf(answer)]).toEqual([200, []])
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    // So that a browser shows how far a download is, and sees that one was cut off.
    const length = String(Buffer.byteLength(answer.text))
    expect([answer.headers.get('content-length'), answer.headers.get('x-portaal-length')]).toEqual([length, null])
    const address = `/api/berichten/iwmo/${ids.berichtId}/inhoud`
    const head = await visitorOf('jansen').ask(address, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, length])
    const part = await visitorOf('jansen').ask(address, { headers: { range: 'bytes=5-9' } })
    expect([part.status, part.headers.get('content-length'), part.text]).toEqual([206, '5', answer.text.slice(5, 10)])
  })

  it('is covered when a file is too large', async () => {
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      const call = request(`${portal.url}/api/berichten/iwmo`, {
        method: 'POST',
        headers: {
          cookie: visitorOf('jansen').cookieHeader(),
          origin: portal.url,
          'content-type': 'application/xml',
          'content-length': 30_000_000,
        },
      })
      call.on('error', reject)
      call.on('response', (answer) => {
        answer.resume()
        call.destroy()
        resolve({ status: answer.statusCode, ...answer.headers })
      })
      call.flushHeaders()
    })
    expect(headers).toMatchObject({ status: 413, ...answerHeaders('demo') })
  })

  // Whoever may withdraw could otherwise have the portal hold as much as it reads.
  it('is 413 for a withdrawal that brings too much: by its length before anything came, else by counting', async () => {
    const path = `/api/berichten/iwmo/${ids.berichtId}/intrekken`
    const send = (headers: Readonly<Record<string, string | number>>, body: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const call = request(`${portal.url}${path}`, {
          method: 'POST',
          headers: { cookie: visitorOf('jansen').cookieHeader(), origin: portal.url, ...headers },
        })
        call.on('error', reject)
        call.on('response', (answer) => {
          answer.resume()
          call.destroy()
          resolve(answer.statusCode)
        })
        if (body) call.end(body)
        else call.flushHeaders()
      })
    expect(await send({ 'content-length': 4_097 }, '')).toBe(413)
    expect(await send({ 'transfer-encoding': 'chunked' }, ' '.repeat(4_097))).toBe(413)
    expect(await send({ 'content-length': 2_000_000 }, '')).toBe(413)
    const [row] = await portal.database.query('SELECT status FROM bericht WHERE id = $1', [ids.berichtId])
    expect(row).toEqual({ status: 'IN_WACHTRIJ' })
  })

  // CVE-2025-29927 and friends: what only the server may say of a request is not believed from outside.
  it('is refused all the same when a client claims to come from the inside', async () => {
    for (const header of ['x-middleware-subrequest', 'x-nonce', 'x-portaal-pad', 'x-portaal-peer'])
      for (const value of ['middleware', 'middleware:middleware:middleware:middleware:middleware', 'src/middleware']) {
        const answer = await visitorOf('niemand').ask('/dashboard', { headers: { [header]: value } })
        expect([header, answer.status, new URL(answer.location ?? '').pathname]).toEqual([header, 303, '/inloggen'])
      }
  })
})

// ASVS 3.3: a cookie that another host, another path, plain http or a script can touch is no secret.
it('sets every cookie of a whole run as one of this host only, and the session for as long as the browser is open', async () => {
  const visitor = new Visitor(portal)
  await visitor.ask('/?taal=en')
  await visitor.ask('/?thema=dark')
  const cancelled = await visitor.toMakelaar('kpn')
  await visitor.atMakelaar(cancelled, 'annuleren')
  await visitor.logIn('devries')
  await visitor.logIn('jansen')
  await visitor.logIn('jansen')
  await visitor.ask('/dashboard')
  await visitor.post('/api/uitloggen')
  await visitor.ask('/dashboard', { headers: { cookie: '__Host-sessie=onbekend' } })
  const lines = visitor.cookiesSet
  expect(lines.length).toBeGreaterThan(10)
  for (const line of lines) {
    expect(line).toMatch(/^__Host-[a-z]+=/)
    expect(line).toMatch(/; Secure/i)
    expect(line).toMatch(/; HttpOnly/i)
    expect(line).toMatch(/; SameSite=Lax/i)
    expect(line).toMatch(/; Path=\/(?:;|$)/i)
    expect(line).not.toMatch(/domain=/i)
  }
  const sessions = lines.filter((line) => /^__Host-sessie=[^;]/.test(line))
  expect(sessions).toHaveLength(2)
  for (const line of sessions) expect(line).not.toMatch(/expires=|max-age=/i)
})

/** Texts of the copy that stand in both languages and differ; those with arguments look different on a page. */
function dutchOnly(dutch: object, english: object): string[] {
  const other = english as Readonly<Record<string, unknown>>
  return Object.entries(dutch).flatMap(([key, value]) => {
    if (typeof value === 'object') return dutchOnly(value, other[key] as object)
    return value !== other[key] && value.length > 14 && !/[{<']/.test(value) ? [value] : []
  })
}
const shownText = (page: string) =>
  page
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

const NAME_OF_TEXT = new RegExp(`^(?:${Object.keys(nl).join('|')})(?:\\.[a-zA-Z]+)+$`)

// A page that is half English is a page that somebody cannot read.
it.each(PEOPLE)('shows %s every page in English, with no Dutch text and no name of a text left', async (user) => {
  const visitor = visitorOf(user).copy()
  await visitor.ask('/?taal=en')
  const dutch = dutchOnly(nl, en)
  for (const address of everyPage(ids)) {
    const answer = await visitor.ask(address)
    if (!typeOf(answer).startsWith('text/html')) continue
    expect(answer.text.includes('<html lang="en"')).toBe(true)
    const lines = shownText(answer.text).split('\n')
    const left = dutch.filter((text) => lines.some((line) => line.includes(text)))
    const keys = lines.filter((line) => NAME_OF_TEXT.test(line.trim()))
    expect({ address, left, keys }).toEqual({ address, left: [], keys: [] })
  }
})

// Guards access-norms chapter 8: a title stays in the history of a browser, and is shown on the screen of whoever shares it.
it('names nobody in the title of a page about a person', async () => {
  const { text } = await visitorOf('beheer').ask(`/beheer/gebruikers/${ids.managerId}`)
  const [title, heading] = [/<title>([^<]*)<\/title>/, /<h1[^>]*>(?:<[^>]*>)*([^<]+)/].map(
    (part) => part.exec(text)?.[1] ?? '',
  )
  expect(heading?.length).toBeGreaterThan(3)
  expect(title).toContain('Gebruiker van uw gemeente')
  expect(title).not.toContain(heading)
})

it('remembers the theme that somebody chose, and forgets what is no theme', async () => {
  const visitor = new Visitor(portal)
  for (const [asked, shown] of [
    ['dark', 'dark'],
    ['light', 'light'],
    ['paars', 'light'],
    ['system', 'system'],
  ]) {
    const answer = await visitor.ask(`/help?thema=${asked}`)
    expect([answer.status, answer.location]).toEqual([303, `${portal.url}/help`])
    expect((await visitor.ask('/help')).text).toContain(`data-theme="${shown}"`)
  }
})
