import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
const JOURNEY_MS = 120_000
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function entriesOf(path: string): Promise<number> {
  const files = unzipSync(new Uint8Array(await readFile(path)))
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as { berichten: object[] }
  return manifest.berichten.length
}

// Guards issue 3 item 6: a choice lasts while one walks through the list, and comes as one file.
it(
  'fetches what was ticked on two pages as one zip',
  async () => {
    const context = await browser.newContext()
    const errors = browserErrors(context)
    const page = await context.newPage()
    await logIn(portal, page, 'jansen')
    await page.goto(`${portal.url}/producten/iwmo/berichten`)
    const main = page.getByRole('main')
    const bar = main.getByRole('form', { name: 'Selectie' })
    await bar.getByRole('button', { name: 'Alles kiezen' }).waitFor()
    const ticks = main.getByRole('checkbox', { name: /^Selecteer/ })
    await ticks.nth(0).check()
    await ticks.nth(3).check()
    await bar.getByText('2 berichten geselecteerd').waitFor()
    await main.getByRole('link', { name: 'Ouder' }).click()
    await bar.getByText('2 berichten geselecteerd, 2 op andere pagina’s').waitFor()
    await ticks.nth(1).check()
    await bar.getByText('3 berichten geselecteerd, 2 op andere pagina’s').waitFor()
    await page.goBack()
    await bar.getByText('3 berichten geselecteerd, 1 op andere pagina’s').waitFor()
    expect(await ticks.nth(3).isChecked()).toBe(true)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      bar.getByRole('button', { name: 'Ophalen als zip' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^berichten-iwmo-[0-9-]{10}\.zip$/)
    expect(await entriesOf(await download.path())).toBe(3)
    await bar.getByText('Vink berichten aan om ze samen op te halen').waitFor()
    expect(await ticks.nth(0).isChecked()).toBe(false)
    expect(errors).toEqual([])
    await context.close()
  },
  JOURNEY_MS,
)

it(
  'does the same for one page without script, and says so when nothing is ticked',
  async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await logIn(portal, page, 'jansen')
    await page.goto(`${portal.url}/producten/iwmo/berichten`)
    await page.getByRole('button', { name: 'Ophalen als zip' }).click()
    await page.getByText('Vink eerst aan wat u wilt ophalen').waitFor()
    await page
      .getByRole('checkbox', { name: /^Selecteer/ })
      .nth(1)
      .check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Ophalen als zip' }).click(),
    ])
    expect(await entriesOf(await download.path())).toBe(1)
    await context.close()
  },
  JOURNEY_MS,
)
