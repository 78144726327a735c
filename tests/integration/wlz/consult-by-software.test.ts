import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { FAULTS, FIELD_FAULTS, REFUSALS } from '#/lib/wlz/software/problems.ts'
import { testBsn } from '#/simulators/berichten/test-values.ts'
import { certify, type DemoCertificate, makeAuthority, pemOf, revocationList } from '#/simulators/keten/certificates.ts'
import { type JsonAnswer as Answer, type Sending, sendJson } from '#/tests/support/chain/send-json.ts'
import { codeOf, envelopeOf, inSoap, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testRegister } from '#/tests/support/chain/test-register.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente } from '#/tests/support/world.ts'

const database = testDatabase()
const chain = testChain()
const service = testSoapService(database, chain)
const register = testRegister(chain)
const PRODUCT = 'wlz-registertoets'
const PATH = '/wlz-registertoets/v1/raadplegingen'
let gemeente: GivenGemeente

type Problem = { code: string; requestId: string; errors?: { veld: string; code: string }[] }

/** Sends a body as whoever has a certificate, by default the software of the gemeente. */
const send = (body: string | Buffer, { as = service.pemOf('voorbeeldstad'), ...sending }: Sending = {}) =>
  sendJson(body, { as, path: PATH, to: service.url, authority: service.authority(), ...sending })
const QUESTION = { bsn: testBsn(1), peildatum: '2026-02-02', grond: 'wmo-aanvraag', namens: 'MDW-4411' }
const ask = (changes: object = {}, sending?: Sending) => send(JSON.stringify({ ...QUESTION, ...changes }), sending)
const codeIn = ({ text }: Answer) => (JSON.parse(text) as Problem).code
const faultsIn = ({ text }: Answer) => (JSON.parse(text) as Problem).errors

async function registered(home: GivenGemeente, name: DemoCertificate, product = PRODUCT, channel = 'WEBSERVICE') {
  await service.register(home, service.fingerprintOf(name), product)
  if (product === PRODUCT)
    await database.query('UPDATE product_settings SET channel = $3 WHERE organisation_id = $1 AND product = $2', [
      home.id,
      product,
      channel,
    ])
}

beforeAll(async () => {
  gemeente = await givenGemeente(database, { code: '9901' })
  await registered(gemeente, 'voorbeeldstad')
})
beforeEach(async () => {
  stopClockAt('2026-02-02T10:00:00.000Z')
  await database.query('DELETE FROM rate_window')
})

