import type { Browser } from 'playwright-core'
import { launchBrowser } from '#/tests/support/browser.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('the front door in a browser', () => {
  // Guards every visitor: without this page nobody gets in.
  test('leads from the door to the choice of makelaar', async () => {
    const page = await browser.newPage()
    await page.goto(portal.url)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Inloggen op de portalen')
    await page.goto(`${portal.url}/inloggen`)
    expect(await page.getByRole('radio').count()).toBeGreaterThan(5)
    await page.close()
  })

  // Guards the content security policy: a violation is code or style of ours that the browser refuses.
  test('breaks no rule of the content security policy', async () => {
    const page = await browser.newPage()
    const violations: string[] = []
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) violations.push(message.text())
    })
    for (const path of ['/', '/inloggen', '/help', '/privacy', '/toegankelijkheid', '/bestaat-niet']) {
      await page.goto(portal.url + path)
    }
    expect(violations).toEqual([])
    await page.close()
  })
})
