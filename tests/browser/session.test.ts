import type { Browser, BrowserContext, Page } from 'playwright-core'
import { deliverOne } from '#/tests/support/addresses.ts'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn, passwordAtMakelaar, smsAtMakelaar, submitForm } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

// Half a minute instead of twenty: the browser and the server really wait it out.
const IDLE_SECONDS = 30
const portal = testPortal({ SESSION_IDLE_MINUTES: '0.5', SESSION_WARNING_MINUTES: '0.3' })
let browser: Browser
let context: BrowserContext
let errors: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  context = await browser.newContext()
  errors = browserErrors(context)
})
afterEach(async () => {
  await context.close()
  expect(errors).toEqual([])
})

const warning = (page: Page) => page.getByRole('alertdialog', { name: 'Wilt u ingelogd blijven?' })
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

/** Moves the last activity of the newest session that many seconds back, as if the person had sat still. */
async function sitStill(seconds: number): Promise<void> {
  await portal.database.query(
    `UPDATE session SET last_activity_at = now() - make_interval(secs => $1)
     WHERE id = (SELECT id FROM session WHERE ended_at IS NULL ORDER BY created_at DESC LIMIT 1)`,
    [seconds],
  )
}
async function lastActivity(): Promise<string> {
  const [row] = await portal.database.query<{ at: Date }>(
    'SELECT last_activity_at AS at FROM session ORDER BY created_at DESC LIMIT 1',
  )
  return String(row?.at.toISOString())
}

describe('sitting still', () => {
  // WCAG 2.2.1: one key press is enough to stay, in every tab at once.
  it('brings a warning in every tab, and one key in one of them keeps all of them', async () => {
    const first = await context.newPage()
    await logIn(portal, first, 'jansen')
    const second = await context.newPage()
    await second.goto(`${portal.url}/dashboard`)
    await Promise.all([warning(first).waitFor(), warning(second).waitFor()])
    const stay = warning(first).getByRole('button', { name: 'Blijf ingelogd' })
    expect(await stay.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await warning(first).getByRole('status').textContent()).toMatch(/^U wordt over (?:20|40) seconden/)
    const before = await lastActivity()
    await first.keyboard.press('Enter')
    await Promise.all([warning(first).waitFor({ state: 'detached' }), warning(second).waitFor({ state: 'detached' })])
    expect(Date.parse(await lastActivity())).toBeGreaterThan(Date.parse(before))
    await second.reload()
    expect(await heading(second)).toBe('Dashboard')
  }, 90_000)

  // WCAG 2.2.5, 2.2.6: the end costs nobody his work, and leaves nothing for whoever walks by.
  it('ends in a cleared page in every tab, and after a new login everything typed is back', async () => {
    const page = await context.newPage()
    await logIn(portal, page, 'jansen')
    const other = await context.newPage()
    await other.goto(`${portal.url}/dashboard`)
    await page.goto(`${portal.url}/persoonlijke-instellingen`)
    await page.getByLabel('Afdeling', { exact: true }).fill('Team Toegang Noord')
    await page.getByLabel('Telefoonnummer', { exact: true }).fill('0570 99 88 77')
    const old = await context.cookies()
    // The other tab came first: it may not end before the server does.
    await Promise.all([page, other].map((tab) => tab.waitForURL(/\/inloggen\?/, { timeout: 60_000 })))
    expect(new URL(page.url()).searchParams.get('terug')).toBe('/persoonlijke-instellingen')
    expect(new URL(other.url()).searchParams.get('terug')).toBe('/dashboard')
    expect(await page.getByText('Uw sessie is verlopen').count()).toBe(1)
    for (const tab of [page, other]) expect(await tab.locator('body').textContent()).not.toContain('Jansen')
    const thief = await browser.newContext()
    await thief.addCookies(old)
    const stolen = await thief.newPage()
    await stolen.goto(`${portal.url}/dashboard`)
    expect(await heading(stolen)).toBe('Kies hoe u wilt inloggen')
    await thief.close()

    await page.getByRole('button', { name: 'Verder' }).click()
    await passwordAtMakelaar(page, 'jansen')
    await smsAtMakelaar(portal, page, 'jansen')
    await page.waitForURL(`${portal.url}/persoonlijke-instellingen`)
    expect(await page.getByLabel('Afdeling', { exact: true }).inputValue()).toBe('Team Toegang Noord')
    expect(await page.getByLabel('Telefoonnummer', { exact: true }).inputValue()).toBe('0570 99 88 77')
    expect(await page.getByText('Wij hebben ingevuld wat u eerder had getypt').count()).toBe(1)
    const rows = await portal.database.query<{ phone: string }>(
      "SELECT phone FROM member WHERE phone LIKE '%998877%' OR department = 'Team Toegang Noord'",
    )
    expect(rows).toEqual([])
  }, 120_000)

  it('keeps what was typed without script too, when the form comes a moment too late', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const page = await plain.newPage()
    await logIn(portal, page, 'jansen')
    await page.goto(`${portal.url}/persoonlijke-instellingen`)
    await page.getByLabel('Afdeling', { exact: true }).fill('Team Jeugd')
    await sitStill(IDLE_SECONDS + 1)
    await submitForm(page, page.getByRole('button', { name: 'Opslaan' }))
    expect(await page.getByText('Uw sessie is verlopen').count()).toBe(1)
    await page.getByRole('button', { name: 'Verder' }).click()
    await passwordAtMakelaar(page, 'jansen')
    await smsAtMakelaar(portal, page, 'jansen')
    await page.waitForURL(`${portal.url}/persoonlijke-instellingen`)
    expect(await page.getByLabel('Afdeling', { exact: true }).inputValue()).toBe('Team Jeugd')
    await plain.close()
  }, 60_000)
})

