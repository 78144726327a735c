import { readAnswer } from '#/lib/chain/soap/read-answer.ts'
import { SOAP_ACTIONS } from '#/lib/chain/soap/soap-names.ts'
import type { EnvelopeKind } from '#/lib/envelope/namespaces.ts'
import { writeFault } from '#/lib/envelope/wrap-envelope.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import type { DemoCertificate } from '#/simulators/keten/certificates.ts'
import { faultAbout } from '#/simulators/keten/stories.ts'
import { accepted, contentFolder, deliver } from '#/tests/support/berichten/deliveries.ts'
import { codeOf, envelopeOf, inSoap, nextReference, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
const service = testSoapService(database, testChain())
let gemeente: GivenGemeente

beforeAll(async () => {
  gemeente = await givenGemeente(database, { code: '9901' })
})

describe('the chain', () => {
  it('brings a bericht that is there at once, and gets a Bv03 that names its envelope', async () => {
    const { text, referentienummer } = await envelopeOf('WMO305')
    const answer = await service.post('vecozo', text)
    expect([answer.status, readAnswer(answer.text)]).toEqual([
      200,
      { kind: 'received', crossRefnummer: referentienummer },
    ])
    expect(await service.rowsWith(referentienummer)).toMatchObject([{ status: 'BESCHIKBAAR', direction: 'ONTVANGEN' }])
  })

  // Guards "idempotent by referentienummer", also when it comes many times at once.
  it('adds nothing when the same comes again, ten times in parallel', async () => {
    const { text, referentienummer } = await envelopeOf('WMO305')
    const answers = await Promise.all(Array.from({ length: 10 }, () => service.post('vecozo', text)))
    expect(answers.map(codeOf)).toEqual(Array.from({ length: 10 }, () => 'received'))
    expect(await service.rowsWith(referentienummer)).toHaveLength(1)
    const other = await envelopeOf('WMO307', { referentienummer })
    expect(codeOf(await service.post('vecozo', other.text))).toBe('IB016')
  })

  it('answers what was delivered: with a retourbericht, and with a Fo01', async () => {
    const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    const file = (identificatie: string) => makeBericht('WMO301', { gemeenteCode: '9901', identificatie })
    const [answered, refused] = [
      accepted(await deliver(actor, file('H-1'))),
      accepted(await deliver(actor, file('H-2'))),
    ]
    const { text } = await envelopeOf(
      'WMO302',
      { crossRefnummer: answered.referentienummer ?? '' },
      { heenIdentificatie: 'H-1', heenDagtekening: answered.dagtekening ?? '' },
    )
    expect(codeOf(await service.post('vecozo', text))).toBe('received')
    const fault = {
      ...faultAbout(
        { referentienummer: refused.referentienummer, zender: { organisatie: '9901' } } as never,
        'IB010',
        'x',
      ),
      ontvanger: { organisatie: '9901' },
    }
    expect(codeOf(await service.post('vecozo', writeFault(fault).toString()))).toBe('received')
    const statuses = await database.query<{ status: string }>(
      'SELECT status FROM bericht WHERE id = ANY($1) ORDER BY identificatie',
      [[answered.id, refused.id]],
    )
    expect(statuses.map(({ status }) => status)).toEqual(['BEANTWOORD', 'KETENFOUT'])
  })

  // Guards "nobody answers for another": who sent it stands on the envelope, and only VECOZO may answer for a provider there.
  it('settles nothing with a retourbericht in an envelope of another than it says itself', async () => {
    const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    const file = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: 'H-3' })
    const sent = accepted(await deliver(actor, file))
    const statusAfter = async (zender: string, functie = 'WMO302') => {
      const crossRefnummer = sent.referentienummer ?? ''
      const about = { heenIdentificatie: 'H-3', heenDagtekening: sent.dagtekening ?? '' }
      const { text, referentienummer } = await envelopeOf('WMO302', { crossRefnummer, zender }, about)
      expect(codeOf(await service.post('vecozo', text.replace('>WMO302<', `>${functie}<`)))).toBe('received')
      const [{ id } = { id: '' }] = await service.rowsWith(referentienummer)
      const [kept] = await database.query<{ status: string; links: string }>(
        `SELECT status, (SELECT count(*) FROM bericht_link WHERE from_id = $2) AS links FROM bericht WHERE id = $1`,
        [sent.id, id],
      )
      return [kept?.status, Number(kept?.links)]
    }
    const standing = ['IN_WACHTRIJ', 0]
    expect(await statusAfter('99990002')).toEqual(standing)
    expect(await statusAfter('CAK')).toEqual(standing)
    // An envelope that says that something else is in it says nothing of who sent that.
    expect(await statusAfter('99990002', 'WMO320')).toEqual(standing)
    expect(await statusAfter('VECOZO')).toEqual(['BEANTWOORD', 1])
  })

  it('ties no answer that came before under the name of another', async () => {
    const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    const about = { heenIdentificatie: 'H-4', heenDagtekening: '2026-02-02' }
    const early = await envelopeOf('WMO302', { crossRefnummer: nextReference(), zender: '99990002' }, about)
    expect(codeOf(await service.post('vecozo', early.text))).toBe('received')
    const file = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: 'H-4', dagtekening: '2026-02-02' })
    const { id } = accepted(await deliver(actor, file))
    expect(await database.query('SELECT FROM bericht_link WHERE to_id = $1', [id])).toEqual([])
  })

  // Guards "who refuses is known": by certificate, by name, and by whom the bericht went to.
  it.each<[string, DemoCertificate, string, string, string]>([
    ['the CAK as VECOZO', 'cak', 'VECOZO', 'IB002', 'IN_WACHTRIJ'],
    ['the CAK as a gemeente', 'cak', '0363', 'IB002', 'IN_WACHTRIJ'],
    ['the CAK about what went to a provider', 'cak', 'CAK', 'IB002', 'IN_WACHTRIJ'],
    ['a gemeente by VECOZO', 'vecozo', '0363', 'IB002', 'IN_WACHTRIJ'],
    ['somebody by VECOZO', 'vecozo', 'Piet de Vries', 'IB213', 'IN_WACHTRIJ'],
    ['another provider', 'vecozo', '99990002', 'IB002', 'IN_WACHTRIJ'],
    ['the provider that it went to', 'vecozo', '99990001', 'received', 'KETENFOUT'],
    ['the hub itself', 'vecozo', 'IB', 'received', 'KETENFOUT'],
    ['RINIS', 'vecozo', 'RINIS', 'received', 'KETENFOUT'],
  ])('hears a Fo01 only of whom it can be of: %s', async (_what, as, organisatie, code, status) => {
    const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
    const identificatie = `F-${nextReference().slice(-6)}`
    const sent = accepted(await deliver(actor, makeBericht('WMO301', { gemeenteCode: '9901', identificatie })))
    const about = { referentienummer: sent.referentienummer, zender: { organisatie: '9901' } }
    const fault = {
      ...faultAbout(about as never, 'IB010', 'onbekend'),
      zender: { organisatie, applicatie: 'Ergens', administratie: null },
    }
    expect(codeOf(await service.post(as, writeFault(fault).toString()))).toBe(code)
    expect(await database.query('SELECT status FROM bericht WHERE id = $1', [sent.id])).toEqual([{ status }])
  })

  it('brings nothing of providers with the certificate of the CAK', async () => {
    const { text } = await envelopeOf('WMO305', { zender: 'CAK' })
    expect(codeOf(await service.post('cak', text))).toBe('IB234')
  })

  // Guards issue "inbound": each refusal has the code of the lists, and nothing of it is kept.
  it.each<[string, string, () => Promise<string>]>([
    ['an unknown receiver', 'IB210', async () => (await envelopeOf('WMO305', { ontvanger: '0363' })).text],
    [
      'a receiver that is not connected',
      'IB210',
      async () => {
        const gone = await givenGemeente(database, { agreements: ['AANSLUITING'] })
        return (await envelopeOf('WMO305', { ontvanger: gone.code })).text
      },
    ],
    ['a gemeente as sender', 'IB002', async () => (await envelopeOf('WMO305', { zender: '9901' })).text],
    [
      'a functie that does not exist',
      'IB004',
      async () => (await envelopeOf('WMO305')).text.replace('WMO305', 'WMO399'),
    ],
    [
      'a functie that a gemeente sends',
      'IB234',
      async () => (await envelopeOf('WMO301', { zender: '99990001', ontvanger: '9901' })).text,
    ],
    [
      'a functie of the other envelope',
      'IB240',
      async () => (await envelopeOf('WMO305')).text.replace('>WMO305<', '>WMO302<'),
    ],
    [
      'a referentienummer that is no UUID',
      'IB009',
      async () => {
        const { text, referentienummer } = await envelopeOf('WMO305')
        return text.replace(referentienummer, '12345')
      },
    ],
    [
      'an envelope that its schema refuses',
      'IB001',
      async () => (await envelopeOf('WMO305')).text.replace('<GGK:parameters>', '<GGK:parameters><GGK:extra/>'),
    ],
    [
      'an element in another namespace',
      'IB001',
      async () => (await envelopeOf('WMO305')).text.replaceAll('GGK:parameters', 'StUF:parameters'),
    ],
    [
      'two envelopes in one body',
      'IB001',
      async () => {
        const { text } = await envelopeOf('WMO305')
        return text + text.replace(/^<\?xml[^>]*\?>\s*/, '')
      },
    ],
    ['two bodies', 'IB001', async () => `${(await envelopeOf('WMO305')).text}</soap:Body><soap:Body>`],
    ['no content', 'IB001', async () => (await envelopeOf('WMO305')).text.replace(/(<GGK:xmlBestand>)[^<]*/, '$1')],
    [
      'content that is no base64',
      'IB001',
      async () => (await envelopeOf('WMO305')).text.replace(/(<GGK:xmlBestand>)/, '$1!!!'),
    ],
    [
      'a frozen berichtsoort',
      'IB103',
      async () => {
        setSettings({ ...settings(), blockedFuncties: ['WMO307'] })
        return (await envelopeOf('WMO307')).text
      },
    ],
  ])('is refused with %s: %s', async (_what, code, make) => {
    const before = await database.query('SELECT count(*) FROM bericht')
    const answer = await service.post('vecozo', await make())
    expect([answer.status, codeOf(answer)]).toEqual([500, code])
    expect(await database.query('SELECT count(*) FROM bericht')).toEqual(before)
  })

  it('is refused with what is too big, by its length and by counting', async () => {
    const huge = Buffer.alloc(26_400_000, 0x20)
    const announced = await service.send(service.pemOf('vecozo'), huge)
    expect(codeOf(announced)).toBe('IB007')
    const { text } = await envelopeOf('WMO305')
    const padded = inSoap(text.replace('<GGK:xmlBestand>', `<GGK:xmlBestand>${' '.repeat(26_400_000)}`))
    const counted = await service.send(service.pemOf('vecozo'), padded, { headers: { 'Transfer-Encoding': 'chunked' } })
    expect(codeOf(counted)).toBe('IB007')
  })

  it.each<[string, number, Record<string, string>]>([
    ['SOAP 1.2', 415, { 'Content-Type': 'application/soap+xml' }],
    ['an attachment (MTOM)', 415, { 'Content-Type': 'multipart/related; type="application/xop+xml"; boundary=x' }],
    ['compression', 415, { 'Content-Encoding': 'gzip' }],
    ['another SOAPAction', 500, { SOAPAction: '"urn:iets-anders"' }],
    ['the SOAPAction of another operation', 500, { SOAPAction: `"${SOAP_ACTIONS.Du01}"` }],
  ])('is refused with %s', async (_what, status, headers) => {
    const answer = await service.post('vecozo', (await envelopeOf('WMO305')).text, { headers })
    expect([answer.status, codeOf(answer)]).toEqual([status, 'StUF001'])
  })

  it.each<[string, EnvelopeKind | null]>([
    ['with its SOAPAction', 'Di01'],
    ['with an empty one', null],
  ])('is heard %s', async (_what, kind) => {
    const headers = { SOAPAction: kind === null ? '""' : `"${SOAP_ACTIONS[kind]}"` }
    expect(codeOf(await service.post('vecozo', (await envelopeOf('WMO305')).text, { headers }))).toBe('received')
  })

  // Guards issue "test environment" (BRS18, IB015): in either direction nobody real gets in.
  it('brings nobody real to the test environment, and nobody there delivers somebody real', async () => {
    const was = settings()
    setSettings({ ...was, omgeving: 'test' })
    try {
      const real = { values: { Bsn: '900000016' } }
      const refused = await service.post('vecozo', (await envelopeOf('WMO305', {}, real)).text)
      expect([refused.status, codeOf(refused)]).toEqual([500, 'IB015'])
      expect(codeOf(await service.post('vecozo', (await envelopeOf('WMO305')).text))).toBe('received')
      const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
      const file = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: 'ECHT-1', ...real })
      expect(await deliver(actor, file)).toMatchObject({ kind: 'rejected', bericht: { findings: [{ code: 'BRS18' }] } })
    } finally {
      setSettings(was)
    }
    const { text } = await envelopeOf('WMO305', {}, { values: { Bsn: '900000016' } })
    expect(codeOf(await service.post('vecozo', text))).toBe('received')
  })

  // Guards "durable before Bv03": what could not be written was not received, and comes again.
  it('gets no Bv03 for what could not be written, and can send it again', async () => {
    const { text, referentienummer } = await envelopeOf('WMO305')
    await database.query('ALTER TABLE audit_event ADD CONSTRAINT broken CHECK (false) NOT VALID')
    const answer = await service
      .post('vecozo', text)
      .finally(() => database.query('ALTER TABLE audit_event DROP CONSTRAINT broken'))
    expect([answer.status, codeOf(answer)]).toEqual([500, 'StUF058'])
    expect(await service.rowsWith(referentienummer)).toEqual([])
    expect(codeOf(await service.post('vecozo', text))).toBe('received')
  })
})