describe('a question of the software of a gemeente', () => {
  // Guards issue "web service variant ... under the same permission and log": answered, and logged with whom it was for.
  it('is answered, and logged with on whose behalf, why and after whom, without the Bsn', async () => {
    const yes = await ask()
    expect([yes.status, JSON.parse(yes.text)]).toEqual([
      200,
      {
        indicatie: true,
        sinds: '2024-03-01',
        peildatum: '2026-02-02',
        beantwoordOp: '2026-02-02T10:00:00.000Z',
        requestId: yes.headers['x-request-id'],
      },
    ])
    expect(yes.headers['cache-control']).toBe('private, no-store')
    expect(JSON.parse((await ask({ peildatum: '2024-02-29' })).text)).toMatchObject({ indicatie: false })
    const rows = await database.query<Record<string, unknown>>(
      "SELECT * FROM audit_event WHERE event LIKE 'wlz.%' AND organisation_id = $1 ORDER BY seq",
      [gemeente.id],
    )
    expect(rows.map(({ event }) => event).toSorted()).toEqual([
      'wlz.answered',
      'wlz.answered',
      'wlz.asked',
      'wlz.asked',
    ])
    const asked = rows.find((row) => row.event === 'wlz.asked' && row.request_id === yes.headers['x-request-id'])
    expect(asked).toMatchObject({
      actor_kind: 'software',
      basis: 'software wlz-registertoets',
      subject_kind: 'client',
      details: { grond: 'wmo-aanvraag', peildatum: '2026-02-02', namens: 'MDW-4411' },
    })
    expect(JSON.stringify(rows)).not.toContain(testBsn(1))
    expect(JSON.stringify(rows)).not.toContain('2024-03-01')
    expect(yes.text + JSON.stringify(yes.headers)).not.toContain(testBsn(1))
  })

  // Guards "never no when the answer is not known": a status and a code of its own, and no `indicatie`.
  it.each([
    ['is out of order', 'storing', 503, 'REGISTER_ONBEREIKBAAR'],
    ['breaks off', 'verbreek', 503, 'REGISTER_ONBEREIKBAAR'],
  ] as const)('has no answer when the register %s', async (_what, mode, status, code) => {
    register.state.mode = mode
    const answer = await ask()
    expect([answer.status, codeIn(answer), answer.headers['retry-after']]).toEqual([status, code, '60'])
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.text).not.toMatch(/indicatie"/)
    const [row] = (await auditRows(database, gemeente.id, 'wlz.answered')).slice(-1)
    expect(row).toMatchObject({ result: 'error', reason_code: 'unreachable' })
  })

  // The ten seconds of the issue, by the real clock.
  it('has no answer, and another status, when the register does not answer in time', async () => {
    register.state.mode = 'traag'
    const answer = await ask()
    expect([answer.status, codeIn(answer)]).toEqual([504, 'REGISTER_TE_LAAT'])
  }, 20_000)

  it('is not put any more when five were not answered, nor where there is no register', async () => {
    register.state.mode = 'storing'
    for (let count = 0; count < 5; count++) await ask()
    register.state.mode = 'normaal'
    const paused = await ask()
    expect([paused.status, codeIn(paused), paused.headers['retry-after']]).toEqual([503, 'REGISTER_GEPAUZEERD', '30'])
    expect(register.questions).toBe(5)
    setSettings({ ...settings(), ciz: null })
    stopClockAt('2026-02-02T10:01:00.000Z')
    expect(codeIn(await ask())).toBe('REGISTER_NIET_AANGESLOTEN')
  })

  // Guards "limits per user and hour, alert on unusual numbers", for the person that software asks for and for all of it.
  it('is refused after sixty for one person; the others go on, and thirty are told once', async () => {
    register.state.mode = 'storing'
    let last = await ask()
    for (let count = 1; count < 61; count++) last = await ask()
    expect([last.status, codeIn(last), last.headers['retry-after']]).toEqual([429, 'TE_VEEL_VRAGEN', '3600'])
    expect((await ask({ namens: 'MDW-0002' })).status).toBe(503)
    const mails = await database.query(
      "SELECT FROM pgboss.job WHERE name = 'notifications.send-mail' AND data::text LIKE '%wlz-unusual%'",
    )
    expect(mails).toHaveLength(1)
    const everything = JSON.stringify(await database.query('SELECT * FROM rate_window'))
    expect(everything).not.toContain('MDW-4411')
  })

  it('is refused after six hundred for the gemeente', async () => {
    await ask()
    await database.query("UPDATE rate_window SET count = 600 WHERE key LIKE 'wlz-software:%'")
    const answer = await ask({ namens: 'MDW-0003' })
    expect([answer.status, codeIn(answer)]).toEqual([429, 'TE_VEEL_VRAGEN'])
    expect(answer.headers['retry-after']).toBe('3600')
  })
})

