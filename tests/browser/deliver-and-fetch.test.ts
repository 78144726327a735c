import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
const FIXTURES = 'tests/fixtures/berichten'
const JOURNEY_MS = 120_000
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function jansenAtBerichten(): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext()
  const errors = browserErrors(context)
  const page = await context.newPage()
  await logIn(portal, page, 'jansen')
  await page.getByRole('link', { name: 'iWmo', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Berichten iWmo' }).waitFor()
  return { page, errors }
}

// The heart of the product: a good file is accepted, and a faulty one is told exactly what is wrong, where, and what to do.
it(
  'accepts a good toewijzing and says of each faulty file exactly why it is refused',
  async () => {
    const { page, errors } = await jansenAtBerichten()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        `${FIXTURES}/geldig/wmo301-twee-producten.xml`,
        `${FIXTURES}/fout/wmo301-doctype-met-entiteiten.xml`,
        `${FIXTURES}/fout/wmo301-namespace-van-versie-3-1.xml`,
        `${FIXTURES}/geldig/wmo305-start.xml`,
      ])
    const main = page.getByRole('main')
    await main.getByText('4 van 4 bestanden klaar: 1 aangenomen, 3 niet aangenomen.', { exact: true }).waitFor()
    for (const code of ['DOCTYPE', 'ONBEKENDE_VERSIE', 'VERKEERDE_RICHTING'])
      await main.getByText(code, { exact: true }).first().waitFor()
    expect(errors).toEqual([])
    const rows = await portal.database.query<{ status: string; count: string }>(
      "SELECT status, count(*) FROM bericht WHERE created_at > now() - interval '2 minutes' AND file_name LIKE 'wmo30%' GROUP BY status ORDER BY status",
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        { status: 'AFGEKEURD', count: '3' },
        { status: 'IN_WACHTRIJ', count: '1' },
      ]),
    )
    await page.context().close()
  },
  JOURNEY_MS,
)

// What a provider sent must reach the gemeente unchanged, and be called fetched only then.
it(
  'fetches a received WMO305 byte for byte and marks it as fetched',
  async () => {
    const { page } = await jansenAtBerichten()
    await page.goto(`${portal.url}/producten/iwmo/berichten?status=BESCHIKBAAR&soort=WMO305`)
    await page
      .getByRole('main')
      .getByRole('link', { name: /^WMO305/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: /WMO305/ }).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('main').getByRole('link', { name: 'Ophalen' }).first().click(),
    ])
    const bytes = await readFile(await download.path())
    const read = async () =>
      (await (await page.request.get(`${portal.url}/api/berichten/iwmo/${id}`)).json()) as {
        sha256: string
        status: string
      }
    // The mark is set when the answer has been closed, which the browser may know a moment before the portal.
    let bericht = await read()
    for (let tries = 0; tries < 100 && bericht.status === 'BESCHIKBAAR'; tries += 1) bericht = await read()
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(bericht.sha256)
    expect(bericht.status).toBe('OPGEHAALD')
    await page.context().close()
  },
  JOURNEY_MS,
)

it(
  'delivers a zip and says of its files which were not accepted',
  async () => {
    const { page, errors } = await jansenAtBerichten()
    const fixture = async (name: string) => new Uint8Array(await readFile(`${FIXTURES}/${name}`))
    const files = {
      'goed.xml': await fixture('geldig/wmo301-budget-en-verwijderde-toewijzing.xml'),
      'afgekapt.xml': await fixture('fout/wmo305-afgekapt.xml'),
    }
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'berichten.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(files)) })
    const main = page.getByRole('main')
    await main.getByText('1 van 2 bestanden in de zip aangenomen', { exact: true }).waitFor()
    const list = main.getByRole('list', { name: 'Aangeleverde bestanden' })
    await list.getByText('afgekapt.xml').first().waitFor()
    await list.getByRole('link', { name: 'Open bericht van afgekapt.xml' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  },
  JOURNEY_MS,
)
