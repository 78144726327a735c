import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { MOST_OF_ONE_CALLER } from '#/lib/chain/inbound/connections.ts'
import { setClock } from '#/lib/platform/clock.ts'
import {
  type Certified,
  certify,
  fingerprintOf,
  makeAuthority,
  pemOf,
  revocationList,
} from '#/simulators/keten/certificates.ts'
import { codeOf, envelopeOf, type Pem, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'

const database = testDatabase()
const service = testSoapService(database, testChain())
const folder = mkdtempSync(join(tmpdir(), 'portaal-handdruk-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A session of TLS that can be resumed. */
async function sessionOf(as: Pem & { readonly ca: string }): Promise<Buffer> {
  const socket = connect({ ...as, host: 'localhost', port: Number(new URL(service.url).port) })
  const [session] = (await once(socket, 'session')) as [Buffer]
  socket.destroy()
  return session
}

type Kept = { readonly status: number; readonly isKept: boolean; readonly closes: boolean }

/** A question over a connection that stays: whether that was there before, and whether the answer ends it. */
function askOver(agent: Agent, url: string): Promise<Kept> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent }, (answer) => {
      const closes = answer.headers.connection === 'close'
      answer.resume()
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, isKept: outgoing.reusedSocket, closes }))
    })
    outgoing.once('error', reject)
    outgoing.end()
  })
}

describe('the handshake', () => {
  let own: Certified

  beforeAll(async () => {
    own = await makeAuthority('Andere CA')
  })
  const hour = 3_600_000
  const refusedBy = async (pem: Pem | null, to = service.url) =>
    service.send(pem, '', { to }).then(
      () => 'answered',
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    )

  // Guards issue "bad input, certificates": none of these gets as far as a request.
  it('refuses who comes without a certificate, or with one of another authority', async () => {
    expect(await refusedBy(null)).not.toBe('answered')
    expect(await refusedBy(await pemOf(await certify(own, { name: 'VECOZO (simulator)' })))).not.toBe('answered')
  })

  it('refuses a certificate that is expired, not valid yet, or was taken back', async () => {
    const certified = {
      good: await certify(own, { name: 'goed' }),
      expired: await certify(own, { name: 'oud', until: new Date(Date.now() - hour) }),
      early: await certify(own, { name: 'nieuw', from: new Date(Date.now() + hour) }),
      revoked: await certify(own, { name: 'ingetrokken' }),
    }
    const caFile = join(folder, 'ca.pem')
    const crlFile = join(folder, 'crl.pem')
    writeFileSync(caFile, own.certificate.toString('pem'))
    writeFileSync(crlFile, await revocationList(own, [certified.revoked]))
    const outcomes: Record<string, string> = {}
    await service.whileServing({ caFile, crlFile }, async (to) => {
      for (const [name, one] of Object.entries(certified)) outcomes[name] = await refusedBy(await pemOf(one), to)
    })
    expect(outcomes).toEqual({
      good: 'answered',
      expired: expect.not.stringMatching('answered'),
      early: expect.not.stringMatching('answered'),
      revoked: expect.not.stringMatching('answered'),
    })
  })

  // Guards "expired is out": TLS looks once, at the handshake; a kept connection and a resumed session outlive that.
  it('answers nobody whose certificate has ended since, over a connection that was kept or a session that is resumed', async () => {
    const as = { ...service.pemOf('vecozo'), ca: service.authority() }
    const agent = new Agent({ ...as, keepAlive: true, maxSockets: 1 })
    const session = await sessionOf(as)
    const ask = () => askOver(agent, `${service.url}?wsdl`)
    await ask()
    expect(await ask()).toEqual({ status: 200, isKept: true, closes: false })
    stopClockAt('2100-01-01T00:00:00.000Z')
    expect(await ask()).toEqual({ status: 403, isKept: true, closes: true })
    const resumed = connect({ ...as, host: 'localhost', port: Number(new URL(service.url).port), session })
    resumed.write('GET /ggk0210?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n')
    const [answer] = (await once(resumed, 'data')) as [Buffer]
    expect([resumed.isSessionReused(), answer.toString().split('\r\n')[0]]).toEqual([true, 'HTTP/1.1 403 Forbidden'])
    resumed.destroy()
    agent.destroy()
    setClock({ now: () => new Date() })
  })

  it('lets a sound certificate in that nobody registered, and tells it that', async () => {
    const answer = await service.post('modelwijk', (await envelopeOf('WMO301')).text)
    expect([answer.status, codeOf(answer)]).toEqual([403, 'IB002'])
  })
})

test('every certificate of the demo has a fingerprint of its own', async () => {
  const own = await makeAuthority('Nog een CA')
  const [one, other] = [await certify(own, { name: 'a' }), await certify(own, { name: 'a' })]
  expect(await fingerprintOf(one)).not.toBe(await fingerprintOf(other))
})

// Guards "one caller leaves room for the others": software that opens connections without end gets a hundred.
test('a caller has so many connections and no more, and another still gets in', async () => {
  const as = { ...service.pemOf('modelwijk'), ca: service.authority() }
  const port = Number(new URL(service.url).port)
  const open = Array.from({ length: MOST_OF_ONE_CALLER }, () => connect({ ...as, host: 'localhost', port }))
  await Promise.all(open.map((socket) => once(socket, 'session')))
  const more = connect({ ...as, host: 'localhost', port })
  more.on('error', () => undefined)
  await once(more, 'close')
  const other = await service.send(service.pemOf('vecozo'), '', { to: `${service.url}?wsdl`, method: 'GET' })
  expect(other.status).toBe(200)
  for (const socket of open) socket.destroy()
})
