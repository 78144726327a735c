import { pino } from 'pino'
import type { BrokerConnection } from '#/lib/identity/brokers/brokers-file.ts'
import { generateClientKey } from '#/simulators/makelaar/client-keys.ts'
import { planConnections } from '#/simulators/makelaar/connections.ts'
import { type RunningSimulator, startSimulator } from '#/simulators/makelaar/server.ts'
import { CookieBrowser, type Page } from '#/tests/http/makelaar/cookie-browser.ts'
import { StrictClient } from '#/tests/http/makelaar/strict-client.ts'

/** Where the portal would be; nothing answers there, because the tests read the redirect instead of following it. */
export const PORTAAL_URL = 'http://localhost:3000'

export type TestWorld = {
  readonly url: string
  readonly running: RunningSimulator
  connection(id: string): BrokerConnection
  /** Starts an attempt at a supplier in a browser and stops at the first page. */
  visit(supplierId: string, browser?: CookieBrowser): Promise<Visit>
  call(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>
  close(): Promise<void>
}

/** Starts a simulator on a free port with a client of its own. */
export async function startWorld(): Promise<TestWorld> {
  const clientKey = await generateClientKey()
  const input = { portaalUrl: PORTAAL_URL, clientKey, keyFile: 'client.json' }
  const running = await startSimulator({
    port: 0,
    portaalUrl: PORTAAL_URL,
    log: pino({ level: 'silent' }),
    registrations: (brokerUrl) => planConnections({ ...input, brokerUrl }).registrations,
  })
  const { brokersFile } = planConnections({ ...input, brokerUrl: running.url })
  const world: TestWorld = {
    url: running.url,
    running,
    connection: (id) => {
      const found = brokersFile.find((candidate) => candidate.id === id)
      if (!found) throw new Error(`no connection ${id}`)
      return { ...found, clientKeys: [clientKey] }
    },
    visit: (supplierId, browser = new CookieBrowser()) => Visit.start(world, supplierId, browser),
    call: async (path, body) => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const answer = await fetch(`${running.url}${path}`, init)
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
    close: () => running.close(),
  }
  return world
}

/** One attempt of one user, in steps named after what the user does. */
export class Visit {
  readonly world: TestWorld
  readonly client: StrictClient
  readonly browser: CookieBrowser
  page: Page

  private constructor(world: TestWorld, client: StrictClient, browser: CookieBrowser, page: Page) {
    this.world = world
    this.client = client
    this.browser = browser
    this.page = page
  }

  static async start(world: TestWorld, supplierId: string, browser: CookieBrowser): Promise<Visit> {
    const client = new StrictClient(world.connection(supplierId), `${PORTAAL_URL}/api/auth/callback/${supplierId}`)
    const first = await browser.get(await client.authorizationUrl())
    return new Visit(world, client, browser, await browser.follow(first, world.url))
  }

  /** Address of the attempt's page. */
  get base(): string {
    return new URL(this.page.url).href.replace(/(\/inloggen\/[^/]+).*/, '$1')
  }

  get attemptId(): string {
    return this.base.split('/').at(-1) ?? ''
  }

  async submit(action: string, fields: Readonly<Record<string, string>> = {}): Promise<Page> {
    const base = this.base
    this.page = await this.browser.follow(await this.browser.post(`${base}/${action}`, fields), this.world.url)
    return this.page
  }

  password(userName: string, password = 'demo'): Promise<Page> {
    return this.submit('wachtwoord', { gebruikersnaam: userName, wachtwoord: password })
  }

  /** Types the code that this attempt got by sms. */
  async smsCode(userName: string): Promise<string> {
    const { body } = await this.world.call(`/test/sms?gebruiker=${userName}&poging=${this.attemptId}`)
    return String(body.code)
  }

  async sms(userName: string): Promise<Page> {
    return this.submit('sms', { code: await this.smsCode(userName) })
  }

  /** The address at the portal to which the browser was sent. */
  get callback(): string {
    if (!this.page.location?.startsWith(PORTAAL_URL))
      throw new Error(`no callback: ${this.page.status} ${this.page.text}`)
    return this.page.location
  }

  /** Password and sms in one go, up to the callback. */
  async logIn(userName: string): Promise<this> {
    await this.password(userName)
    await this.sms(userName)
    return this
  }
}
