import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '#/tests/support/browser.ts'
import { browserErrors, logIn, logInAtDesk, makeCode, saveProfile, verify } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'

const portal = testPortal()
/** Several people log in one after the other, each through a dozen pages. */
const JOURNEY_MS = 120_000
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A person with a browser of their own. */
async function person(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const errors = browserErrors(context)
  context.on('close', () => expect(errors).toEqual([]))
  return context.newPage()
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

async function mailsTo(address: string): Promise<string[]> {
  const mails = (await (await fetch(`${portal.mailUrl}/api/email`)).json()) as {
    subject: string
    to: { address: string }[]
  }[]
  return mails.filter(({ to }) => to.some((receiver) => receiver.address === address)).map(({ subject }) => subject)
}

// Without this road nobody of a gemeente ever gets to work: profile, code from the gebruikersbeheerder, logging in again.
it(
  'leads a new user from the first login to a role, with the mail that brings the gebruikersbeheerder',
  async () => {
    const nieuw = await person()
    await logIn(portal, nieuw, 'nieuw')
    expect(await heading(nieuw)).toBe('Persoonlijke instellingen')
    await saveProfile(nieuw, 'Tuinman', 'tuinman@voorbeeldstad.example')

    const beheer = await person()
    await logIn(portal, beheer, 'beheer')
    await beheer.getByRole('link', { name: 'Gebruikers', exact: true }).click()
    await beheer
      .getByRole('link', { name: /Tuinman/ })
      .first()
      .click()
    await beheer.getByRole('group', { name: /iWmo/ }).getByLabel('Gebruiker', { exact: true }).check()
    await beheer.getByRole('button', { name: 'Rollen opslaan' }).click()
    const code = await makeCode(beheer)

    await verify(nieuw, code.toLowerCase().replaceAll('-', ' '))
    await nieuw.goto(`${portal.url}/dashboard`)
    expect(await heading(nieuw)).toBe('Kies hoe u wilt inloggen')
    await logIn(portal, nieuw, 'nieuw')
    expect(await heading(nieuw)).toBe('Dashboard')
    await nieuw.getByRole('link', { name: 'iWmo', exact: true }).first().click()
    await nieuw.getByRole('heading', { level: 1, name: 'Berichten iWmo' }).waitFor()
    expect(await mailsTo('beheer@voorbeeldstad.example')).not.toHaveLength(0)
  },
  JOURNEY_MS,
)

// The first of a gemeente has no colleague to turn to: the servicedesk's code makes a gebruikersbeheerder.
it(
  'makes the first gebruikersbeheerder of a gemeente with a code from the servicedesk, also without script',
  async () => {
    const eersteling = await person({ javaScriptEnabled: false })
    await logIn(portal, eersteling, 'eersteling')
    await saveProfile(eersteling, 'Eersteling', 'eersteling@nieuwland.example')

    const desk = await person()
    await logInAtDesk(portal, desk, 'desk')
    await desk.getByRole('link', { name: 'Nieuwland', exact: true }).click()
    const code = await makeCode(desk)

    await verify(eersteling, code)
    await logIn(portal, eersteling, 'eersteling')
    expect(await heading(eersteling)).toBe('Dashboard')
    await eersteling.getByRole('link', { name: 'Gebruikers', exact: true }).click()
    await eersteling.getByRole('heading', { level: 1, name: 'Gebruikers' }).waitFor()
  },
  JOURNEY_MS,
)
