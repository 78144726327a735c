import { bsnsOf } from '#/lib/istandaarden/reading/read-bsns.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { browserOf, formAt } from '#/tests/support/replays/replay.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const portal = testPortal()
const LIST = '/producten/iwmo/berichten'

async function visitorWithOne() {
  const gemeente = await givenGemeente(portal.database)
  const { actor } = await givenMember(portal.database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
  const visitor = await browserOf(portal, actor)
  const bytes = makeBericht('WMO301', { gemeenteCode: gemeente.code, identificatie: 'ZOEK-H1' })
  const delivered = await visitor.ask('/api/berichten/iwmo', {
    method: 'POST',
    headers: { 'content-type': 'application/xml', 'x-bestandsnaam': 'zoek.xml' },
    body: new Uint8Array(bytes),
  })
  expect(delivered.status).toBe(201)
  const [bsn = ''] = bsnsOf(bytes.toString('utf8'))
  return { visitor, gemeente, bsn }
}

// Guards issue item 6 at the addresses themselves, without script: the Bsn goes in the body of the POST and stays there.
describe('the search by Bsn on the page', () => {
  it('leads to what it found, by an address that says nothing and is stored nowhere', async () => {
    const { visitor, bsn } = await visitorWithOne()
    const sending = await formAt(visitor, `${LIST}/zoeken?soort=WMO301`, 'searchClientAction', { bsn })
    const answer = await sending.send()
    expect(answer.status).toBe(303)
    const location = answer.headers.get('location') ?? ''
    expect(location).toMatch(/\/producten\/iwmo\/berichten\?soort=WMO301&client=[\w-]+$/)
    expect(location).not.toContain(bsn)
    const { pathname, search } = new URL(location, portal.url)
    const page = await visitor.ask(pathname + search)
    expect(page.text).toContain('ZOEK-H1')
    expect(page.text).toContain('Gezocht op bsn')
    expect(page.text).not.toContain(bsn)
    expect(page.headers.get('cache-control')).toContain('no-store')
    expect(page.headers.get('referrer-policy')).toMatch(/no-referrer|same-origin/)
    const csv = await visitor.ask(`/api/berichten/iwmo/export${search}`)
    expect(csv.text).toContain('ZOEK-H1')
    expect(csv.text).not.toContain(bsn)
  })

  it('says what is wrong with a number, and leads to no list', async () => {
    const { visitor } = await visitorWithOne()
    const wrong = async (bsn: string) => (await formAt(visitor, `${LIST}/zoeken`, 'searchClientAction', { bsn })).send()
    const short = await wrong('1234')
    expect([short.status, short.text.includes('Vul een BSN van 9 cijfers in.')]).toEqual([200, true])
    expect((await wrong('123456789')).text).toContain('Dit BSN bestaat niet. Controleer de cijfers.')
  })

  it('shows no list in the place of an answer when the search is over or forged', async () => {
    const { visitor } = await visitorWithOne()
    const answer = await visitor.ask(`${LIST}?client=AAAA`)
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toContain(`${LIST}?zoeken=verlopen`)
    const page = await visitor.ask(`${LIST}?zoeken=verlopen`)
    expect(page.text).toContain('Uw zoekopdracht op BSN is niet meer geldig')
    expect((await visitor.ask('/api/berichten/iwmo/export?client=AAAA')).status).toBe(400)
  })
})
