import type { Browser } from 'playwright-core'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

// Guards ASVS 7.2.4 for people: whoever chooses a link after a role was given gets the page, the new token and the role.
it('comes with the first link that is chosen after it was given', async () => {
  const context = await browser.newContext()
  const errors = browserErrors(context)
  const page = await context.newPage()
  await logIn(portal, page, 'jansen')
  await page.goto(`${portal.url}/producten/ijw/berichten`)
  await portal.database.query(
    "UPDATE session SET renew_token = true, withheld_products = ARRAY['iwmo'] WHERE ended_at IS NULL AND member_id IS NOT NULL",
  )
  const token = async () => (await context.cookies()).find(({ name }) => name === '__Host-sessie')?.value
  const before = await token()
  await page.getByRole('link', { name: 'Dashboard' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor()
  expect(await token()).not.toBe(before)
  await page.goto(`${portal.url}/producten/iwmo/berichten`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Berichten iWmo')
  expect(errors).toEqual([])
  await context.close()
})
