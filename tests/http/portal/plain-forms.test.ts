import { randomUUID } from 'node:crypto'
import { deliverOne, everyPage, type KnownIds, knownIds } from '#/tests/support/addresses.ts'
import { actionForms, filledIn, formOf, type PlainForm, typedIn } from '#/tests/support/plain-forms.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { type Answer, Visitor } from '#/tests/support/visitor.ts'
import { wholePage } from '#/tests/support/whole-page.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const portal = testPortal()
const visitors = new Map<string, Visitor>()
let ids: KnownIds

const as = (person: string): Visitor => {
  const visitor = visitors.get(person)
  if (!visitor) throw new Error(`${person} is not logged in`)
  return visitor
}
const post = (person: string, address: string, body: FormData): Promise<Answer> =>
  as(person).ask(address, { method: 'POST', body })

async function firstForm(person: string, address: string): Promise<PlainForm> {
  const [form] = actionForms(await as(person).ask(address))
  if (!form) throw new Error(`no form at ${address}`)
  return form
}

const PROFILE = {
  salutation: 'MEVROUW',
  initials: 'T.',
  firstName: '',
  infix: '',
  lastName: 'Bakker',
  department: '',
  phone: '06-12 34 56 78',
  email: 'bakker@voorbeeldstad.example',
}

beforeAll(async () => {
  for (const person of ['jansen', 'smit', 'beheer', 'nieuw', 'desk', 'bakker']) {
    const visitor = new Visitor(portal)
    await visitor.logIn(person, person === 'desk' ? 'servicedesk' : 'kpn', person === 'bakker' ? '90000001' : undefined)
    visitors.set(person, visitor)
  }
  ids = await knownIds(portal, await deliverOne(as('jansen'), 'FORMULIER-1'))
  const saved = await post(
    'bakker',
    '/persoonlijke-instellingen',
    filledIn(await firstForm('bakker', '/persoonlijke-instellingen'), PROFILE),
  )
  expect(saved.location).toBe(`${portal.url}/verificatie`)
}, 60_000)

// GOV.UK error pattern: who hears the page hears first that something is wrong; so it must stand in the title that the
// server sends, not in one that a script makes of it.
describe('a form that comes back with faults, without script', () => {
  it.each([
    ['nieuw', /^\/persoonlijke-instellingen$/, 1],
    ['bakker', /^\/verificatie$/, 1],
    ['jansen', /^\/(?:producten|mijn)\//, 1],
    ['smit', /^\/producten\/[a-z-]+\/instellingen$/, 3],
    ['beheer', /^\/(?:beheer|persoonlijke-instellingen|mijn)/, 4],
    ['desk', /^\/servicedesk\/gemeenten/, 4],
  ])('says so in the title: every form that %s sees', async (person, pages, least) => {
    let forms = 0
    for (const address of everyPage(ids).filter((path) => pages.test(path))) {
      for (const form of actionForms(await as(person).ask(address))) {
        // Without its own fields no form is right, so that nothing is changed.
        const answer = await post(person, address, filledIn(form, {}))
        const page = wholePage(answer)
        expect({ address, status: answer.status, faults: page.faults }).toEqual({ address, status: 200, faults: [] })
        // A button that needs no field has done its work.
        if (!page.shown.includes('Er is een probleem')) continue
        expect(page.title).toMatch(/^Fout: .+ · Portaal Zorg$/)
        forms += 1
      }
      expect((await as(person).ask(address)).text).not.toContain('<title>Fout:')
    }
    expect(forms).toBeGreaterThanOrEqual(least)
  })

  it('says so in English to who reads English', async () => {
    const english = as('smit').copy()
    await english.ask('/help?taal=en')
    const address = '/producten/iwmo/instellingen'
    const form = await firstForm('smit', address)
    const answer = await english.ask(address, { method: 'POST', body: filledIn(form, {}) })
    expect(wholePage(answer).title).toMatch(/^Error: /)
  })
})

// A colleague was first, or the same form did its work a moment ago: the title alone would say that something is wrong.
describe('a form that is gone from the page that comes with its answer', () => {
  const ofNobodyElse = async () => {
    const gemeente = await givenGemeente(portal.database)
    const { memberId } = await givenMember(portal.database, gemeente, { state: 'VERIFICATIE' })
    const address = `/servicedesk/gemeenten/${gemeente.id}`
    return { memberId, address, form: formOf(await as('desk').ask(address), 'issueManagerCodeAction') }
  }
  const FAULT = 'Deze persoon wacht niet (meer) op een code.'

  it('says on the page what was wrong', async () => {
    const { memberId, address, form } = await ofNobodyElse()
    await portal.database.query("UPDATE member SET state = 'ACTIEF' WHERE id = $1", [memberId])
    const answer = await post('desk', address, typedIn(form, { identityConfirmed: 'ja' }))
    const { title, shown, faults } = wholePage(answer)
    expect([title.startsWith('Fout: '), faults]).toEqual([true, []])
    expect(shown).not.toContain('data-error-summary=""')
    expect(shown.split(FAULT)).toHaveLength(2)
  })

  it('leaves the saying to a form that is there', async () => {
    const { address, form } = await ofNobodyElse()
    const { shown } = wholePage(await post('desk', address, typedIn(form, { identityConfirmed: 'nee' })))
    expect(shown).toContain('data-error-summary=""')
    expect(shown).toContain('has([data-error-summary])_&amp;]:hidden')
  })
})

describe('a form that is refused, without script', () => {
  it('shows the page 404 in the frame when what it is about does not exist for this gemeente', async () => {
    const address = `/beheer/gebruikers/${ids.memberId}/blokkeren`
    const form = await firstForm('beheer', address)
    const answer = await post('beheer', address, filledIn(form, { memberId: randomUUID(), reason: 'Weg uit dienst' }))
    const page = wholePage(answer)
    expect([answer.status, page.heading, page.faults, page.isFramed]).toEqual([
      404,
      'Deze pagina bestaat niet (meer)',
      [],
      true,
    ])
  })

  it('shows the page 403 in the frame, logged, when somebody else sends it', async () => {
    const form = await firstForm('smit', '/producten/iwmo/instellingen')
    const values = { product: 'iwmo', version: '0', notificationAddresses: '', retention: 'TWEE_MAANDEN' }
    const answer = await post('jansen', '/producten/iwmo/instellingen', filledIn(form, values))
    const page = wholePage(answer)
    expect([answer.status, page.heading, page.title, page.faults, page.isFramed]).toEqual([
      403,
      'U mag deze pagina niet bekijken',
      'U mag deze pagina niet bekijken · Portaal Zorg',
      [],
      true,
    ])
    const rows = await portal.database.query(
      "SELECT 1 FROM audit_event WHERE request_id = $1 AND event = 'access.refused'",
      [answer.headers.get('x-request-id')],
    )
    expect(rows).toHaveLength(1)
  })
})
