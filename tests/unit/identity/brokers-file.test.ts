import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrokersFile, readBrokersFile } from '#/lib/identity/brokers/brokers-file.ts'
import { CLIENT_KEY_FILE, ensureClientKeys } from '#/simulators/makelaar/client-keys.ts'
import { planConnections } from '#/simulators/makelaar/connections.ts'

let dir: string
let plan: BrokersFile
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'brokers-'))
  const clientKey = await ensureClientKeys(dir)
  const input = { brokerUrl: 'http://localhost:4100', portaalUrl: 'http://localhost:3000', keyFile: CLIENT_KEY_FILE }
  plan = planConnections({ ...input, clientKey }).brokersFile
}, 30_000)
afterAll(() => rm(dir, { recursive: true, force: true }))

async function read(content: unknown) {
  const path = join(dir, 'brokers.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return readBrokersFile(path)
}
const first = (change: object) => [{ ...plan[0], ...change }, ...plan.slice(1)]

describe('readBrokersFile', () => {
  it('reads the connections of the demo with their keys', async () => {
    const connections = await read(plan)
    expect(connections.map(({ id }) => id)).toEqual([
      'digidentity',
      'kpn',
      'quovadis',
      'reconi',
      'we-id',
      'z-login',
      'servicedesk',
    ])
    expect(connections[1]).toMatchObject({
      kind: 'eherkenning',
      issuer: 'http://localhost:4100/kpn',
      requestLoa: 'off',
    })
    expect(connections[1]?.clientKeys[0]).toMatchObject({ kty: 'RSA', alg: 'PS256' })
  })

  // A connection that is half understood lets people in by rules nobody chose.
  it.each<[string, () => unknown, RegExp]>([
    ['a field that is not known', () => first({ extra: 1 }), /extra/],
    ['a level that is not of the scheme', () => first({ levels: { EH3: 'loa5' } }), /0\.levels\.EH3/],
    ['an issuer with a slash at the end', () => first({ issuer: 'https://a.example/' }), /0\.issuer: .*schuine streep/],
    ['an id that cannot stand in an address', () => first({ id: 'Kpn 1' }), /0\.id/],
    ['the same id twice', () => [plan[0], plan[0]], /id digidentity komt twee keer voor/],
    ['a level asked for without words', () => first({ requestLoa: 'minimum' }), /0\.acrValues/],
    ['a path written with dots', () => first({ dialect: { ...plan[0]?.dialect, level: 'acr' } }), /0\.dialect\.level/],
    ['no connection', () => [], /bestand/],
    ['a key file that is not there', () => first({ clientKeys: [{ file: 'weg.json' }] }), /weg\.json .*ENOENT/],
  ])('refuses %s and names the place', async (_what, content, message) => {
    await expect(read(content())).rejects.toThrow(message)
  })

  it('never quotes a broken file, which may hold a private key', async () => {
    await expect(read('{"d":"geheime-sleutel"')).rejects.toThrow(/geen geldige JSON/)
    await expect(read('{"d":"geheime-sleutel"')).rejects.not.toThrow(/geheime-sleutel/)
  })

  it('names a file that is absent', async () => {
    await expect(readBrokersFile(join(dir, 'nergens.json'))).rejects.toThrow(/kan niet worden gelezen \(ENOENT\)/)
  })
})

describe('ensureClientKeys', () => {
  it('gives two processes that start at once the same key', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'sleutels-'))
    const [one, other] = await Promise.all([ensureClientKeys(fresh), ensureClientKeys(fresh)])
    expect(one).toEqual(other)
    await rm(fresh, { recursive: true, force: true })
  }, 30_000)
})