describe('whoever asks', () => {
  const outcome = async (answer: Promise<Answer>) =>
    answer.then(
      ({ status }) => status,
      () => 'no answer',
    )

  // Guards issue "bad input": certificates. None, one of another authority, one that was taken back: not even a request.
  it('does not get through the handshake without a sound certificate', async () => {
    const other = await makeAuthority('Andere CA')
    const [good, revoked] = [await certify(other, { name: 'goed' }), await certify(other, { name: 'terug' })]
    expect(await outcome(ask({}, { as: { cert: '', key: '' } }))).toBe('no answer')
    expect(await outcome(ask({}, { as: await pemOf(good) }))).toBe('no answer')
    const folder = mkdtempSync(join(tmpdir(), 'portaal-andere-ca-'))
    const [caFile, crlFile] = [join(folder, 'other-ca.pem'), join(folder, 'other-crl.pem')]
    writeFileSync(caFile, other.certificate.toString('pem'))
    writeFileSync(crlFile, await revocationList(other, [revoked]))
    await service.whileServing({ caFile, crlFile }, async (to) => {
      expect(await outcome(ask({}, { to, as: await pemOf(revoked) }))).toBe('no answer')
      expect(await outcome(ask({}, { to, as: await pemOf(good) }))).toBe(403)
    })
    rmSync(folder, { recursive: true })
  })

  it('is a stranger with a certificate of nobody, or of the chain', async () => {
    for (const name of ['modelwijk', 'vecozo'] as const) {
      const answer = await ask({}, { as: service.pemOf(name) })
      expect([answer.status, codeIn(answer)]).toEqual([403, 'CERTIFICAAT_ONBEKEND'])
    }
    expect(register.questions).toBe(0)
  })

  it('may not with a certificate of another product, nor before the gemeente chose for its software; the log says so', async () => {
    const home = await givenGemeente(database)
    await registered(home, 'modelwijk', 'iwmo')
    const as = service.pemOf('modelwijk')
    const answer = await ask({}, { as })
    expect([answer.status, codeIn(answer)]).toEqual([403, 'NIET_AANGEZET'])
    await registered(home, 'modelwijk', PRODUCT, 'PORTAAL')
    expect(codeIn(await ask({}, { as }))).toBe('NIET_AANGEZET')
    expect(await auditRows(database, home.id, 'access.refused')).toMatchObject([
      { reason_code: 'wlz.consult-by-software:wlz-registertoets' },
      { reason_code: 'wlz.consult-by-software:wlz-registertoets' },
    ])
    expect(register.questions).toBe(0)
    await database.query(
      "UPDATE product_settings SET channel = 'WEBSERVICE' WHERE organisation_id = $1 AND product = $2",
      [home.id, PRODUCT],
    )
    expect((await ask({}, { as })).status).toBe(200)
    expect(await auditRows(database, home.id, 'wlz.asked')).toHaveLength(1)
  })

  it('is a stranger once an agreement of its gemeente is withdrawn', async () => {
    const home = await givenGemeente(database)
    await registered(home, 'cak')
    await database.query('UPDATE agreement SET withdrawn_at = now() WHERE organisation_id = $1', [home.id])
    expect((await ask({}, { as: service.pemOf('cak') })).status).toBe(403)
  })

  it('delivers no berichten with a certificate that was registered for the Wlz-Registertoets only', async () => {
    const { text } = await envelopeOf('WMO301')
    const answer = await service.send(service.pemOf('voorbeeldstad'), inSoap(text))
    expect(codeOf(answer)).toBe('IB234')
  })
})

