import type { Browser } from 'playwright-core'
import { launchBrowser } from '#/tests/support/browser.ts'
import { logIn, passwordAtMakelaar } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const REFUSED_BY_PORTAL = [
  ['devries', 'niveau', 'LEVEL_TOO_LOW'],
  ['mulder', 'organisatie-onbekend', 'ORGANISATION_UNKNOWN'],
  ['bos', 'vestiging', 'BRANCH_RESTRICTED'],
  ['zonder', 'overeenkomsten', 'AGREEMENTS_MISSING'],
] as const

// Each refusal says whom to call, and its support code leads the servicedesk to the exact reason; nobody is let in.
it.each(REFUSED_BY_PORTAL)('stops %s at the page %s, without a session', async (user, page, reason) => {
  const context = await browser.newContext()
  const tab = await context.newPage()
  await logIn(portal, tab, user)
  const address = new URL(tab.url())
  expect(address.pathname).toBe(`/geen-toegang/${page}`)
  const supportCode = address.searchParams.get('code') ?? ''
  expect(await tab.getByRole('main').textContent()).toContain(supportCode)
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-sessie')
  const rows = await portal.database.query<{ reason_code: string }>(
    'SELECT reason_code FROM audit_event WHERE support_code = $1',
    [supportCode],
  )
  expect(rows).toEqual([{ reason_code: reason }])
  await context.close()
})

// Somebody without a mandate or with a blocked means is the supplier's matter: the portal must not hear of it at all.
it.each(['meijer', 'hendriks'])('leaves %s at the makelaar', async (user) => {
  const context = await browser.newContext()
  const tab = await context.newPage()
  await tab.goto(`${portal.url}/inloggen`)
  await tab.getByRole('radio', { name: 'KPN', exact: true }).check()
  await tab.getByRole('button', { name: 'Verder' }).click()
  await passwordAtMakelaar(tab, user)
  if (user === 'meijer') {
    const { code } = (await (await fetch(`${portal.makelaarUrl}/test/sms?gebruiker=${user}`)).json()) as {
      code: string
    }
    await tab.getByLabel('Sms-code').fill(code)
    await tab.getByRole('button', { name: 'Doorgaan' }).first().click()
  }
  await tab.getByRole('alert').waitFor()
  expect(tab.url()).toContain(portal.makelaarUrl)
  await tab.getByRole('button', { name: 'Annuleren' }).click()
  await tab.waitForURL(`${portal.url}/geen-toegang/inloggen-mislukt**`)
  await context.close()
})
