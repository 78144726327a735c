import { createHash, randomBytes } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { zipSync } from 'fflate'
import { ZipFile } from 'yazl'
import type { MemberActor } from '#/lib/access/actor.ts'
import { type DeliveredEntry, deliverZip } from '#/lib/berichten/zip-delivery/deliver-zip.ts'
import { blockMember } from '#/lib/organisations/members/block-member.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { validatorPool } from '#/lib/validator/pool.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { contentFolder, filesIn, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })
let jansen: MemberActor
let keeper: MemberActor
let colleague: MemberActor
let number = 0

beforeAll(async () => {
  const home = await givenGemeente(database, { code: '9901' })
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  colleague = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
})

const good = () => makeBericht('WMO301', { gemeenteCode: '9901', identificatie: `IN-ZIP-${++number}` })
const pack = (files: Readonly<Record<string, Uint8Array>>) => Buffer.from(zipSync({ ...files }))

type Options = { readonly idempotencyKey?: string; readonly declaredSha256?: string; readonly declaredBytes?: number }

async function deliverAll(bytes: Buffer, options: Options = {}, actor = jansen) {
  const entries: DeliveredEntry[] = []
  const zip = { product: 'iwmo', unverifiedFileName: 'alles.zip', body: Readable.from([bytes]), ...options } as const
  const result = await deliverZip(actor, zip, (entry) => void entries.push(entry), untilDone())
  return { result, outcomes: entries.map(({ fileName, outcome }) => [fileName, kindOf(outcome)]) }
}
const kindOf = (outcome: DeliveredEntry['outcome']) => (outcome.kind === 'entry' ? outcome.fault : outcome.kind)
const rowCount = async () =>
  (await database.query<{ count: number }>('SELECT count(*)::int AS count FROM bericht'))[0]?.count

/** Writes in the index of a zip (APPNOTE 4.3.12) at an offset of every entry. */
function inIndex(zip: Buffer, write: (at: number) => void): Buffer {
  for (let at = zip.indexOf('PK\u0001\u0002'); at !== -1; at = zip.indexOf('PK\u0001\u0002', at + 4)) write(at)
  return zip
}

