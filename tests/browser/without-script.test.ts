import type { Browser, Page } from 'playwright-core'
import { deliverOne, someBericht } from '#/tests/support/addresses.ts'
import { launchBrowser } from '#/tests/support/browser.ts'
import { logIn, submitForm } from '#/tests/support/journeys.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

async function plainPage(user: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await logIn(portal, page, user)
  return page
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

// Product chapter 6: script may fail to load, be switched off or be blocked; the work must go on. The profile and the code
// without script are in onboarding.test.ts.
describe('without script', () => {
  it('delivers files with the result per file, filters, and withdraws', async () => {
    const page = await plainPage('jansen')
    await page.goto(`${portal.url}/producten/iwmo/berichten`)
    await page.getByLabel('Kies bestanden').setInputFiles([
      { name: 'goed.xml', mimeType: 'application/xml', buffer: Buffer.from(someBericht('ZONDER-1')) },
      { name: 'fout.xml', mimeType: 'application/xml', buffer: Buffer.from('<leeg/>') },
    ])
    await submitForm(page, page.getByRole('button', { name: 'Aanleveren', exact: true }))
    expect(await heading(page)).toBe('Resultaat van het aanleveren')
    const result = await page.getByRole('main').textContent()
    expect(result).toContain('2 bestanden: 1 aangenomen, 1 niet aangenomen.')
    for (const name of ['goed.xml', 'fout.xml']) expect(result).toContain(name)

    await page.goto(`${portal.url}/producten/iwmo/berichten`)
    await page.getByLabel('Status', { exact: true }).selectOption('IN_WACHTRIJ')
    await submitForm(page, page.getByRole('button', { name: 'Filter toepassen' }))
    expect(new URL(page.url()).searchParams.get('status')).toBe('IN_WACHTRIJ')
    expect(await page.getByRole('table').textContent()).toContain('ZONDER-1')
    expect(await page.getByRole('table').textContent()).not.toContain('fout.xml')

    await page
      .getByRole('row', { name: /ZONDER-1/ })
      .getByRole('link', { name: /^Intrekken/ })
      .click()
    await submitForm(page, page.getByRole('button', { name: 'Bericht intrekken' }))
    expect(await page.getByRole('main').textContent()).toContain('Vul in waarom u dit bericht intrekt.')
    await page.getByLabel('Waarom trekt u dit bericht in?').fill('Verkeerde aanbieder')
    await submitForm(page, page.getByRole('button', { name: 'Bericht intrekken' }))
    expect(await page.getByRole('main').textContent()).toContain('Verkeerde aanbieder')
    expect(await page.getByRole('main').textContent()).toContain('Ingetrokken')
  }, 60_000)

  it('changes settings, and says so; nothing is saved when an address is wrong', async () => {
    const page = await plainPage('smit')
    await page.goto(`${portal.url}/producten/iwmo/instellingen`)
    const addresses = page.getByLabel('E-mailadressen voor meldingen')
    await addresses.fill('geen adres')
    await submitForm(page, page.getByRole('button', { name: 'Instellingen opslaan' }))
    expect(await addresses.inputValue()).toBe('geen adres')
    expect(await page.getByRole('main').textContent()).toContain('Een van de adressen klopt niet')
    await addresses.fill('wmo@voorbeeldstad.example')
    await submitForm(page, page.getByRole('button', { name: 'Instellingen opslaan' }))
    expect(await page.getByRole('main').textContent()).toContain('De instellingen zijn opgeslagen')
  }, 60_000)

  it('gives and takes roles', async () => {
    const page = await plainPage('beheer')
    await page.goto(`${portal.url}/beheer/gebruikers`)
    await page.getByRole('link', { name: /Smit/ }).first().click()
    const wlz = page.getByRole('group', { name: /Wlz-Registertoets/ })
    await wlz.getByLabel('Geen rol', { exact: true }).check()
    await page.getByRole('button', { name: 'Rollen opslaan' }).click()
    await page.getByText('De rollen zijn opgeslagen.').waitFor()
    await page.reload()
    expect(await wlz.getByLabel('Geen rol', { exact: true }).isChecked()).toBe(true)
    await wlz.getByLabel('Productbeheerder', { exact: true }).check()
    await page.getByRole('button', { name: 'Rollen opslaan' }).click()
    await page.getByText('De rollen zijn opgeslagen.').waitFor()
    await page.reload()
    expect(await wlz.getByLabel('Productbeheerder', { exact: true }).isChecked()).toBe(true)
  }, 60_000)
})

// The people of the demo world, each in his own place (issue: "Done when"); the matrix of all roles has its own tests.
describe('who sees what', () => {
  const statusOf = async (visitor: Visitor, address: string) => (await visitor.ask(address)).status

  it('keeps settings and berichten apart, and the servicedesk out of both', async () => {
    const [jansen, smit, desk] = [new Visitor(portal), new Visitor(portal), new Visitor(portal)]
    await jansen.logIn('jansen')
    await smit.logIn('smit')
    await desk.logIn('desk', 'servicedesk')
    const berichtId = await deliverOne(jansen, 'WIE-1')
    const berichten = ['/producten/iwmo/berichten', `/producten/iwmo/berichten/${berichtId}`]
    const calls = ['/api/berichten/iwmo', `/api/berichten/iwmo/${berichtId}`, `/api/berichten/iwmo/${berichtId}/inhoud`]
    const settings = ['/producten/iwmo/instellingen', '/producten/wlz-registertoets/instellingen']
    for (const address of [...berichten, ...calls]) {
      expect([address, await statusOf(jansen, address)]).toEqual([address, 200])
      expect([address, await statusOf(smit, address)]).toEqual([address, 403])
    }
    for (const address of settings) {
      expect([address, await statusOf(smit, address)]).toEqual([address, 200])
      expect([address, await statusOf(jansen, address)]).toEqual([address, 403])
    }
    for (const address of [...berichten, ...settings]) {
      const answer = await desk.ask(address)
      expect([address, answer.status, answer.location]).toEqual([address, 303, `${portal.url}/servicedesk/gemeenten`])
    }
    for (const address of calls) expect([address, await statusOf(desk, address)]).toEqual([address, 403])
    expect((await desk.post(`/api/berichten/iwmo/${berichtId}/intrekken`)).status).toBe(403)
    expect((await jansen.ask('/dashboard')).text).not.toContain('/instellingen"')
    expect((await smit.ask('/dashboard')).text).not.toContain('/berichten"')
  }, 60_000)

  it('shows another gemeente nothing: not in lists, not by address, not as refused', async () => {
    const [jansen, peters] = [new Visitor(portal), new Visitor(portal)]
    await jansen.logIn('jansen')
    await peters.logIn('peters')
    const berichtId = await deliverOne(jansen, 'GEHEIM-1')
    for (const address of ['', '/inhoud'])
      expect(await statusOf(peters, `/api/berichten/iwmo/${berichtId}${address}`)).toBe(404)
    expect((await peters.post(`/api/berichten/iwmo/${berichtId}/intrekken`)).status).toBe(404)
    for (const address of ['', '/intrekken'])
      expect(await statusOf(peters, `/producten/iwmo/berichten/${berichtId}${address}`)).toBe(404)
    for (const address of ['/api/berichten/iwmo', '/producten/iwmo/berichten', '/dashboard', '/mijn/gegevens']) {
      const { text } = await peters.ask(address)
      expect(text).not.toContain('Voorbeeldstad')
      expect(text).not.toContain('GEHEIM-1')
      expect(text).not.toContain(berichtId)
    }
    expect(await statusOf(peters, '/producten/ijw/berichten')).toBe(403)
    expect(await statusOf(peters, '/api/berichten/ijw')).toBe(403)
    expect(await statusOf(jansen, `/api/berichten/iwmo/${berichtId}`)).toBe(200)
  }, 60_000)
})
