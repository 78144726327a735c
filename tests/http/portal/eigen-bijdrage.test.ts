import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'
import { wholePage } from '#/tests/support/whole-page.ts'
import { givenGemeente, givenMember, givenSession } from '#/tests/support/world.ts'

const portal = testPortal()
const CODE = '9472'
const PAGE = '/producten/iwmo/eigen-bijdrage'
let user: Visitor
let keeper: Visitor

beforeAll(async () => {
  const gemeente = await givenGemeente(portal.database, { name: 'Bijdragedam', code: CODE })
  const visitorWith = async (roles: NonNullable<Parameters<typeof givenMember>[2]>['roles']) => {
    const { actor } = await givenMember(portal.database, gemeente, { roles: roles ?? {} })
    return new Visitor(portal).holding((await givenSession(portal.database, actor)).token)
  }
  user = await visitorWith({ iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' })
  keeper = await visitorWith({ iwmo: 'PRODUCTBEHEERDER', ijw: 'GEBRUIKER' })
})

type Delivered = {
  id: string
  berichtsoort: string
  status: string
  afzender: string
  ontvanger: string
  vormen: string[]
  code: string
  referentienummer: string
}

let number = 0
const newFile = () => makeEigenBijdrage('WMO405', `http-${++number}`, '2026-02-02')
const answerOf = (text: string) => JSON.parse(text) as Delivered
const deliver = (body: Buffer, headers: Record<string, string> = {}, product = 'iwmo') =>
  user.ask(`/api/berichten/${product}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', ...headers },
    body: new Uint8Array(body),
  })

describe('a bare file about the eigen bijdrage', () => {
  it('is taken in as what its sender says that it is', async () => {
    const answer = await deliver(newFile(), { 'x-berichtsoort': 'WMO405' })
    expect(answer.status).toBe(201)
    expect(answerOf(answer.text)).toMatchObject({
      berichtsoort: 'WMO405',
      afzender: CODE,
      ontvanger: 'CAK',
      vormen: ['bericht', 'envelop'],
    })
  })

  it.each<[string, string, Record<string, string>, number, string]>([
    ['a kind that a gemeente does not send', 'iwmo', { 'x-berichtsoort': 'WMO406' }, 400, 'BERICHTSOORT'],
    ['a kind that says itself what it is', 'iwmo', { 'x-berichtsoort': 'WMO301' }, 400, 'BERICHTSOORT'],
    ['no kind', 'iwmo', {}, 422, 'AFGEKEURD'],
    ['a kind of another product', 'ijw', { 'x-berichtsoort': 'WMO405' }, 422, 'AFGEKEURD'],
  ])('is refused with %s', async (_what, product, headers, status, code) => {
    const answer = await deliver(newFile(), headers, product)
    expect([answer.status, answerOf(answer.text).code]).toEqual([status, code])
  })

  // Without script the choice is a field before the files.
  it('is what the form of the page says before it', async () => {
    const form = new FormData()
    form.append('soort', 'WMO407')
    form.append('bestanden', new Blob([new Uint8Array(newFile())]), 'beschermd-wonen.xml')
    const answer = await user.ask('/api/berichten/iwmo/formulier', { method: 'POST', body: form })
    expect(answer.status).toBe(303)
    const result = wholePage(await user.ask(answer.location ?? ''))
    expect(result.shown).toContain('beschermd-wonen.xml')
    expect(result.shown).toContain('Aangenomen')
    const { shown } = wholePage(await user.ask(PAGE))
    expect(shown).toContain('WMO407 Beschermd wonen')
    expect(shown).toContain('beschermd-wonen.xml')
  })

  it('that comes in parts is what is said when it is whole', async () => {
    const file = newFile()
    const encoded = (text: string) => Buffer.from(text).toString('base64')
    const begun = await user.ask('/api/berichten/iwmo/uploads', {
      method: 'POST',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(file.length),
        'content-type': 'application/offset+octet-stream',
        'upload-metadata': `filetype ${encoded('application/xml')},key ${encoded('delen-1')},filename ${encoded('delen.xml')}`,
      },
      body: new Uint8Array(file),
    })
    expect(begun.status).toBe(201)
    const finish = (soort: string) =>
      user.ask(`${begun.location}/aanleveren`, { method: 'POST', headers: { 'x-berichtsoort': soort } })
    expect((await finish('WMO999')).status).toBe(400)
    const done = await finish('WMO405')
    expect([done.status, answerOf(done.text).berichtsoort]).toEqual([201, 'WMO405'])
  })
})

describe('the tab Eigen bijdrage', () => {
  it('says what is checked and what is not', async () => {
    const page = wholePage(await user.ask(PAGE))
    expect(page.faults).toEqual([])
    expect(page.heading).toBe('Eigen bijdrage')
    for (const said of [
      'Dit controleert het portaal wel',
      'Dit controleert het portaal niet',
      'Het portaal leest de inhoud niet.',
      'functieVersie 0004',
    ])
      expect(page.shown).toContain(said)
  })

  it('shows what goes and what comes back, and the pages of a bericht do not show what stands in it', async () => {
    const heen = answerOf((await deliver(newFile(), { 'x-berichtsoort': 'WMO405' })).text)
    const content = makeEigenBijdrage('WMO406', 'geheim-in-de-inhoud', '2026-02-02')
    const backId = await portal.receive(
      CODE,
      'iwmo',
      await makeEnvelope('WMO406', content, {
        gemeenteCode: CODE,
        referentienummer: '4f0c7d52-0000-4000-8000-0000000000a1',
        crossRefnummer: heen.referentienummer,
      }),
    )
    const list = wholePage(await user.ask(`${PAGE}?toon=ophalen`)).shown
    expect(list).toContain('WMO406 Retour eigen bijdrage')
    expect(list).not.toContain('WMO405 Eigen bijdrage')
    const at = `/producten/iwmo/berichten/${backId}`
    const detail = wholePage(await user.ask(at)).shown
    expect(detail).toContain('Alleen de envelop en de vorm van het bestand zijn gecontroleerd')
    expect(detail).toContain(`/producten/iwmo/berichten/${heen.id}`)
    expect(wholePage(await user.ask(`/producten/iwmo/berichten/${heen.id}`)).shown).toContain('WMO406 ontvangen op')
    for (const part of ['inhoud', 'xml', 'beantwoorden']) {
      const page = await user.ask(`${at}/${part}`)
      expect([part, page.status, page.text.includes('niet openbaar')]).toEqual([part, 200, true])
      expect(page.text).not.toContain('geheim-in-de-inhoud')
    }
    const fetched = await user.ask(`/api/berichten/iwmo/${backId}/inhoud`)
    expect([fetched.status, fetched.text]).toEqual([200, content.toString()])
    expect((await user.ask(`/api/berichten/iwmo/${backId}/inhoud?vorm=envelop`)).text).toContain(
      '<StUF:organisatie>CAK',
    )
  })

  it('has its berichten among all of iWmo as well, by kind', async () => {
    const { text } = await user.ask('/api/berichten/iwmo?soort=WMO405')
    const { items } = JSON.parse(text) as { items: Delivered[] }
    expect(items.length).toBeGreaterThan(0)
    expect(new Set(items.map(({ berichtsoort }) => berichtsoort))).toEqual(new Set(['WMO405']))
  })

  it('is there for iWmo only, and for who uses it', async () => {
    expect((await user.ask('/producten/ijw/eigen-bijdrage')).status).toBe(404)
    expect((await keeper.ask(PAGE)).status).toBe(403)
    expect((await keeper.ask('/producten/ijw/berichten')).text).not.toContain(PAGE)
    expect((await user.ask('/producten/iwmo/berichten')).text).toContain(PAGE)
  })
})
