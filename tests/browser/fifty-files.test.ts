import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { someBericht } from '#/tests/support/addresses.ts'
import { axeFaults } from '#/tests/support/axe-browser.ts'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
const MEBIBYTE = 1_048_576
const FILES = 50
/** Every tenth file is of several mebibytes and comes in parts. */
const isLarge = (place: number) => place % 10 === 5
let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await launchBrowser()
  folder = mkdtempSync(join(tmpdir(), 'portaal-vijftig-'))
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Fifty good berichten in a folder and one below it, with a file that is none. Gives the digest of each. */
function fiftyFiles(): string[] {
  const inside = join(folder, 'week 48')
  mkdirSync(join(inside, 'vervolg'), { recursive: true })
  writeFileSync(join(inside, 'lees mij.txt'), 'geen bericht')
  return Array.from({ length: FILES }, (_, place) => {
    const remark = isLarge(place) ? `\n<!--${'x'.repeat((3 + place / 25) * MEBIBYTE)}-->` : ''
    const bytes = Buffer.from(`${someBericht(`VIJFTIG-${place}`).trimEnd()}${remark}`)
    writeFileSync(join(inside, place < 40 ? '' : 'vervolg', `bericht-${String(place).padStart(2, '0')}.xml`), bytes)
    return createHash('sha256').update(bytes).digest('hex')
  })
}

/** Drops a folder of this machine on the page, as a hand would. */
async function drop(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  await devtools.detach()
}

const deliveredRows = () =>
  portal.database.query<{ sha256: string; status: string }>(
    "SELECT encode(sha256, 'hex') AS sha256, status FROM bericht WHERE identificatie LIKE 'VIJFTIG-%'",
  )

// Guards issue 3 item 6, as it is judged: every file arrives, and none twice.
it('delivers a folder of fifty files with the network cut at sixty per cent, each exactly once', async () => {
  const digests = fiftyFiles()
  const context = await browser.newContext()
  const errors = browserErrors(context)
  const page = await context.newPage()
  const offsets: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']))
  })
  await logIn(portal, page, 'jansen')
  await page.goto(`${portal.url}/producten/iwmo/berichten`)
  await page.getByRole('button', { name: 'Aanleveren', exact: true }).waitFor({ state: 'detached' })
  // Sixty per cent: what would be the thirty-first file finds no line, and what is on its way beside it loses it.
  let deliveries = 0
  await page.route(/\/api\/berichten\/iwmo(?:\/uploads)?$/, async (route) => {
    deliveries += 1
    if (deliveries === 31) await context.setOffline(true)
    await route.continue()
  })
  await drop(page, join(folder, 'week 48'))
  const dock = page.getByRole('region', { name: 'Voortgang van het aanleveren' })
  await dock.getByText('Verbinding verbroken. Wij gaan vanzelf verder.').first().waitFor({ timeout: 90_000 })
  expect(await axeFaults(page)).toEqual([])
  await context.setOffline(false)
  // One walks on through the portal meanwhile.
  await page.getByRole('link', { name: 'Dashboard', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor()
  const ended = '50 van 50 bestanden klaar: 50 aangenomen, 0 niet aangenomen.'
  await page.getByText(ended, { exact: true }).waitFor({ timeout: 90_000 })
  await page.getByText('Niet meegenomen: 1.').click()
  await page.getByText('week 48/lees mij.txt').waitFor()
  const rows = await deliveredRows()
  expect(rows.map(({ sha256 }) => sha256).toSorted()).toEqual(digests.toSorted())
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['IN_WACHTRIJ']))
  expect(await portal.database.query('SELECT 1 FROM upload_part')).toEqual([])
  // The large ones came in parts.
  expect(offsets.filter((offset) => offset > 0).length).toBeGreaterThan(0)
  expect(errors).toEqual([])
  await context.close()
}, 300_000)
