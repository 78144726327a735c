import type { Browser, Page } from 'playwright-core'
import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn, submitForm } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
const JOURNEY_MS = 120_000
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function jansenAtTab(javaScriptEnabled: boolean): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled })
  const errors = browserErrors(context)
  const page = await context.newPage()
  await logIn(portal, page, 'jansen')
  await page.getByRole('link', { name: 'iWmo', exact: true }).first().click()
  await page.getByRole('link', { name: 'Eigen bijdrage', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Eigen bijdrage' }).waitFor()
  return { page, errors }
}

const file = (name: string) => ({
  name,
  mimeType: 'application/xml',
  buffer: makeEigenBijdrage('WMO405', name, '2026-02-02'),
})

// Guards issue 4 item 7: a bare file goes to the CAK as what its sender says that it is, and the page says what was checked.
it(
  'delivers a bare file as what was chosen, and opens it: the content is not read',
  async () => {
    const { page, errors } = await jansenAtTab(true)
    const main = page.getByRole('main')
    await main.getByText('Of de inhoud klopt: personen, datums en codes. Het portaal leest de inhoud niet.').waitFor()
    await main.getByLabel('WMO407, start of stop van beschermd wonen').check()
    await main
      .locator('input[type=file]')
      .first()
      .setInputFiles([file('browser-1.xml')])
    await main.getByText('1 van 1 bestanden klaar: 1 aangenomen, 0 niet aangenomen.', { exact: true }).waitFor()
    await page.reload()
    const row = main.getByRole('row').filter({ hasText: 'browser-1.xml' })
    await row.getByRole('link', { name: /^WMO407 Beschermd wonen/ }).click()
    await page.getByRole('heading', { level: 1, name: 'WMO407 Beschermd wonen' }).waitFor()
    await main.getByText(/^Dit bericht gaat over de eigen bijdrage/).waitFor()
    await main.getByRole('link', { name: 'Inhoud', exact: true }).click()
    await main.getByText('Het portaal leest de inhoud van dit bericht niet', { exact: true }).waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  },
  JOURNEY_MS,
)

it(
  'does the same without script, and narrows the list to what is asked for',
  async () => {
    const { page } = await jansenAtTab(false)
    await page.getByLabel('WMO405, start of stop van de eigen bijdrage').check()
    await page.getByLabel('Kies bestanden').setInputFiles([file('browser-2.xml')])
    await submitForm(page, page.getByRole('button', { name: 'Aanleveren', exact: true }))
    expect(await page.getByRole('main').textContent()).toContain('1 bestand: 1 aangenomen, 0 niet aangenomen.')
    await page.goto(`${portal.url}/producten/iwmo/eigen-bijdrage`)
    expect(await page.getByRole('table').textContent()).toContain('browser-2.xml')
    await page.getByRole('link', { name: /Op te halen/ }).click()
    expect(await page.getByRole('table').textContent()).toMatch(/WMO40[68]/)
    expect(await page.getByRole('table').textContent()).not.toContain('browser-2.xml')
    await page.context().close()
  },
  JOURNEY_MS,
)
