import type { Browser, BrowserContext, Page } from 'playwright-core'
import { deliverOne, everyPage, type KnownIds, knownIds } from '#/tests/support/addresses.ts'
import { axeFaults } from '#/tests/support/axe-browser.ts'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn, logInAtDesk, saveProfile } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
let browser: Browser
let ids: KnownIds

beforeAll(async () => {
  browser = await launchBrowser()
  const jansen = new Visitor(portal)
  await jansen.logIn('jansen')
  const berichtId = await deliverOne(jansen, 'PAGINA-1')
  await jansen.ask('/api/berichten/iwmo', {
    method: 'POST',
    headers: { 'content-type': 'application/xml', 'x-bestandsnaam': 'leeg.xml' },
    body: '<leeg/>',
  })
  ids = await knownIds(portal, berichtId)
}, 60_000)
afterAll(() => browser.close())

type Person = { readonly sees: RegExp; readonly enter: (page: Page) => Promise<void>; readonly also?: string[] }

// Each page as somebody sees it who may; and the refusals that stand in the frame of each.
const PEOPLE: Readonly<Record<string, Person>> = {
  niemand: {
    sees: /^\/(?:$|adres-bevestigen|inloggen|servicedesk\/inloggen|opnieuw|uitgelogd|help|privacy|toegankelijkheid|geen-toegang|bestaat-niet)/,
    enter: async () => undefined,
    also: ['/inloggen?fout=keuze', '/inloggen?reden=verlopen&terug=%2Fdashboard'],
  },
  nieuw: { sees: /^\/persoonlijke-instellingen$/, enter: (page) => logIn(portal, page, 'nieuw') },
  bakker: {
    sees: /^\/verificatie$/,
    enter: async (page) => {
      await logIn(portal, page, 'bakker', { organisation: 'Voorbeeldstad' })
      await saveProfile(page, 'Bakker', 'bakker@voorbeeldstad.example')
    },
  },
  jansen: {
    sees: /^\/(?:dashboard|mijn|producten\/[a-z-]+\/(?:berichten|wacht-op-antwoord|eigen-bijdrage|raadplegen|signalen))/,
    enter: (page) => logIn(portal, page, 'jansen'),
    also: [
      '/persoonlijke-instellingen',
      '/producten/iwmo/berichten?status=AFGEKEURD',
      '/producten/iwmo/berichten?q=niets-te-vinden',
      '/beheer/gebruikers',
      '/producten/iwmo/berichten/0199a4f4-0000-7000-8000-000000000000',
    ],
  },
  smit: {
    sees: /^\/producten\/[a-z-]+\/instellingen$/,
    enter: (page) => logIn(portal, page, 'smit'),
    also: ['/mijn/gegevens', '/mijn/meldingen', '/mijn/meldingen?taal=en'],
  },
  beheer: {
    sees: /^\/beheer\//,
    enter: (page) => logIn(portal, page, 'beheer'),
    also: ['/dashboard', '/beheer/gebruikers/0199a4f4-0000-7000-8000-000000000000'],
  },
  desk: {
    sees: /^\/servicedesk\/(?!inloggen)/,
    enter: (page) => logInAtDesk(portal, page, 'desk'),
    also: ['/servicedesk/gemeenten/0199a4f4-0000-7000-8000-000000000000', '/servicedesk/zoeken?referentie=ABCD1234'],
  },
}

// Colours hang on the theme and layout on the width, never one on the other: each of both once.
const LOOKS = [
  { width: 320, height: 640, colorScheme: 'dark' },
  { width: 1280, height: 900, colorScheme: 'light' },
] as const

/** Everything wrong with the page as it stands, in both themes, on a phone and on a desk. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) faults.push('not one h1')
  if ((await page.title()).length < 5) faults.push('no title')
  for (const { width, height, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > width) faults.push(`${wide} px wide at ${width}`)
    faults.push(...(await axeFaults(page)).map((fault) => `${width} ${colorScheme} ${fault}`))
  }
  return faults
}

/** What the portal asked of other hosts than its own (ASVS 3.6.1). */
function foreignRequests(context: BrowserContext): string[] {
  const foreign: string[] = []
  context.on('request', (request) => {
    const url = request.url()
    if (url.startsWith('http') && !url.startsWith(portal.url) && !url.startsWith(portal.makelaarUrl)) foreign.push(url)
  })
  return foreign
}

// Guards whoever works with a screen reader, a phone, a dark room or 400 % zoom: every page, not a sample of them. And the
// content security policy: what it refuses is code or style of ours.
it.each(Object.keys(PEOPLE))(
  'shows %s pages without a fault of accessibility, width, policy or script',
  async (user) => {
    const person = PEOPLE[user]
    if (!person) throw new Error(user)
    const context = await browser.newContext()
    const [errors, foreign] = [browserErrors(context), foreignRequests(context)]
    const page = await context.newPage()
    await person.enter(page)
    const addresses = [...everyPage(ids).filter((address) => person.sees.test(address)), ...(person.also ?? [])]
    expect(addresses.length).toBeGreaterThan(0)
    const faults: string[] = []
    for (const address of addresses) {
      await page.goto(portal.url + address)
      faults.push(...(await faultsOf(page)).map((fault) => `${address} ${fault}`))
    }
    expect({ faults, errors, foreign }).toEqual({ faults: [], errors: [], foreign: [] })
    await context.close()
  },
  150_000,
)

it('leaves no page out', () => {
  const seen = (address: string) => Object.values(PEOPLE).some(({ sees }) => sees.test(address))
  expect(everyPage(ids).filter((address) => !seen(address))).toEqual([])
})
