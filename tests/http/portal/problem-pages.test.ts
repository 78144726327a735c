import { randomUUID } from 'node:crypto'
import { deliverOne, type KnownIds, knownIds } from '#/tests/support/addresses.ts'
import { actionForms, filledIn } from '#/tests/support/plain-forms.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { type Answer, Visitor } from '#/tests/support/visitor.ts'
import { wholePage } from '#/tests/support/whole-page.ts'

const portal = testPortal()
const PEOPLE = ['niemand', 'jansen', 'smit', 'beheer', 'nieuw', 'peters', 'desk'] as const
type Person = (typeof PEOPLE)[number]
const visitors = new Map<string, Visitor>()
let ids: KnownIds

const as = (person: Person): Visitor => {
  const visitor = visitors.get(person)
  if (!visitor) throw new Error(`${person} is not logged in`)
  return visitor
}

beforeAll(async () => {
  for (const person of PEOPLE) {
    const visitor = new Visitor(portal)
    if (person !== 'niemand') await visitor.logIn(person, person === 'desk' ? 'servicedesk' : 'kpn')
    visitors.set(person, visitor)
  }
  ids = await knownIds(portal, await deliverOne(as('jansen'), 'PROBLEEM-1'))
}, 60_000)

const TITLES = {
  nl: {
    404: 'Deze pagina bestaat niet (meer)',
    403: 'U mag deze pagina niet bekijken',
    500: 'Sorry, er is een probleem',
  },
  en: {
    404: 'This page does not exist (any more)',
    403: 'You may not see this page',
    500: 'Sorry, there is a problem',
  },
} as const

/** Asks in both languages; each answer is a whole page with this status that says so. */
async function expectProblem(person: Person, address: string, status: 403 | 404, isFramed: boolean): Promise<void> {
  for (const language of ['nl', 'en'] as const) {
    const visitor = as(person).copy()
    if (language === 'en') await visitor.ask('/help?taal=en')
    const answer = await visitor.ask(address)
    const page = wholePage(answer)
    const title = TITLES[language][status]
    expect({ address, status: answer.status, ...page, shown: '' }).toEqual({
      address,
      status,
      title: `${title} · Portaal Zorg`,
      heading: title,
      shown: '',
      faults: [],
      isFramed,
    })
    expect(page.shown).toContain(`<html lang="${language}"`)
  }
}

// Without script, an address that leads nowhere must still say so, and how to go on; with real status codes.
describe('what does not exist', () => {
  const id = randomUUID()
  it.each<[Person, string]>([
    ['jansen', `/producten/iwmo/berichten/${id}`],
    ['jansen', '/producten/iwmo/berichten/geen-id'],
    ['jansen', `/producten/iwmo/berichten/${id}/intrekken`],
    ['jansen', '/producten/anders/berichten'],
    ['jansen', '/producten/anders/berichten/resultaat'],
    ['jansen', '/producten/wlz-registertoets/berichten'],
    ['smit', '/producten/anders/instellingen'],
    ['beheer', `/beheer/gebruikers/${id}`],
    ['beheer', `/beheer/gebruikers/${id}/blokkeren`],
    ['desk', `/servicedesk/gemeenten/${id}`],
    ['desk', '/servicedesk/gemeenten/geen-id'],
    ['desk', `/servicedesk/gemeenten/${id}/rollen/${id}`],
    ['desk', `/servicedesk/gemeenten/${id}/overeenkomsten/${id}/intrekken`],
    ['desk', '/servicedesk/bestaat-niet'],
    ['jansen', '/dashboard/bestaat-niet'],
    ['jansen', '/mijn'],
    ['jansen', '/bestaat-niet'],
  ])('is 404 as a whole page in the frame, for %s at %s', async (person, address) => {
    await expectProblem(person, address, 404, true)
  })

  it.each([
    '/geen-toegang/anders',
    '/bestaat-niet',
    '/bestaat/helemaal/niet?x=1',
    '/%E0%A4%A',
    '/_next/bestaat-niet',
    '/_global-error',
    '/_not-found',
    '/_error',
    '/favicon.ico',
  ])('is 404 as a whole page for who is not logged in, at %s', async (address) => {
    await expectProblem('niemand', address, 404, false)
  })

  it('is the same page for what belongs to another gemeente', async () => {
    await expectProblem('peters', `/producten/iwmo/berichten/${ids.berichtId}`, 404, true)
    const [foreign] = await portal.database.query<{ id: string }>(
      "SELECT m.id FROM member m JOIN organisation o ON o.id = m.organisation_id WHERE o.gemeente_code = '9902' LIMIT 1",
    )
    await expectProblem('beheer', `/beheer/gebruikers/${foreign?.id}`, 404, true)
  })

  it('is a short answer for a file of the build', async () => {
    const answer = await as('niemand').ask('/_next/static/chunks/bestaat-niet.js')
    expect([answer.status, answer.text]).toEqual([404, 'Not Found'])
  })
})

