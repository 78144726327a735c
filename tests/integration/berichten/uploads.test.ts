import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { sweepOrphanedContent } from '#/lib/berichten/sweep-orphans.ts'
import { beginUpload } from '#/lib/berichten/uploads/begin-upload.ts'
import { deleteExpiredUploads } from '#/lib/berichten/uploads/delete-expired-uploads.ts'
import { endUpload } from '#/lib/berichten/uploads/end-upload.ts'
import { type DeliverWhole, finishUpload } from '#/lib/berichten/uploads/finish-upload.ts'
import { MOST_OF_A_PERSON, PART_BYTES } from '#/lib/berichten/uploads/schema.ts'
import { TurnLostError, takeUploadTurn, writeParts } from '#/lib/berichten/uploads/write-parts.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { contentFolder, filesIn, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { type ClockWithHands, stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })
const product = 'iwmo'
let clock: ClockWithHands
let jansen: MemberActor
let colleague: MemberActor
let keeper: MemberActor
let number = 0

beforeAll(async () => {
  const home = await givenGemeente(database, { code: '9901' })
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })).actor
  colleague = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
})
beforeEach(() => {
  clock = stopClockAt(new Date().toISOString())
})
// Each test finds no file of another under way.
afterEach(async () => {
  clock.advance(25 * 3_600_000)
  await deleteExpiredUploads(systemActor('test', 'test'), untilDone())
})

async function begun(
  sizeBytes: number,
  options: { key?: string; sha256?: string; isZip?: boolean } = {},
  actor = jansen,
) {
  const { key = `sleutel-${++number}`, sha256, isZip = false } = options
  const input = { product, sizeBytes, unverifiedFileName: 'groot.xml', isZip, sha256, idempotencyKey: key } as const
  const result = await beginUpload(actor, input)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value.id
}
const at = (uploadId: string) => ({ product, uploadId }) as const

async function* pieces(bytes: Buffer, size = 65_536): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.byteLength; from += size) yield bytes.subarray(from, from + size)
}
async function write(
  uploadId: string,
  startByte: number,
  bytes: AsyncIterable<Buffer>,
  actor = jansen,
): Promise<number> {
  const turn = await takeUploadTurn(actor, at(uploadId))
  return writeParts(actor, { ...at(uploadId), turn: turn?.turn ?? -1, startByte, bytes })
}
const received = async (uploadId: string) => (await takeUploadTurn(jansen, at(uploadId)))?.receivedBytes

/** What the files were when they were whole, and the answer that the test gives. */
function taking(status = 201) {
  const taken: Buffer[] = []
  const deliver: DeliverWhole = async (_isZip, { body }) => {
    taken.push(await buffer(body))
    return { status, headers: { location: '/x' }, body: `{"nummer":${taken.length}}` }
  }
  return { taken, deliver }
}
/** What lies on the disk and is no content of a bericht. */
async function partsOnDisk(): Promise<string[]> {
  const kept = await database.query<{ key: string }>('SELECT storage_key AS key FROM bericht')
  return filesIn(folder).filter((name) => !kept.some(({ key }) => key === name))
}
const rowCount = async () =>
  (await database.query<{ count: number }>('SELECT count(*)::int AS count FROM bericht'))[0]?.count

