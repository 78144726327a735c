import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#/tests/support/browser.ts'
import { logIn } from '#/tests/support/journeys.ts'
import { formOf, typedIn } from '#/tests/support/plain-forms.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
const PAGE = '/producten/iwmo/instellingen'
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (await browser.newContext()).newPage()
  await logIn(portal, page, 'smit')
}, 60_000)
afterAll(() => browser.close())

/** Somebody else saves the settings, from another browser. */
async function colleagueSaves(notificationAddresses: string): Promise<void> {
  const colleague = new Visitor(portal)
  await colleague.logIn('smit')
  const form = formOf(await colleague.ask(PAGE), 'changeSettingsAction')
  const body = typedIn(form, { notificationAddresses, retention: 'TWEE_MAANDEN' })
  await colleague.ask(PAGE, { method: 'POST', body })
}

describe('the settings, with script', () => {
  // Guards issue "concurrent edits are refused with both versions shown".
  it('show both versions when a colleague was first, keep what was typed, and can be saved again after that', async () => {
    await page.goto(`${portal.url}${PAGE}`)
    const addresses = page.getByLabel('E-mailadressen voor meldingen')
    await addresses.fill('later@voorbeeldstad.example')
    await colleagueSaves('eerst@voorbeeldstad.example')
    await page.getByRole('button', { name: 'Instellingen opslaan' }).click()
    const row = page
      .getByRole('table', { name: /^Laatst gewijzigd door/ })
      .getByRole('row')
      .nth(1)
    await row.waitFor()
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      'eerst@voorbeeldstad.example',
      'later@voorbeeldstad.example',
    ])
    expect(await addresses.inputValue()).toBe('later@voorbeeldstad.example')
    await page.getByRole('button', { name: 'Instellingen opslaan' }).click()
    await page.getByText('De instellingen zijn opgeslagen').waitFor()
    expect(await page.getByRole('table', { name: /^Laatst gewijzigd door/ }).count()).toBe(0)
  }, 60_000)

  it('read a certificate that is chosen as a file into the field, and let go of the file', async () => {
    await page.goto(`${portal.url}${PAGE}`)
    const file = page.getByLabel('Of kies het bestand')
    const buffer = Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')
    await file.setInputFiles({ name: 'software.pem', mimeType: 'application/x-pem-file', buffer })
    await page.getByText('Wij hebben het bestand ingelezen').waitFor()
    expect(await page.getByLabel('Clientcertificaat van uw software').inputValue()).toBe(buffer.toString().trim())
    expect(await file.inputValue()).toBe('')
    await page.getByRole('button', { name: 'Koppeling opslaan' }).click()
    await page.getByRole('alert').getByText('Dit is geen certificaat').waitFor()
  }, 60_000)

  it('put an earlier version back from where it is folded', async () => {
    await page.goto(`${portal.url}${PAGE}`)
    await page.locator('summary', { hasText: 'Versie 1: ' }).click()
    await page.getByRole('button', { name: 'Deze versie terugzetten' }).last().click()
    await page.waitForURL(/\?versie=\d+&teruggezet=1$/)
    await page.getByRole('alert').getByText('Versie 1 is teruggezet').waitFor()
    expect(await page.getByLabel('E-mailadressen voor meldingen').inputValue()).toBe('eerst@voorbeeldstad.example')
  }, 60_000)
})
