import type { Browser, Page } from 'playwright-core'
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

/** Opens the newest of the demo's berichten of a soort that wait for an answer. */
async function jansenAt(soort: string, javaScriptEnabled = true): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled })
  const errors = browserErrors(context)
  const page = await context.newPage()
  await logIn(portal, page, 'jansen')
  await page.goto(`${portal.url}/producten/iwmo/wacht-op-antwoord`)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^${soort}`) }) })
  await row
    .last()
    .getByRole('link', { name: /^Beantwoorden/ })
    .click()
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${soort} .* beantwoorden$`) }).waitFor()
  return { page, errors }
}

const lineOf = async (page: Page): Promise<string> => {
  await page.goto(page.url().replace('/beantwoorden', '/inhoud'))
  await page.getByRole('heading', { level: 1, name: /^Inhoud/ }).waitFor()
  const text = await page.getByRole('main').textContent()
  const found = /Referentienummer\s*(P[0-9]+)/.exec(text ?? '')?.[1]
  if (!found) throw new Error(`the declaratie shows no line: ${text}`)
  await page.goBack()
  return found
}

// Guards issue 3 item 4: nobody needs other software to answer, and heen and answer are seen together.
it(
  'answers a declaratie with a refused line, and ties both together',
  async () => {
    const { page, errors } = await jansenAt('WMO323')
    const line = await lineOf(page)
    const main = page.getByRole('main')
    await main.getByLabel('Wij keuren regels af en kennen de rest toe').check()
    await main.getByRole('button', { name: 'Antwoord aanleveren' }).click()
    await main.getByRole('alert').getByText('Vul in welke regels u afkeurt, of kies een ander oordeel.').waitFor()
    await main.getByLabel('Regels die u afkeurt').fill('BESTAATNIET 9338')
    await main.getByRole('button', { name: 'Antwoord aanleveren' }).click()
    await main.getByRole('alert').getByText('Dit referentienummer staat niet in de declaratie: BESTAATNIET.').waitFor()
    await main.getByLabel('Regels die u afkeurt').fill(`${line}\t9338`)
    await main.getByRole('button', { name: 'Antwoord aanleveren' }).click()
    await page.getByRole('heading', { level: 1, name: /^WMO325/ }).waitFor()
    await main.getByText(/^Het antwoord is aangenomen en wacht op verzending/).waitFor()
    await main.getByText('Er zijn geen fouten of waarschuwingen gevonden.').waitFor()
    await main.getByRole('link', { name: /^WMO323/ }).click()
    await page.getByRole('heading', { level: 1, name: /^WMO323/ }).waitFor()
    await main.getByRole('link', { name: /^WMO325/ }).waitFor()
    expect(await main.getByRole('link', { name: 'Beantwoorden' }).count()).toBe(0)
    expect(errors).toEqual([])
    await page.context().close()
  },
  JOURNEY_MS,
)

// The same road without script: a person with an old browser owes the same answers.
it(
  'gives the retourbericht and the answer to a request without script',
  async () => {
    const { page } = await jansenAt('WMO315', false)
    const address = page.url()
    await page.getByRole('button', { name: 'Retourbericht aanleveren' }).click()
    await page.getByRole('heading', { level: 1, name: /^WMO316/ }).waitFor()
    await page.goto(address)
    await page.getByLabel('Wij wijzen het verzoek af').check()
    await page.getByRole('button', { name: 'Antwoord aanleveren' }).click()
    await page.getByRole('link', { name: 'Kies waarom u het verzoek afwijst.' }).waitFor()
    expect(await page.getByLabel('Wij wijzen het verzoek af').isChecked()).toBe(true)
    await page.getByLabel('Reden van de afwijzing').selectOption({ label: '3: Geen contract' })
    await page.getByRole('button', { name: 'Antwoord aanleveren' }).click()
    await page.getByRole('heading', { level: 1, name: /^WMO319/ }).waitFor()
    await page.goto(address)
    await page.getByText('Dit bericht is beantwoord').waitFor()
    await page.context().close()
  },
  JOURNEY_MS,
)