describe('what somebody may not see', () => {
  it.each<[Person, string]>([
    ['jansen', '/beheer/gebruikers'],
    ['jansen', '/producten/iwmo/instellingen'],
    ['smit', '/producten/iwmo/berichten'],
    ['beheer', '/servicedesk/gemeenten'],
  ])('is 403 as a whole page in the frame, logged once, for %s at %s', async (person, address) => {
    const before = await refusals()
    await expectProblem(person, address, 403, true)
    expect((await refusals()) - before).toBe(2)
  })
})

async function refusals(): Promise<number> {
  const [row] = await portal.database.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM audit_event WHERE event = 'access.refused'",
  )
  return row?.count ?? 0
}

/** Runs with a table out of reach of the portal. */
async function without(table: string, work: () => Promise<void>): Promise<void> {
  await portal.database.query(`ALTER TABLE ${table} RENAME TO weggezet`)
  try {
    await work()
  } finally {
    await portal.database.query(`ALTER TABLE weggezet RENAME TO ${table}`)
  }
}

function expectBroken(answer: Answer, language: 'nl' | 'en' = 'nl'): void {
  const page = wholePage(answer)
  const requestId = answer.headers.get('x-request-id') ?? ''
  expect([answer.status, page.heading, page.faults]).toEqual([500, TITLES[language][500], []])
  expect(page.title).toBe(`${TITLES[language][500]} · Portaal Zorg`)
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
  expect(page.shown).toContain(requestId)
  expect(page.shown).toMatch(/href="tel:/)
  for (const leak of ['weggezet', 'prisma', 'relation', 'node_modules', 'at ignore', '<script'])
    expect(answer.text.toLowerCase()).not.toContain(leak)
}

// A portal that breaks says so, with the reference that is in the log, and never why: messages and stacks tell attackers.
describe('what breaks', () => {
  it('in a page is 500 as a whole page with its reference, in the language of the visitor', async () => {
    await without('bericht', async () => {
      expectBroken(await as('jansen').ask('/producten/iwmo/berichten'))
      const english = as('jansen').copy()
      await english.ask('/help?taal=en')
      expectBroken(await english.ask('/producten/iwmo/berichten'), 'en')
    })
    expect((await as('jansen').ask('/producten/iwmo/berichten')).status).toBe(200)
  })

  it('before any page is 500 as a whole page, and as problem+json for software', async () => {
    await without('session', async () => {
      for (const address of ['/dashboard', '/servicedesk/gemeenten', '/mijn/sessies'])
        expectBroken(await as('jansen').ask(address))
      const call = await as('jansen').ask('/api/berichten/iwmo')
      expect([call.status, JSON.parse(call.text)]).toEqual([
        500,
        expect.objectContaining({ code: 'ONVERWACHT', requestId: call.headers.get('x-request-id') }),
      ])
    })
  })

  // Product chapter 7 (surprises carry a reference): whoever calls names the reference on the page, and the servicedesk finds what happened, not what was in it.
  it('is found by the servicedesk under the reference of its page', async () => {
    const broken: Answer[] = []
    await without('bericht', async () => {
      broken.push(await as('jansen').ask('/producten/iwmo/berichten'), await as('jansen').ask('/api/berichten/iwmo'))
    })
    for (const { status, headers } of broken) {
      const reference = headers.get('x-request-id')
      expect(status).toBe(500)
      const found = await as('desk').ask(`/servicedesk/zoeken?referentie=${reference}`)
      expect(found.text).toContain('Een pagina of handeling werkte niet door een storing')
      const rows = await portal.database.query(
        "SELECT details FROM audit_event WHERE event = 'request.broken' AND request_id = $1",
        [reference],
      )
      expect(JSON.stringify(rows)).not.toMatch(/weggezet|relation/)
      expect(rows).toHaveLength(1)
    }
  })

  it('in a form sent without script is 500 with its reference: the page with what was typed, or a page of its own', async () => {
    const smit = as('smit')
    const address = '/producten/iwmo/instellingen'
    const [form] = actionForms(await smit.ask(address))
    if (!form) throw new Error('no form')
    const own = Object.fromEntries(form.fields.filter(([name]) => !name.startsWith('$')))
    const post = () =>
      smit.ask(address, {
        method: 'POST',
        body: filledIn(form, { ...own, notificationAddresses: 'wmo@voorbeeldstad.example', retention: 'TWEE_MAANDEN' }),
      })
    await portal.database.query('REVOKE INSERT ON audit_event FROM portaal_app')
    const kept = await post()
    await portal.database.query('GRANT INSERT ON audit_event TO portaal_app')
    const page = wholePage(kept)
    expect([kept.status, page.faults, page.isFramed]).toEqual([500, [], true])
    expect(page.title).toMatch(/^Fout: Instellingen iWmo/)
    expect(page.shown).toContain(kept.headers.get('x-request-id'))
    expect(page.shown).toContain('wmo@voorbeeldstad.example')

    await without('product_settings', async () => expectBroken(await post()))
    await without('session', async () => expectBroken(await post()))
  })
})
