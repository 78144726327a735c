import { formOf, typedIn } from '#/tests/support/plain-forms.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'
import { wholePage } from '#/tests/support/whole-page.ts'

const portal = testPortal()
const PAGE = '/producten/iwmo/instellingen'
const OWNER = 'meldingen@voorbeeldstad.example'
let smit: Visitor
/** Whoever reads the mail: nobody is logged in there. */
const owner = () => new Visitor(portal)

beforeAll(async () => {
  smit = new Visitor(portal)
  await smit.logIn('smit')
})

/** The link in the latest mail to the owner, once there are so many of them; the test's own time limit ends what never is. */
async function linkOf(count: number): Promise<URL> {
  for (;;) {
    const mails = (await (await fetch(`${portal.mailUrl}/api/email`)).json()) as {
      text: string
      to: { address: string }[]
    }[]
    const links = mails
      .filter(({ to }) => to.some(({ address }) => address === OWNER))
      .flatMap(({ text }) => /http:\S+\/adres-bevestigen\?\S+/.exec(text) ?? [])
    if (links.length >= count) return new URL(links.at(-1) ?? '')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
const press = (link: URL) =>
  owner().ask('/api/adres-bevestigen', { method: 'POST', body: new URLSearchParams(link.search) })
const settingsPage = async () => wholePage(await smit.ask(PAGE)).shown

describe('an address for notices', () => {
  // Guards issue "notification addresses confirmed by mail": from the settings over the mailbox and back, without script.
  it('is confirmed by its owner, who is not logged in, and by opening the link alone it is not', async () => {
    const form = formOf(await smit.ask(PAGE), 'changeSettingsAction')
    const body = typedIn(form, { notificationAddresses: OWNER, retention: 'TWEE_MAANDEN' })
    await smit.ask(PAGE, { method: 'POST', body })
    expect(await settingsPage()).toContain('nog niet bevestigd')
    const first = await linkOf(1)
    await smit.ask(PAGE, { method: 'POST', body: typedIn(formOf(await smit.ask(PAGE), 'askAddressAction'), {}) })
    const link = await linkOf(2)
    expect((await press(first)).location).toBe(`${portal.url}/adres-bevestigen?uitkomst=ongeldig`)

    for (let count = 0; count < 2; count += 1) {
      const answer = await owner().ask(link.href)
      const { heading, faults, shown } = wholePage(answer)
      expect([answer.status, heading, faults]).toEqual([200, 'Adres bevestigen', []])
      for (const text of ['Voorbeeldstad', 'iWmo', 'Ja, dit adres gebruiken']) expect(shown).toContain(text)
      expect(shown).not.toContain(OWNER)
    }
    expect(await settingsPage()).toContain('nog niet bevestigd')

    expect((await press(link)).location).toBe(`${portal.url}/adres-bevestigen?uitkomst=bevestigd`)
    expect(wholePage(await owner().ask('/adres-bevestigen?uitkomst=bevestigd')).heading).toBe('Het adres is bevestigd')
    const shown = await settingsPage()
    expect(shown).toContain('>bevestigd<')
    expect(shown).not.toContain('nog niet bevestigd')
    expect((await press(link)).location).toBe(`${portal.url}/adres-bevestigen?uitkomst=ongeldig`)
  }, 60_000)

  it('shows one plain page for whatever is no link, and is confirmed from the own page only', async () => {
    const code = '0'.repeat(64)
    const odd = ['', '?adres=x&code=y', `?adres=0199a4f4-0000-7000-8000-000000000000&code=${code}`, `?code=${code}`]
    for (const query of odd) {
      const { heading, faults } = wholePage(await owner().ask(`/adres-bevestigen${query}`))
      expect([query, heading, faults]).toEqual([query, 'Deze link werkt niet (meer)', []])
    }
    expect((await press(new URL('http://x.example/?adres=1'))).location).toContain('uitkomst=ongeldig')
    const foreign = await owner().ask('/api/adres-bevestigen', {
      method: 'POST',
      headers: { origin: 'https://elders.example' },
      body: new URLSearchParams({ code }),
    })
    expect(foreign.status).toBe(403)
  })
})
