import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import type { TestPortal } from '#/tests/support/portal.ts'

/** One answer of the portal or of the makelaar, read to its end. */
export type Answer = {
  readonly status: number
  readonly url: string
  readonly headers: Headers
  readonly text: string
  readonly location: string | null
}

type Cookie = { readonly name: string; readonly value: string; readonly path: string }
type Ask = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: BodyInit }

/** A browser without script: keeps cookies as one would, follows no redirect by itself, remembers every Set-Cookie. */
export class Visitor {
  /** Every Set-Cookie line that the portal sent, whole. */
  readonly cookiesSet: string[] = []
  readonly portal: TestPortal
  #cookies: Cookie[] = []

  constructor(portal: TestPortal) {
    this.portal = portal
  }

  /** The cookies that would go to this path, as one header. */
  cookieHeader(path = '/'): string {
    return this.#cookies
      .filter((cookie) => path === cookie.path || path.startsWith(cookie.path === '/' ? '/' : `${cookie.path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  /** Takes over a session that the test made. */
  holding(token: string): this {
    this.#cookies = [{ name: SESSION_COOKIE, value: token, path: '/' }]
    return this
  }

  /** Another browser that holds the same cookies now: a second tab, or a thief's copy. */
  copy(): Visitor {
    const other = new Visitor(this.portal)
    other.#cookies = [...this.#cookies]
    return other
  }

  /** One request, to a path of the portal or to a whole address. A changing one comes from the portal's own page. */
  async ask(address: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
    const url = new URL(address, this.portal.url)
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        cookie: this.cookieHeader(url.pathname),
        accept: 'text/html',
        ...(method === 'GET' ? {} : { origin: url.origin }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    for (const line of answer.headers.getSetCookie()) {
      if (url.origin === this.portal.url) this.cookiesSet.push(line)
      this.#keep(line, url.pathname)
    }
    const location = answer.headers.get('location')
    return {
      status: answer.status,
      url: url.href,
      headers: answer.headers,
      text: await answer.text(),
      location: location && new URL(location, url).href,
    }
  }

  /** Posts a plain form. */
  post(address: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask(address, { method: 'POST', body: new URLSearchParams(fields) })
  }

  /** Goes on until there is no redirect left, or the next one would leave `within`. */
  async follow(answer: Answer, within = ''): Promise<Answer> {
    let current = answer
    while (current.location?.startsWith(within)) current = await this.ask(current.location)
    return current
  }

  /** Chooses a makelaar and arrives at its first page. */
  async toMakelaar(makelaar: string): Promise<Answer> {
    return this.follow(await this.post('/api/inloggen', { makelaar }))
  }

  /** Presses a button of the makelaar on the page that stands there; the portal's answer, when there is one, follows. */
  async atMakelaar(page: Answer, action: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const base = page.url.replace(/(\/inloggen\/[^/]+).*/, '$1')
    return this.follow(await this.post(`${base}/${action}`, fields))
  }

  /** Logs in with password and SMS code; gives the page of the portal where that ends. */
  async logIn(user: string, makelaar = 'kpn', organisation?: string): Promise<Answer> {
    const first = await this.toMakelaar(makelaar)
    let page = await this.atMakelaar(first, 'wachtwoord', { gebruikersnaam: user, wachtwoord: 'demo' })
    page = await this.atMakelaar(page, 'sms', { code: await this.smsCode(user) })
    return organisation ? this.atMakelaar(page, 'organisatie', { kvk: organisation }) : page
  }

  /** The code that the makelaar has just sent to a user's telephone. */
  async smsCode(user: string): Promise<string> {
    const answer = await fetch(`${this.portal.makelaarUrl}/test/sms?gebruiker=${user}`)
    return ((await answer.json()) as { code: string }).code
  }

  #keep(line: string, requestPath: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const name = pair.slice(0, pair.indexOf('='))
    const attribute = (wanted: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
    const path = attribute('path') ?? requestPath
    this.#cookies = this.#cookies.filter((cookie) => cookie.name !== name || cookie.path !== path)
    const expires = attribute('expires')
    if (attribute('max-age') === '0' || (expires && Date.parse(expires) <= Date.now())) return
    this.#cookies.push({ name, value: pair.slice(pair.indexOf('=') + 1), path })
  }
}

/** Lets the next login answer of the makelaar carry a fault, by its number. */
export async function armFault(portal: TestPortal, fault: string, rest: object = {}): Promise<void> {
  const answer = await fetch(`${portal.makelaarUrl}/test/volgende`, {
    method: 'POST',
    body: JSON.stringify({ fout: fault, ...rest }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

/** Takes back what was armed and what a makelaar closed. */
export async function restoreMakelaar(portal: TestPortal): Promise<void> {
  await fetch(`${portal.makelaarUrl}/test/herstel`, { method: 'POST', body: '{}' })
}
