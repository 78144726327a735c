import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { testDatabase } from '#/tests/support/database.ts'

const database = testDatabase()
const service = testSoapService(database, testChain())
const folder = mkdtempSync(join(tmpdir(), 'portaal-handdruk-'))
afterAll(() => rmSync(folder, { recursive: true }))

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