// Guards issue 3 item 6: no plain byte on the disk, and nothing of it left when it has been delivered.
describe('a file that comes in parts', () => {
  it('lies sealed on the disk, comes together as it was sent, and is gone when it is delivered', async () => {
    const secret = 'BSN 999990019 staat hier leesbaar '
    const whole = Buffer.from(secret.repeat(90_000))
    const id = await begun(whole.byteLength)
    const half = 1_500_000
    expect(await write(id, 0, pieces(whole.subarray(0, half)))).toBe(half)
    expect(await write(id, half, pieces(whole.subarray(half)))).toBe(whole.byteLength)
    const stored = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(stored.length).toBeGreaterThan(2)
    for (const { parentPath, name } of stored)
      expect(readFileSync(join(parentPath, name)).includes('999990019')).toBe(false)
    const { taken, deliver } = taking()
    expect(await finishUpload(jansen, at(id), deliver)).toMatchObject({ ok: true, value: { status: 201 } })
    expect(taken[0]?.equals(whole)).toBe(true)
    expect(await partsOnDisk()).toEqual([])
    expect(await database.query('SELECT * FROM upload_part WHERE upload_id = $1', [id])).toEqual([])
  })

  // Whoever lost the connection must not send again what has arrived.
  it('keeps what came in before the connection broke', async () => {
    const whole = randomBytes(3 * PART_BYTES)
    const id = await begun(whole.byteLength)
    const cut = PART_BYTES + 300_000
    async function* breaking() {
      yield* pieces(whole.subarray(0, cut))
      throw new Error('connection reset')
    }
    await expect(write(id, 0, breaking())).rejects.toThrow('connection reset')
    expect(await received(id)).toBe(cut)
    await write(id, cut, pieces(whole.subarray(cut)))
    const { taken, deliver } = taking()
    await finishUpload(jansen, at(id), deliver)
    expect(taken[0]?.equals(whole)).toBe(true)
  })

  // A connection that is dead for the browser can live on at the portal: its bytes must not mix with those of the next.
  it('lets the last who asked write on, and ends who wrote before', async () => {
    const whole = randomBytes(3 * PART_BYTES)
    const id = await begun(whole.byteLength)
    const goOn = Promise.withResolvers<void>()
    const halfway = Promise.withResolvers<void>()
    async function* slow() {
      yield* pieces(whole.subarray(0, PART_BYTES))
      halfway.resolve()
      await goOn.promise
      yield* pieces(randomBytes(PART_BYTES))
    }
    const first = write(id, 0, slow())
    await halfway.promise
    expect(await received(id)).toBe(PART_BYTES)
    const second = write(id, PART_BYTES, pieces(whole.subarray(PART_BYTES)))
    goOn.resolve()
    await expect(first).rejects.toThrow(TurnLostError)
    expect(await second).toBe(whole.byteLength)
    const { taken, deliver } = taking()
    await finishUpload(jansen, at(id), deliver)
    expect(taken[0]?.equals(whole)).toBe(true)
    expect(await partsOnDisk()).toEqual([])
  })

  it('takes two that write at once from one of them only', async () => {
    const whole = randomBytes(PART_BYTES)
    const id = await begun(whole.byteLength)
    const ends = await Promise.allSettled([write(id, 0, pieces(whole)), write(id, 0, pieces(whole))])
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await received(id)).toBe(whole.byteLength)
    const rows = await database.query('SELECT start_byte FROM upload_part WHERE upload_id = $1', [id])
    expect(rows).toEqual([{ start_byte: 0 }])
  })

  it('does not take more bytes than were announced', async () => {
    const id = await begun(10)
    await expect(write(id, 0, pieces(randomBytes(11)))).rejects.toThrow()
    expect(await received(id)).toBe(0)
  })
})

describe('delivering what has come in parts', () => {
  it('asks for what is missing before it delivers', async () => {
    const id = await begun(10)
    await write(id, 0, pieces(randomBytes(9)))
    expect(await finishUpload(jansen, at(id), taking().deliver)).toEqual({ ok: false, error: 'incomplete' })
  })

  // The answer can be lost on the way, and then the browser asks again.
  it('gives the same answer again, without delivering again, also for a refusal', async () => {
    for (const status of [201, 207, 409, 422]) {
      const id = await begun(3)
      await write(id, 0, pieces(Buffer.from('abc')))
      const { taken, deliver } = taking(status)
      const first = await finishUpload(jansen, at(id), deliver)
      expect(await finishUpload(jansen, at(id), deliver)).toEqual(first)
      expect(taken).toHaveLength(1)
      expect(await received(id)).toBe(3)
    }
  })

  it.each([429, 500, 503])('keeps the parts after a %s, which decided nothing', async (status) => {
    const id = await begun(3)
    await write(id, 0, pieces(Buffer.from('abc')))
    await finishUpload(jansen, at(id), taking(status).deliver)
    const { taken, deliver } = taking()
    expect(await finishUpload(jansen, at(id), deliver)).toMatchObject({ value: { status: 201 } })
    expect(taken.map(String)).toEqual(['abc'])
  })

  // Killed between delivering and keeping the answer, and asked twice at once: one bericht all the same.
  it('makes one bericht of a file that is delivered twice at once and once more', async () => {
    const bericht = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: 'IN-DELEN-1' })
    const sha256 = createHash('sha256').update(bericht).digest('hex')
    const id = await begun(bericht.byteLength, { sha256 })
    await write(id, 0, pieces(Buffer.from(bericht), 1_000))
    const before = await rowCount()
    const kinds: string[] = []
    const deliver: DeliverWhole = async (_isZip, input) => {
      const outcome = await deliverBericht(jansen, input, untilDone())
      kinds.push(outcome.kind)
      return { status: 201, headers: {}, body: outcome.kind === 'accepted' ? outcome.bericht.id : '' }
    }
    const both = await Promise.all([finishUpload(jansen, at(id), deliver), finishUpload(jansen, at(id), deliver)])
    const later = await finishUpload(jansen, at(id), deliver)
    const bodies = [...both, later].map((one) => (one.ok ? one.value.body : one.error))
    expect(new Set(bodies).size).toBe(1)
    expect(new Set(kinds)).toEqual(new Set(['accepted']))
    expect(await rowCount()).toBe((before ?? 0) + 1)
  })
})

