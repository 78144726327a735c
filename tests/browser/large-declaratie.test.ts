import type { Browser } from 'playwright-core'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { axeFaults } from '#/tests/support/axe-browser.ts'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
const CLIENTS = 5_000
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A declaratie about so many clients, received by Voorbeeldstad. */
const received = () =>
  portal.receive(
    '9901',
    'iwmo',
    makeBericht('WMO323', {
      gemeenteCode: '9901',
      identificatie: 'GROOT-1',
      dagtekening: '2026-02-02',
      repeat: { Client: CLIENTS },
      values: { DeclaratieNummer: 'D2699999' },
    }),
  )

// Guards issue 3 as it is judged: a 323 about 5,000 clients is read, answered with a 325, and both are seen tied together.
it('a declaratie about 5,000 clients is read, answered by the form, and tied to its answer', async () => {
  const id = await received()
  const context = await browser.newContext()
  const errors = browserErrors(context)
  const page = await context.newPage()
  const main = page.getByRole('main')
  await logIn(portal, page, 'jansen')
  const address = `${portal.url}/producten/iwmo/berichten/${id}`

  await page.goto(`${address}/inhoud`)
  await main.getByRole('heading', { level: 2, name: '5.000 cliënten' }).waitFor()
  // A page of it and no more, or reading would not be smooth for anybody.
  expect(await main.getByRole('heading', { level: 2, name: /^Cliënt [0-9]+$/ }).count()).toBe(10)
  await main.getByRole('link', { name: 'Volgende cliënten' }).first().click()
  await main.getByRole('heading', { level: 2, name: 'Cliënt 11' }).waitFor()
  await page.goto(`${address}/inhoud?vanaf=5000`)
  await main.getByRole('heading', { level: 2, name: 'Cliënt 5000' }).waitFor()
  expect(await axeFaults(page)).toEqual([])

  await page.goto(`${address}/beantwoorden`)
  await main.getByLabel('Wij kennen alles toe').check()
  await main.getByRole('button', { name: 'Antwoord aanleveren' }).click()
  await page.getByRole('heading', { level: 1, name: /^WMO325/ }).waitFor()
  await main.getByText(/^Het antwoord is aangenomen/).waitFor()
  await main.getByRole('link', { name: /^WMO323/ }).click()
  await page.getByRole('heading', { level: 1, name: /^WMO323 .*GROOT-1/ }).waitFor()
  await main.getByRole('link', { name: /^WMO325/ }).waitFor()
  expect(errors).toEqual([])
  await context.close()
}, 120_000)