describe('the clock of the server', () => {
  // OWASP: what the browser does by itself is nobody's activity.
  it('does not count fetching ahead or what scripts ask by themselves', async () => {
    const visitor = new Visitor(portal)
    await visitor.logIn('jansen')
    await sitStill(10)
    const before = await lastActivity()
    for (const headers of [
      { 'next-router-prefetch': '1', rsc: '1' },
      { 'next-router-segment-prefetch': '/_tree', rsc: '1' },
      { purpose: 'prefetch' },
      { 'sec-purpose': 'prefetch;prerender' },
    ])
      expect((await visitor.ask('/dashboard', { headers })).status).toBeLessThan(400)
    await visitor.post('/api/sessie/concept', { formulier: 'onbekend' })
    const sends = (headers: Record<string, string>) =>
      visitor.ask('/api/berichten/iwmo', {
        method: 'POST',
        headers: { 'content-type': 'application/xml', ...headers },
        body: 'geen xml',
      })
    await sends({ 'x-portaal-vanzelf': '1' })
    const asked = JSON.parse((await visitor.ask('/api/sessie/verlengen')).text) as { idleEndsAt: string }
    expect(Date.parse(asked.idleEndsAt)).toBe(Date.parse(before) + IDLE_SECONDS * 1_000)
    for (const address of ['/icon.svg', '/help', '/api/health/ready', '/api/auth/session']) await visitor.ask(address)
    expect(await lastActivity()).toBe(before)
    await sends({})
    const delivered = await lastActivity()
    expect(delivered).not.toBe(before)
    await sitStill(10)
    const still = await lastActivity()
    await visitor.ask('/dashboard')
    expect(await lastActivity()).not.toBe(still)
  })

  it('lets in just before the end and not after it, whatever the browser thinks', async () => {
    const visitor = new Visitor(portal)
    await visitor.logIn('jansen')
    await sitStill(IDLE_SECONDS - 8)
    expect((await visitor.ask('/dashboard')).status).toBe(200)
    await sitStill(IDLE_SECONDS + 1)
    const late = await visitor.ask('/producten/iwmo/berichten?status=AFGEKEURD')
    const { pathname, searchParams } = new URL(late.location ?? '')
    expect([late.status, pathname, searchParams.get('reden'), searchParams.get('terug')]).toEqual([
      303,
      '/inloggen',
      'verlopen',
      '/producten/iwmo/berichten?status=AFGEKEURD',
    ])
    expect((await visitor.ask('/api/berichten/iwmo')).status).toBe(401)
  })
})

describe('logging out', () => {
  // ASVS 7.4.1: a copy of the cookie is worth nothing, on any road.
  it('ends the session for page, call, download and action, with every copy of the cookie', async () => {
    const visitor = new Visitor(portal)
    await visitor.logIn('jansen')
    const berichtId = await deliverOne(visitor, 'KOPIE-1')
    const thief = visitor.copy()
    const out = await visitor.post('/api/uitloggen')
    expect([out.status, out.location]).toEqual([303, `${portal.url}/uitgelogd`])
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
    const page = await thief.ask(`/producten/iwmo/berichten/${berichtId}`)
    expect([page.status, new URL(page.location ?? '').pathname]).toEqual([303, '/inloggen'])
    for (const call of ['', `/${berichtId}`, `/${berichtId}/inhoud`])
      expect((await thief.ask(`/api/berichten/iwmo${call}`)).status).toBe(401)
    expect((await thief.post(`/api/berichten/iwmo/${berichtId}/intrekken`)).status).toBe(401)
    expect((await thief.post('/api/sessie/verlengen')).status).toBe(401)
  })

  it('takes the other tab along, and Back shows nothing any more', async () => {
    const page = await context.newPage()
    await logIn(portal, page, 'jansen')
    const other = await context.newPage()
    await other.goto(`${portal.url}/mijn/gegevens`)
    await page.goto(`${portal.url}/producten/iwmo/berichten`)
    await page.getByRole('button', { name: 'Uitloggen' }).first().click()
    await Promise.all([page.waitForURL(`${portal.url}/uitgelogd`), other.waitForURL(`${portal.url}/uitgelogd`)])
    expect(await heading(page)).toBe('U bent uitgelogd')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Kies hoe u wilt inloggen' }).waitFor()
    // The page that the other tab was on is no longer in its history.
    await other.goBack()
    expect(other.url()).not.toContain(portal.url)
    for (const tab of [page, other]) expect(await tab.locator('body').textContent()).not.toContain('Jansen')
  }, 60_000)
})