describe('whose file it is', () => {
  it('is there for its owner alone, in its product alone', async () => {
    const id = await begun(3)
    await write(id, 0, pieces(Buffer.from('abc')))
    for (const [actor, address] of [
      [colleague, at(id)],
      [jansen, { product: 'ijw', uploadId: id }],
    ] as const) {
      expect(await takeUploadTurn(actor, address)).toBeNull()
      expect(await endUpload(actor, address)).toBe(false)
      expect(await finishUpload(actor, address, taking().deliver)).toEqual({ ok: false, error: 'not_found' })
    }
    await expect(write(id, 3, pieces(Buffer.from('x')), colleague)).rejects.toThrow(TurnLostError)
    expect(await received(id)).toBe(3)
  })

  it('asks everybody for the role at every step', async () => {
    const id = await begun(3)
    await expect(begun(3, {}, keeper)).rejects.toThrow(ForbiddenError)
    await expect(takeUploadTurn(keeper, at(id))).rejects.toThrow(ForbiddenError)
    await expect(endUpload(keeper, at(id))).rejects.toThrow(ForbiddenError)
    await expect(finishUpload(keeper, at(id), taking().deliver)).rejects.toThrow(ForbiddenError)
    const parts = { ...at(id), turn: 0, startByte: 0, bytes: pieces(Buffer.from('abc')) }
    await expect(writeParts(keeper, parts)).rejects.toThrow(ForbiddenError)
  })
})

describe('how much and how long', () => {
  it('refuses a file that is too large before its first byte', async () => {
    await expect(begun(26_214_401)).rejects.toThrow('too_large')
    await endUpload(jansen, at(await begun(26_214_400)))
  })

  it('takes so many of one person, and lets the one that stood still longest make room', async () => {
    const first = await begun(3)
    await write(first, 0, pieces(Buffer.from('a')))
    clock.advance(60_000)
    for (let made = 1; made < MOST_OF_A_PERSON; made += 1) await begun(3)
    await expect(begun(3)).rejects.toThrow('too_many')
    expect(await takeUploadTurn(colleague, at(await begun(3, {}, colleague)))).not.toBeNull()
    clock.advance(14.5 * 60_000)
    await begun(3)
    expect(await received(first)).toBeUndefined()
    expect(await partsOnDisk()).toEqual([])
  })

  // The answer to the beginning can be lost: what nobody knows of must not take a place for a day.
  it('goes on with an earlier beginning of the same file, and lets another one take its place', async () => {
    const first = await begun(3, { key: 'zelfde' })
    await write(first, 0, pieces(Buffer.from('a')))
    const both = await Promise.all([begun(3, { key: 'zelfde' }), begun(3, { key: 'zelfde' })])
    expect(both).toEqual([first, first])
    expect(await received(first)).toBe(1)
    const other = await begun(4, { key: 'zelfde' })
    expect(await received(first)).toBeUndefined()
    expect(await received(other)).toBe(0)
    expect(await partsOnDisk()).toEqual([])
  })

  it('forgets after a day what did not arrive, and leaves what is younger to its owner', async () => {
    const old = await begun(3)
    await write(old, 0, pieces(Buffer.from('a')))
    clock.advance(23 * 3_600_000)
    const young = await begun(3)
    await write(young, 0, pieces(Buffer.from('ab')))
    clock.advance(3_600_000)
    expect(await received(old)).toBeUndefined()
    expect(await deleteExpiredUploads(systemActor('test', 'test'), untilDone())).toBe(1)
    expect(await partsOnDisk()).toHaveLength(1)
    // The files on the disk are as old as the clock says that they are.
    clock.advance(20 * 3_600_000)
    expect(await sweepOrphanedContent(untilDone())).toBe(0)
    expect(await received(young)).toBe(2)
  })
})