// Guards issue 3 item 6: every file of a zip is judged by itself, as if it had come alone.
describe('a zip that is delivered', () => {
  it('is taken in file by file', async () => {
    const file = good()
    const { result, outcomes } = await deliverAll(
      pack({
        'een.xml': file,
        'map/twee.xml': good(),
        'fout.xml': readFixture('fout', 'wmo305-afgekapt.xml'),
        'een-opnieuw.xml': file,
      }),
    )
    expect(result).toEqual({ ok: true, value: 4 })
    expect(outcomes).toEqual([
      ['een.xml', 'accepted'],
      ['twee.xml', 'accepted'],
      ['fout.xml', 'rejected'],
      ['een-opnieuw.xml', 'duplicate'],
    ])
  })

  // A zip lies in memory: whoever lets one come in slowly may not hold the places of everybody.
  it('is the only one of its person at a time, and of no other', async () => {
    const slow = new PassThrough()
    const zip = { product: 'iwmo', unverifiedFileName: 'langzaam.zip', body: slow } as const
    const first = deliverZip(jansen, zip, () => undefined, untilDone())
    expect((await deliverAll(pack({ 'a.xml': good() }))).result).toMatchObject({ ok: false, error: { kind: 'busy' } })
    expect((await deliverAll(pack({ 'a.xml': good() }), {}, colleague)).result).toEqual({ ok: true, value: 1 })
    slow.end(pack({ 'a.xml': good() }))
    expect(await first).toEqual({ ok: true, value: 1 })
    expect((await deliverAll(pack({ 'a.xml': good() }))).result).toEqual({ ok: true, value: 1 })
  })

  it('leaves out folders and what programs put beside the files', async () => {
    const files = {
      'map/': new Uint8Array(),
      '__MACOSX/._a.xml': randomBytes(9),
      '.DS_Store': randomBytes(9),
      'manifest.json': randomBytes(9),
    }
    expect((await deliverAll(pack({ ...files, 'a.xml': good() }))).outcomes).toEqual([['a.xml', 'accepted']])
  })

  it('counts once when it is sent again under its key', async () => {
    const zip = pack({ 'a.xml': good(), 'b.xml': good() })
    const first = await deliverAll(zip, { idempotencyKey: 'zip-1' })
    const before = await rowCount()
    expect((await deliverAll(zip, { idempotencyKey: 'zip-1' })).outcomes).toEqual(first.outcomes)
    expect(await rowCount()).toBe(before)
  })

  it('is held against the digest that was announced', async () => {
    const zip = pack({ 'a.xml': good() })
    const declaredSha256 = createHash('sha256').update(zip).digest('hex')
    expect((await deliverAll(zip, { declaredSha256: '0'.repeat(64) })).result).toEqual({
      ok: false,
      error: { kind: 'digest_mismatch' },
    })
    expect((await deliverAll(zip, { declaredSha256 })).outcomes).toEqual([['a.xml', 'accepted']])
  })

  // A zip of a thousand files takes long: a block in that time stops it where it is.
  it('ends at the first file after a block', async () => {
    const home = await givenGemeente(database)
    const { actor, memberId } = await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })
    const manager = (await givenMember(database, home, { isManager: true })).actor
    const [rows, files] = [Number(await rowCount()), filesIn(folder).length]
    const one = () => makeBericht('WMO301', { gemeenteCode: home.code, identificatie: `IN-ZIP-${++number}` })
    const body = Readable.from([pack(Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.xml`, one()])))])
    const kinds: string[] = []
    let blocking: Promise<unknown> = Promise.resolve()
    const onEntry = ({ outcome }: DeliveredEntry) => {
      kinds.push(outcome.kind)
      blocking = blockMember(manager, { memberId, reason: 'vertrokken' })
    }
    // The second file is being looked at when the block is through.
    const pool = validatorPool()
    const check = pool.check.bind(pool)
    const looking = jest.spyOn(pool, 'check').mockImplementation(async (...given) => {
      await blocking
      return check(...given)
    })
    const zip = { product: 'iwmo', unverifiedFileName: 'alles.zip', body } as const
    try {
      await expect(deliverZip(actor, zip, onEntry, untilDone())).rejects.toThrow(ForbiddenError)
    } finally {
      looking.mockRestore()
    }
    expect(kinds).toEqual(['accepted'])
    expect([await rowCount(), filesIn(folder).length]).toEqual([rows + 1, files + 1])
  })

  it('is for a Gebruiker alone', async () => {
    await expect(deliverAll(pack({ 'a.xml': good() }), {}, keeper)).rejects.toThrow(ForbiddenError)
  })
})

// Guards ASVS 5.2.3, 5.2.5, 5.3.3: bombs, paths, links and damage harm nothing, and what is wrong is said file by file.
describe('a zip that is not what it should be', () => {
  it('has no path: a name leads nowhere', async () => {
    const { outcomes } = await deliverAll(pack({ '../../../etc/passwd.xml': good(), 'C:\\windows\\b.xml': good() }))
    expect(outcomes).toEqual([
      ['passwd.xml', 'accepted'],
      ['b.xml', 'accepted'],
    ])
  })

  it('is no bomb', async () => {
    const { outcomes } = await deliverAll(pack({ 'nullen.xml': new Uint8Array(20_000_000), 'a.xml': good() }))
    expect(outcomes).toEqual([
      ['nullen.xml', 'expands_too_far'],
      ['a.xml', 'accepted'],
    ])
  })

  it('has files only, of XML only, and without a password', async () => {
    const zip = new ZipFile()
    zip.addBuffer(Buffer.from('/etc/passwd'), 'verwijzing.xml', { mode: 0o120_777 })
    zip.addBuffer(pack({ 'a.xml': good() }), 'binnen.zip')
    zip.end()
    expect((await deliverAll(await buffer(zip.outputStream as Readable))).outcomes).toEqual([
      ['verwijzing.xml', 'link'],
      ['binnen.zip', 'no_xml'],
    ])
    const locked = pack({ 'a.xml': good() })
    expect((await deliverAll(inIndex(locked, (at) => locked.writeUInt16LE(1, at + 8)))).outcomes).toEqual([
      ['a.xml', 'encrypted'],
    ])
  })

  it.each([
    ['another checksum', (zip: Buffer) => inIndex(zip, (at) => zip.writeUInt32LE(1, at + 16))],
    ['more than the index says', (zip: Buffer) => inIndex(zip, (at) => zip.writeUInt32LE(10, at + 24))],
    ['a method that nobody has', (zip: Buffer) => inIndex(zip, (at) => zip.writeUInt16LE(99, at + 10))],
    ['bytes that do not unpack', (zip: Buffer) => zip.fill(0xff, 60, 200)],
  ])('keeps nothing of a file with %s', async (_name, damage) => {
    const [rows, files] = [await rowCount(), filesIn(folder).length]
    expect((await deliverAll(damage(pack({ 'a.xml': good() })))).outcomes).toEqual([['a.xml', 'damaged']])
    expect([await rowCount(), filesIn(folder).length]).toEqual([rows, files])
  })

  it.each([
    ['no zip', () => randomBytes(1_000), { kind: 'zip', fault: 'no_zip' }],
    ['the half of one', () => pack({ 'a.xml': good() }).subarray(0, 400), { kind: 'zip', fault: 'no_zip' }],
    ['nothing', () => Buffer.alloc(0), { kind: 'zip', fault: 'no_zip' }],
    ['no file', () => pack({ 'map/': new Uint8Array() }), { kind: 'zip', fault: 'empty' }],
    [
      'more files than may be',
      () => pack(Object.fromEntries(Array.from({ length: 1_001 }, (_, place) => [`${place}.xml`, new Uint8Array(1)]))),
      { kind: 'zip', fault: 'too_many' },
    ],
    [
      'files that come to too much',
      () => {
        const zip = pack(Object.fromEntries(Array.from({ length: 21 }, (_, place) => [`${place}.xml`, good()])))
        return inIndex(zip, (at) => zip.writeUInt32LE(26_214_400, at + 24))
      },
      { kind: 'zip', fault: 'unpacks_too_far' },
    ],
    ['more bytes than may be', () => randomBytes(26_214_401), { kind: 'too_large' }],
  ])('is refused whole when it is %s', async (_name, make, error) => {
    const rows = await rowCount()
    expect((await deliverAll(make())).result).toEqual({ ok: false, error })
    expect(await rowCount()).toBe(rows)
  })
})
