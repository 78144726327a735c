import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn, submitForm } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
const JOURNEY_MS = 120_000
const BSN = /^[0-9]{9}$/
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The page on which the Bsn of the first client of some bericht is asked for. */
async function atFirstClient(page: Page): Promise<void> {
  await logIn(portal, page, 'jansen')
  const answer = await page.request.get(`${portal.url}/api/berichten/iwmo?richting=ontvangen&soort=WMO305&limiet=1`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  await page.goto(`${portal.url}/producten/iwmo/berichten/${items[0]?.id}/inhoud`)
  await page.getByRole('link', { name: 'BSN tonen van cliënt 1' }).click()
  await page.getByRole('heading', { level: 1, name: 'BSN van cliënt 1' }).waitFor()
}

// Guards issue 3 item 5: masked again after a minute and in print, never in an address or the history.
it(
  'shows a Bsn for a minute, to who says why, and in no print',
  async () => {
    const context = await browser.newContext()
    const errors = browserErrors(context)
    const page = await context.newPage()
    await page.clock.install()
    await atFirstClient(page)
    await page.getByRole('button', { name: 'BSN tonen' }).click()
    await page.getByRole('alert').getByText('Kies waarvoor u het BSN nodig hebt.').waitFor()
    await page.getByLabel('Een fout in het bericht uitzoeken').check()
    await page.getByRole('button', { name: 'BSN tonen' }).click()
    const shown = page.getByText(BSN)
    await shown.waitFor()
    const bsn = String(await shown.textContent())
    expect(page.url()).not.toContain(bsn)
    await page.emulateMedia({ media: 'print' })
    expect(await shown.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.clock.runFor(59_000)
    expect(await shown.isVisible()).toBe(true)
    await page.clock.runFor(2_000)
    await page.getByText('Het BSN is weer afgeschermd.').waitFor()
    expect(await page.content()).not.toContain(bsn)
    await page.getByRole('link', { name: 'Terug naar de inhoud' }).click()
    await page.getByRole('heading', { level: 1, name: /^Inhoud/ }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'BSN van cliënt 1' }).waitFor()
    expect(await page.content()).not.toContain(bsn)
    expect(errors).toEqual([])
    await context.close()
  },
  JOURNEY_MS,
)

it(
  'does so without script too, and goes away by itself',
  async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await atFirstClient(page)
    await page.getByLabel('Een verzoek van de cliënt zelf').check()
    await submitForm(page, page.getByRole('button', { name: 'BSN tonen' }))
    expect(await page.getByText(BSN).count()).toBe(1)
    const html = await page.content()
    expect(html).toMatch(
      /<meta http-equiv="refresh" content="60;url=\/producten\/iwmo\/berichten\/[0-9a-f-]+\/bsn\?client=1"/,
    )
    expect(page.url()).not.toMatch(/[0-9]{9}$/)
    await context.close()
  },
  JOURNEY_MS,
)
