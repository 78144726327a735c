import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope, referentienummer } from '#/simulators/berichten/make-envelope.ts'
import { axeFaults } from '#/tests/support/axe-browser.ts'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
const JOURNEY_MS = 120_000
const folder = mkdtempSync(join(tmpdir(), 'portaal-envelop-'))
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('link', { name: link, exact: true }).click(),
  ])
  return readFile(await download.path())
}

// Software of a gemeente makes envelopes, people read berichten: both go in and come out whole.
it(
  'takes an envelope, gives back the bericht in it and the envelope itself, and explains a fault from the chain',
  async () => {
    const bericht = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: 'ENV-1' })
    const recipe = { gemeenteCode: '9901', referentienummer: referentienummer(71) }
    const envelope = await makeEnvelope('WMO301', bericht, recipe)
    const wrong = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: 'ENV-2', values: { Geslacht: '7' } })
    const faulty = await makeEnvelope('WMO301', wrong, { ...recipe, referentienummer: referentienummer(72) })
    const files = [join(folder, 'envelop.xml'), join(folder, 'fout.xml')] as const
    writeFileSync(files[0], envelope)
    writeFileSync(files[1], faulty)
    const context = await browser.newContext()
    const errors = browserErrors(context)
    const page = await context.newPage()
    await logIn(portal, page, 'jansen')
    await page.goto(`${portal.url}/producten/iwmo/berichten`)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([...files])
    const main = page.getByRole('main')
    await main.getByText('2 van 2 bestanden klaar: 1 aangenomen, 1 niet aangenomen.').waitFor()
    await main
      .getByText(/kolom \d+ van het bericht in de envelop/)
      .first()
      .waitFor()
    await main.getByRole('link', { name: 'Open bericht van envelop.xml' }).click()
    await page.getByRole('heading', { level: 1, name: /ENV-1/ }).waitFor()
    expect((await downloaded(page, 'Downloaden')).equals(bericht)).toBe(true)
    expect((await downloaded(page, 'Met envelop')).equals(envelope)).toBe(true)
    const fault = {
      referentienummer: referentienummer(73),
      zender: 'IB',
      code: 'IB009',
      plek: 'client',
      omschrijving: 'Referentienummer is geen UUID',
    }
    await portal.database.query(`UPDATE bericht SET status = 'KETENFOUT', fault = $1 WHERE referentienummer = $2`, [
      JSON.stringify(fault),
      referentienummer(71),
    ])
    await page.reload()
    await main.getByRole('heading', { level: 2, name: 'Fout uit de keten' }).waitFor()
    // Of two meanings the sender's own comes first, and the other is told beside it.
    await main.getByText('Een referentienummer op de envelop is geen UUID van versie 4.').first().waitFor()
    await main.getByText(/In een andere lijst van de keten betekent deze code/).waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(errors).toEqual([])
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await context.close()
  },
  JOURNEY_MS,
)
