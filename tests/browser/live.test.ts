import type { Browser } from 'playwright-core'
import { deliverOne } from '#/tests/support/addresses.ts'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
const JOURNEY_MS = 120_000
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const activities = () =>
  portal.database.query<{ id: string; at: Date }>('SELECT id, last_activity_at AS at FROM session ORDER BY id')

// Guards issue 3 item 8: the list is up to date without a hand, says so politely, and keeps nobody logged in by it.
it(
  'shows what a colleague delivers, by itself and without counting as activity',
  async () => {
    const context = await browser.newContext()
    const errors = browserErrors(context)
    const page = await context.newPage()
    await logIn(portal, page, 'jansen')
    const listening = page.waitForResponse((answer) => answer.url().endsWith('/gebeurtenissen'))
    await page.goto(`${portal.url}/producten/iwmo/berichten`)
    await listening
    const main = page.getByRole('main')
    await main
      .getByRole('checkbox', { name: /^Selecteer/ })
      .first()
      .check()
    const before = await activities()
    const colleague = new Visitor(portal)
    await colleague.logIn('jansen')
    await deliverOne(colleague, 'COLLEGA-1')
    await main.getByRole('link', { name: /^WMO301 .*COLLEGA-1/ }).waitFor()
    await main.getByText('De lijst is bijgewerkt').waitFor()
    // What was ticked stays ticked, although it stands one row lower now.
    expect(
      await main
        .getByRole('checkbox', { name: /^Selecteer/ })
        .nth(1)
        .isChecked(),
    ).toBe(true)
    const after = await activities()
    expect(after.filter(({ id }) => before.some((one) => one.id === id))).toEqual(before)
    expect(await context.cookies()).not.toContainEqual(expect.objectContaining({ name: 'portaal-live' }))
    expect(errors).toEqual([])
    await context.close()
  },
  JOURNEY_MS,
)