describe('a request that is no question', () => {
  // Guards issue "bad input all tested": each its own status and code, nothing asked, nothing logged, no Bsn repeated.
  it.each([
    ['malformed', '{"bsn":', {}, 400, 'ONLEESBAAR'],
    ['empty', '', {}, 400, 'ONLEESBAAR'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), {}, 400, 'ONLEESBAAR'],
    ['of another type', JSON.stringify(QUESTION), { headers: { 'Content-Type': 'text/xml' } }, 415, 'CONTENT_TYPE'],
    ['without a type', JSON.stringify(QUESTION), { headers: { 'Content-Type': '' } }, 415, 'CONTENT_TYPE'],
    [
      'in another encoding',
      JSON.stringify(QUESTION),
      { headers: { 'Content-Type': 'application/json; charset=utf-16' } },
      415,
      'CONTENT_TYPE',
    ],
    ['compressed', JSON.stringify(QUESTION), { headers: { 'Content-Encoding': 'gzip' } }, 415, 'CONTENT_ENCODING'],
    ['too large', JSON.stringify({ ...QUESTION, namens: 'x'.repeat(3_000) }), {}, 413, 'TE_GROOT'],
    ['at an unknown path', JSON.stringify(QUESTION), { path: `${PATH}/1` }, 404, 'NIET_GEVONDEN'],
    ['at the root', JSON.stringify(QUESTION), { path: '/wlz-registertoets' }, 404, 'NIET_GEVONDEN'],
  ] as const)('is refused when it is %s', async (_what, body, sending, status, code) => {
    const before = (await auditRows(database, gemeente.id)).length
    const answer = await send(body, sending)
    expect([answer.status, codeIn(answer)]).toEqual([status, code])
    expect(answer.text).not.toContain(testBsn(1))
    expect(register.questions).toBe(0)
    expect(await auditRows(database, gemeente.id)).toHaveLength(before)
  })

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('is refused by %s, with what is allowed', async (method) => {
    const answer = await send('', { method })
    expect([answer.status, codeIn(answer), answer.headers.allow]).toEqual([405, 'METHODE', 'POST'])
  })

  it('is refused when it turns out too large although it did not say so', async () => {
    const answer = await send(`{"bsn":"${' '.repeat(5_000)}"}`, { headers: { 'Transfer-Encoding': 'chunked' } })
    expect(answer.status).toBe(413)
  })

  it.each([
    ['bsn', { bsn: '12345678' }, 'FORM'],
    ['bsn', { bsn: 999990019 }, 'FORM'],
    ['bsn', { bsn: ' 999990019' }, 'FORM'],
    ['bsn', { bsn: '123456789' }, 'ELFPROEF'],
    ['bsn', { bsn: '000000000' }, 'ELFPROEF'],
    ['peildatum', { peildatum: '2026-02-30' }, 'DATUM'],
    ['peildatum', { peildatum: '2026-02-03' }, 'TOEKOMST'],
    ['grond', { grond: 'nieuwsgierig' }, 'GROND'],
    ['namens', { namens: undefined }, 'NAMENS'],
    ['namens', { namens: 'A. Jansen' }, 'NAMENS'],
    ['namens', { namens: 'ajansen' }, 'NAMENS'],
    ['namens', { namens: 'a.jansen1@gemeente.example' }, 'NAMENS'],
    ['namens', { namens: `m-${testBsn(1)}` }, 'NAMENS'],
    ['namens', { namens: `${testBsn(1).slice(0, 4)}.${testBsn(1).slice(4)}` }, 'NAMENS'],
    ['naam', { naam: 'x' }, 'ONBEKEND_VELD'],
    ['onbekend', { [testBsn(1)]: 'x' }, 'ONBEKEND_VELD'],
  ])('names %s of %j as wrong: %s', async (veld, changes, code) => {
    const answer = await ask(changes)
    expect([answer.status, codeIn(answer), faultsIn(answer)]).toEqual([422, 'ONGELDIGE_VRAAG', [{ veld, code }]])
    expect(answer.text).not.toContain(testBsn(1))
    expect(register.questions).toBe(0)
  })

  it.each(['[]', '"999990019"', 'null', '7'])('is refused when it is %s', async (body) => {
    const answer = await send(body)
    expect([answer.status, faultsIn(answer)]).toEqual([422, [{ veld: '', code: 'FORM' }]])
  })

  it('is refused in the test environment when it is about somebody real (BRS18)', async () => {
    const demo = settings()
    setSettings({ ...demo, omgeving: 'test' })
    const real = await ask({ bsn: '111222333' })
    const invented = await ask()
    setSettings(demo)
    expect([real.status, faultsIn(real)]).toEqual([422, [{ veld: 'bsn', code: 'GEEN_TEST_BSN' }]])
    expect(invented.status).toBe(200)
    expect(register.questions).toBe(1)
  })
})

// Guards the description: software is built by it.
test('the description names every code that is answered', () => {
  const description = readFileSync('docs/api/wlz-registertoets.openapi.yaml', 'utf8')
  const codes = [REFUSALS, FAULTS, FIELD_FAULTS].flatMap((list) => Object.values(list).map(({ code }) => code))
  expect(codes.filter((code) => !description.includes(code))).toEqual([])
})
