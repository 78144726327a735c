import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type BrokerConnection, readBrokersFile } from '#/lib/identity/brokers/brokers-file.ts'
import { preparePortal } from '#/simulators/makelaar/prepare-portal.ts'
import { CookieBrowser, type Page } from '#/tests/http/makelaar/cookie-browser.ts'
import { StrictClient } from '#/tests/http/makelaar/strict-client.ts'

/** Where the portal would be; nothing answers there, because the tests read the redirect instead of following it. */
export const PORTAAL_URL = 'http://localhost:3000'

export type TestWorld = {
  readonly url: string
  connection(id: string): BrokerConnection
  /** Starts an attempt at a supplier in a browser and stops at the first page. */
  visit(supplierId: string, browser?: CookieBrowser): Promise<Visit>
  call(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>
  close(): Promise<void>
}

const Ready = z.object({ type: z.literal('ready'), url: z.string() })

/** Starts the simulator as the demo does: a process of its own, on a free port, with a client key of its own. */
export async function startWorld(): Promise<TestWorld> {
  const dir = await mkdtemp(join(tmpdir(), 'makelaar-'))
  const child = forkSimulator({ BROKER_PORT: '0', PORTAAL_URL, PORTAAL_DATA_DIR: dir })
  const [message] = await once(child, 'message')
  const { url } = Ready.parse(message)
  const connections = await readBrokersFile(await preparePortal(dir, url, PORTAAL_URL))
  const world: TestWorld = {
    url,
    connection: (id) => {
      const found = connections.find((candidate) => candidate.id === id)
      if (!found) throw new Error(`no connection ${id}`)
      return found
    },
    visit: (supplierId, browser = new CookieBrowser()) => Visit.start(world, supplierId, browser),
    call: async (path, body) => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const answer = await fetch(`${url}${path}`, init)
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
    close: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      await rm(dir, { recursive: true, force: true })
    },
  }
  return world
}

/** Starts the simulator's process. Jest's own Node flags stay out of it. */
export function forkSimulator(env: Readonly<Record<string, string>>): ChildProcess {
  const { NODE_OPTIONS: _jests, ...inherited } = process.env
  return fork(join(process.cwd(), 'simulators/makelaar/main.ts'), {
    env: { ...inherited, LOG_LEVEL: 'warn', ...env },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
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
