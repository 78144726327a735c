import type { Browser, Page } from 'playwright-core'
import { testBsn } from '#/simulators/berichten/test-values.ts'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal({}, { hasChain: true })
const JOURNEY_MS = 120_000
/** Whom the register of the simulator knows, and the demo has a running toewijzing for. */
const BSN = testBsn(1)
const MASKED = `•••••${BSN.slice(-3)}`
const SETTINGS = '/producten/wlz-registertoets/instellingen'
const SIGNALS = '/producten/wlz-registertoets/signalen'
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function ask(page: Page): Promise<void> {
  await page.goto(`${portal.url}/producten/wlz-registertoets/raadplegen`)
  await page.getByLabel('Bsn').fill(BSN)
  await page.getByLabel('Aanvraag voor een maatwerkvoorziening Wmo').check()
  await page.getByRole('button', { name: 'Vraag stellen' }).click()
  await page.getByText(/^Ja\. Op .* was er een Wlz-indicatie/).waitFor()
}

// Guards issue "daily Wlz-signalen when a gemeente switches them on", from the switch to the Bsn, in the demo world.
it(
  'tells the Gebruiker of a Wlz-indicatie once the Productbeheerder switched the signals on',
  async () => {
    const keeping = await browser.newContext()
    const keeper = await keeping.newPage()
    await logIn(portal, keeper, 'smit')
    await keeper.goto(`${portal.url}${SETTINGS}`)
    expect(await keeper.getByLabel('Nee', { exact: true }).isChecked()).toBe(true)
    await keeper.getByLabel('Ja, vergelijk elke dag').check()
    await keeper.getByRole('button', { name: 'Wlz-signalen opslaan' }).click()
    await keeper.getByText('De Wlz-signalen staan aan.').waitFor()
    await keeping.close()

    const context = await browser.newContext()
    const errors = browserErrors(context)
    const page = await context.newPage()
    await logIn(portal, page, 'jansen')
    // The worker is on its way; the test's own time limit ends what never comes.
    do await page.goto(`${portal.url}${SIGNALS}`)
    while ((await page.getByRole('row', { name: MASKED }).count()) === 0)
    expect(await page.getByRole('row').count()).toBe(2)
    expect(await page.content()).not.toContain(BSN)
    await page.getByRole('link', { name: /^BSN tonen/ }).click()
    await page.getByLabel('De cliënt opzoeken in ons eigen systeem').check()
    await page.getByRole('button', { name: 'BSN tonen' }).click()
    await page.getByText(BSN, { exact: true }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText(BSN, { exact: true }).isVisible()).toBe(false)
    expect(errors).toEqual([])
    await context.close()
  },
  JOURNEY_MS,
)

// Guards issue "print view": question, answer, when, who and the reference; nothing of the form, and the Bsn masked.
it.each([
  ['with', true],
  ['without', false],
] as const)(
  'prints an answer as it goes into a file, %s script',
  async (_what, javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await logIn(portal, page, 'jansen')
    await ask(page)
    expect(await page.getByRole('button', { name: 'Antwoord afdrukken' }).count()).toBe(javaScriptEnabled ? 1 : 0)
    await page.emulateMedia({ media: 'print' })
    for (const words of [
      'Ja. Op',
      MASKED,
      'Peildatum',
      'Gevraagd op',
      'Jansen',
      'Voorbeeldstad',
      'Referentie in het logboek',
    ])
      expect(await page.getByText(words).filter({ visible: true }).count()).toBeGreaterThan(0)
    expect(await page.content()).not.toContain(BSN)
    for (const control of ['Bsn', 'Aanvraag voor een maatwerkvoorziening Wmo'])
      expect(await page.getByLabel(control).isVisible()).toBe(false)
    for (const name of ['Vraag stellen', 'Antwoord afdrukken', 'Uitloggen'])
      expect(await page.getByRole('button', { name }).isVisible()).toBe(false)
    await context.close()
  },
  JOURNEY_MS,
)
