import { deliverOne } from '#/tests/support/addresses.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { testScanner } from '#/tests/support/scanner.ts'
import { type Answer, Visitor } from '#/tests/support/visitor.ts'
import { wholePage } from '#/tests/support/whole-page.ts'

// A scanner that is away: what is delivered stays in controle.
const scanner = testScanner()
const portal = testPortal({ CLAMD_ADRES: scanner.setting })
const LIST = '/producten/iwmo/berichten'
let jansen: Visitor
let address: string

beforeAll(async () => {
  jansen = new Visitor(portal)
  await jansen.logIn('jansen')
  const id = await deliverOne(jansen, 'LINK-1')
  address = `/api/berichten/iwmo/${id}/inhoud`
}, 60_000)

/** As a browser asks when somebody presses a link or a button on the list. */
const pressed = (headers: Record<string, string> = {}) => ({
  'sec-fetch-dest': 'document',
  referer: `${portal.url}${LIST}`,
  ...headers,
})
const press = (visitor: Visitor, at: string) => visitor.ask(at, { headers: pressed() })
const send = (visitor: Visitor, at: string, body: BodyInit, headers: Record<string, string> = {}) =>
  visitor.ask(at, { method: 'POST', body, headers: pressed(headers) })

function expectPage(answer: Answer, status: number, heading: string): string {
  const page = wholePage(answer)
  expect([answer.status, page.heading, page.faults]).toEqual([status, heading, []])
  expect(page.shown).toContain(answer.headers.get('x-request-id'))
  expect(answer.headers.get('cache-control')).toContain('no-store')
  return page.shown
}

// Guards product chapter 3: nobody who presses a link is shown JSON, and each refusal says what to do.
describe('a link or a button that leads to the interface for software', () => {
  it('shows why a bericht is not there, with the way back', async () => {
    const shown = expectPage(
      await press(jansen, address.replace(/[0-9a-f]{12}\/inhoud/, '000000000000/inhoud')),
      404,
      'Dit is niet gelukt',
    )
    expect(shown).toContain('Dit bestaat niet (meer).')
    expect(shown).toContain(`href="${LIST}"`)
    expect(shown).not.toContain('href="/api/')
  })

  it('says in both languages that a content is still checked, and keeps when to come back', async () => {
    const answer = await press(jansen, address)
    expect(expectPage(answer, 409, 'Dit is niet gelukt')).toContain('wordt nog op virussen gecontroleerd')
    expect(answer.headers.get('retry-after')).toMatch(/^[0-9]+$/)
    const english = jansen.copy()
    await english.ask('/help?taal=en')
    expectPage(await press(english, address), 409, 'This did not work')
  })

  it('leads who is logged out to the login, and from there back to the page, by a link and by a form', async () => {
    const stranger = new Visitor(portal)
    for (const answer of [
      await press(stranger, address),
      await send(stranger, '/api/berichten/iwmo/formulier', new FormData()),
      await send(stranger, '/api/berichten/iwmo/ophalen', new URLSearchParams()),
    ])
      expect([answer.status, answer.location]).toEqual([
        303,
        `${portal.url}/inloggen?${new URLSearchParams({ terug: LIST })}`,
      ])
  })

  it('tells what is wrong with a form: no files, too much, from elsewhere', async () => {
    expect(
      expectPage(await send(jansen, '/api/berichten/iwmo/formulier', new URLSearchParams()), 415, 'Dit is niet gelukt'),
    ).toContain('Stuur de bestanden als formulier')
    const much = new URLSearchParams({ ids: 'x'.repeat(2_000_000) })
    expectPage(await send(jansen, '/api/berichten/iwmo/ophalen', much), 413, 'Dit is niet gelukt')
    for (const at of ['/api/inloggen', '/api/uitloggen', '/api/berichten/iwmo/formulier', '/dashboard'])
      expect(
        expectPage(
          await send(jansen, at, new URLSearchParams(), { origin: 'https://elders.example' }),
          403,
          'Dit is niet gelukt',
        ),
      ).toContain('kwam niet van een pagina van dit portaal')
  })

  it('tells a role that is missing, an unknown address and a method that is none', async () => {
    const smit = new Visitor(portal)
    await smit.logIn('smit')
    expectPage(await press(smit, address), 403, 'Dit is niet gelukt')
    expectPage(await press(jansen, '/api/bestaat-niet'), 404, 'Dit is niet gelukt')
    expectPage(await press(jansen, '/api/inloggen'), 405, 'Dit kan op deze pagina niet')
  })

  it('tells a fault of the portal with its reference', async () => {
    await portal.database.query('ALTER TABLE bericht RENAME TO weggezet')
    const answer = await press(jansen, address)
    await portal.database.query('ALTER TABLE weggezet RENAME TO bericht')
    expectPage(answer, 500, 'Sorry, er is een probleem')
  })

  it('keeps JSON for software and scripts', async () => {
    const answers = [
      await jansen.ask('/api/bestaat-niet', { headers: { accept: '*/*' } }),
      await jansen.ask(address.replace(/[0-9a-f]{12}\/inhoud/, '000000000000/inhoud')),
      await new Visitor(portal).ask(address),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 401])
    for (const { headers, text } of answers) {
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
      expect(JSON.parse(text)).toMatchObject({ code: expect.any(String) as string })
    }
  })
})
