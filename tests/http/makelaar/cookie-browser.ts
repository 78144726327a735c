/** One answer as a browser without scripts sees it. */
export type Page = {
  readonly status: number
  readonly url: string
  readonly text: string
  readonly location: string | null
}

type Cookie = { readonly name: string; readonly value: string; readonly path: string }

/** A browser of the bare kind: a cookie jar with paths, and redirects that stop at a given origin. */
export class CookieBrowser {
  #cookies: Cookie[] = []

  async get(url: string): Promise<Page> {
    return this.#send(url, { method: 'GET' })
  }

  async post(url: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    return this.#send(url, { method: 'POST', body: new URLSearchParams(fields) })
  }

  /** Follows redirects as long as they stay at the origin; the answer's `location` then leads elsewhere, or is null. */
  async follow(page: Page, origin: string): Promise<Page> {
    let current = page
    while (current.location?.startsWith(origin)) current = await this.get(current.location)
    return current
  }

  cookieNames(): readonly string[] {
    return this.#cookies.map((cookie) => cookie.name)
  }

  async #send(url: string, init: { method: string; body?: URLSearchParams }): Promise<Page> {
    const target = new URL(url)
    const cookie = this.#cookies
      .filter(({ path }) => target.pathname === path || target.pathname.startsWith(path === '/' ? '/' : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const answer = await fetch(target, { ...init, redirect: 'manual', headers: { cookie, accept: 'text/html' } })
    for (const line of answer.headers.getSetCookie()) this.#keep(line, target.pathname)
    const location = answer.headers.get('location')
    return {
      status: answer.status,
      url,
      text: await answer.text(),
      location: location && new URL(location, target).href,
    }
  }

  #keep(line: string, requestPath: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const name = pair.slice(0, pair.indexOf('='))
    const attribute = (wanted: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
    const path = attribute('path') ?? requestPath
    this.#cookies = this.#cookies.filter((cookie) => cookie.name !== name || cookie.path !== path)
    const expires = attribute('expires')
    if (expires && Date.parse(expires) <= Date.now()) return
    this.#cookies.push({ name, value: pair.slice(pair.indexOf('=') + 1), path })
  }
}
