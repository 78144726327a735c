import type { BrowserContext, Locator, Page } from 'playwright-core'
import type { TestPortal } from '#/tests/support/portal.ts'

/** The code that the makelaar has just sent to a user's telephone. */
async function smsCode(portal: TestPortal, user: string): Promise<string> {
  const answer = await fetch(`${portal.makelaarUrl}/test/sms?gebruiker=${user}`)
  return ((await answer.json()) as { code: string }).code
}

type LoginOptions = { readonly makelaar?: string; readonly organisation?: string }

/** Fills in user name and password at the makelaar, after the portal's own page. */
export async function passwordAtMakelaar(page: Page, user: string): Promise<void> {
  await page.getByLabel('Gebruikersnaam').fill(user)
  await page.getByLabel('Wachtwoord').fill('demo')
  await page.getByRole('button', { name: 'Doorgaan' }).first().click()
}

/** Fills in the SMS code at the makelaar. */
export async function smsAtMakelaar(portal: TestPortal, page: Page, user: string): Promise<void> {
  const field = page.getByLabel('Sms-code')
  await field.waitFor()
  await field.fill(await smsCode(portal, user))
  await page.getByRole('button', { name: 'Doorgaan' }).first().click()
}

/** Logs somebody of a gemeente in, through every page a person sees, and waits until the portal shows its answer. */
export async function logIn(portal: TestPortal, page: Page, user: string, options: LoginOptions = {}): Promise<void> {
  await page.goto(`${portal.url}/inloggen`)
  await page.getByRole('radio', { name: options.makelaar ?? 'KPN', exact: true }).check()
  await page.getByRole('button', { name: 'Verder' }).click()
  await passwordAtMakelaar(page, user)
  await smsAtMakelaar(portal, page, user)
  if (options.organisation) {
    await page.getByLabel(options.organisation).check()
    await page.getByRole('button', { name: 'Doorgaan' }).first().click()
  }
  await page.waitForURL(`${portal.url}/**`)
}

/** Logs somebody of the servicedesk in. */
export async function logInAtDesk(portal: TestPortal, page: Page, user: string): Promise<void> {
  await page.goto(`${portal.url}/servicedesk/inloggen`)
  await page.getByRole('main').getByRole('button', { name: 'Inloggen' }).click()
  await passwordAtMakelaar(page, user)
  await smsAtMakelaar(portal, page, user)
  await page.waitForURL(`${portal.url}/servicedesk/**`)
}

/**
 * Presses a button of a page without script and waits until the whole answer is there: a click only waits for its
 * beginning, so that what is read right after it may be the old page or half of the new one.
 */
export async function submitForm(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** Fills in the personal settings and saves them. */
export async function saveProfile(page: Page, lastName: string, email: string): Promise<void> {
  await page.getByLabel('Mevrouw', { exact: true }).check()
  await page.getByLabel('Voorletters', { exact: true }).fill('T.')
  await page.getByLabel('Achternaam', { exact: true }).fill(lastName)
  await page.getByLabel('Telefoonnummer', { exact: true }).fill('06-12 34 56 78')
  await page.getByLabel('E-mailadres', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await page.getByRole('heading', { level: 1, name: 'Verificatie' }).waitFor()
}

/** Types a verification code over and waits for the page that says to log in again. */
export async function verify(page: Page, code: string): Promise<void> {
  await page.getByLabel('Verificatiecode', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Verifieer' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sluit uw browser en log opnieuw in' }).waitFor()
}

/** Makes the code of the person whose page is open, and reads it from the one place where it stands. */
export async function makeCode(page: Page): Promise<string> {
  await page.getByLabel('Ik heb vastgesteld wie deze persoon is').check()
  await page.getByRole('button', { name: 'Verificatiecode maken' }).click()
  const code = page.getByRole('main').getByText(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}$/)
  await code.waitFor()
  return (await code.textContent()) ?? ''
}

/** Everything that the browser reports as an error while a context lives; refused pages answer 403 and 404 on purpose. */
export function browserErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('weberror', (error) => errors.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
  })
  return errors
}
