import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS } from '#/lib/platform/clock.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { certificateText } from '#/lib/settings/certificate-text.ts'
import { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { soundConnection } from '#/lib/settings/sound-connection.ts'
import { type Certified, certify, makeAuthority, pemOf } from '#/simulators/keten/certificates.ts'
import { makeIntermediate } from '#/tests/support/chain/intermediate.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'

testDatabase()
testChain()
const OIN = '00000001900000010000'
const folder = mkdtempSync(join(tmpdir(), 'pz-ca-'))
let root: Certified
const pem = async (one: Certified) => (await pemOf(one)).cert
const leafOf = (above: Certified, oin: string | null = OIN) =>
  certify(above, { name: 'Software', ...(oin === null ? {} : { oin }) })

beforeAll(async () => {
  root = await makeAuthority('Stam')
  const caFile = join(folder, 'ca.pem')
  writeFileSync(caFile, await pem(root))
  const { webservice } = settings()
  if (webservice) setSettings({ ...settings(), webservice: { ...webservice, caFile } })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function outcome(certificate: string, oin = '') {
  const input = { product: 'iwmo', version: 0, channel: 'PORTAAL', endpoint: '', oin, certificate }
  const sound = await soundConnection(ChangeConnection.parse(input))
  return sound.ok ? sound.value : sound.error
}

describe('a certificate with others between it and its authority', () => {
  it('is sound when each is issued and signed by the next, in any order below it, and is kept alone', async () => {
    const first = await makeIntermediate(root, { name: 'Tussen 1' })
    const second = await makeIntermediate(first, { name: 'Tussen 2' })
    const leaf = await leafOf(second)
    const texts = await Promise.all([leaf, second, first, root].map(pem))
    const alone = {
      oin: OIN,
      clientCertificate: expect.stringMatching(/^-----BEGIN[^-]+-----[^-]+-----END[^-]+-----\n$/),
    }
    expect(await outcome(texts.join('\n'))).toMatchObject(alone)
    expect(await outcome([texts[0], texts[2], texts[1]].join('\n'))).toMatchObject(alone)
    expect(await outcome([texts[0], texts[1]].join('\n'))).toBe('certificateIssuer')
    expect(await outcome(texts[0] ?? '')).toBe('certificateIssuer')
  })

  // Guards the process: ways among certificates that issue each other are more than anybody can go through.
  it('is looked at once, however often it is pasted', async () => {
    const stranger = await makeAuthority('Onbekend')
    const above = (await pem(stranger)).repeat(25)
    expect(await outcome((await pem(await leafOf(stranger))) + above)).toBe('certificateIssuer')
  })

  // Guards the check of each link: a name is written down easily, a signature and the right to issue are not.
  it('is refused when one of them only has the name, is no authority, is over, or stands above it', async () => {
    const real = await makeIntermediate(root, { name: 'Tussen' })
    const leaf = await pem(await leafOf(real))
    const other = await makeIntermediate(await makeAuthority('Stam'), { name: 'Tussen' })
    expect(await outcome(leaf + (await pem(other)))).toBe('certificateIssuer')
    const foreign = await leafOf(other)
    expect(await outcome((await pem(foreign)) + (await pem(real)))).toBe('certificateIssuer')
    const pretender = await makeIntermediate(root, { name: 'Tussen', isAuthority: false })
    expect(await outcome((await pem(await leafOf(pretender))) + (await pem(pretender)))).toBe('certificateChain')
    expect(await outcome((await pem(real)) + leaf)).toBe('certificateChain')
    const old = await makeIntermediate(root, { name: 'Oud', until: new Date(Date.now() - DAY_MS) })
    expect(await outcome((await pem(await leafOf(old))) + (await pem(old)))).toBe('certificateTime')
  })
})

describe('the OIN of a connection', () => {
  it('is the one in the certificate, also when it was left open', async () => {
    const certificate = await pem(await leafOf(root))
    expect(await outcome(certificate)).toMatchObject({ oin: OIN })
    expect(await outcome(certificate, '0000 0001 9000 0001 0000')).toMatchObject({ oin: OIN })
    expect(await outcome(certificate, '00000001900000020000')).toBe('oinOther')
    expect(await outcome(await pem(await leafOf(root, null)))).toBe('certificateOin')
    expect(await outcome(await pem(await leafOf(root, '1234')))).toBe('certificateOin')
    expect(await outcome('', OIN)).toMatchObject({ oin: OIN, clientCertificate: null })
  })

  it.each(['1234', '0000000190000001000x', '000000019000000100001'])('is not %s', (oin) => {
    const input = { product: 'iwmo', version: 0, channel: 'PORTAAL', endpoint: '', certificate: '', oin }
    expect(ChangeConnection.safeParse(input).error?.issues.map(({ message }) => message)).toEqual(['oin'])
  })
})

describe('a certificate as a file', () => {
  it('is read as PEM or DER; of anything else the name stays, so that one sees which file it was', async () => {
    const leaf = await leafOf(root)
    const text = (await pem(leaf)).trim()
    expect(certificateText('a.pem', Buffer.from(`${text}\r\n`))).toBe(text)
    const der = certificateText('a.der', new Uint8Array(leaf.certificate.rawData))
    expect(await outcome(der)).toMatchObject({ oin: OIN })
    const store = Buffer.from('3082100002010330820f', 'hex')
    for (const bytes of [store, Buffer.from('%PDF-1.7'), Buffer.alloc(14_001, '-----BEGIN '), Buffer.alloc(0)])
      expect(certificateText('vakantie.jpg', bytes)).toBe('vakantie.jpg')
  })
})
