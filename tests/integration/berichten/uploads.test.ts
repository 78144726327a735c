import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { type DeliverWhole, finishUpload } from '#/lib/berichten/uploads/finish-upload.ts'
import { PART_BYTES } from '#/lib/berichten/uploads/schema.ts'
import { TurnLostError } from '#/lib/berichten/uploads/write-parts.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { contentFolder, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { at, begun, pieces, received, taking, uploadWorld, write } from '#/tests/support/berichten/uploads.ts'
import { testDatabase } from '#/tests/support/database.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })
const { world, partsOnDisk } = uploadWorld(database, folder)
const rowCount = async () =>
  (await database.query<{ count: number }>('SELECT count(*)::int AS count FROM bericht'))[0]?.count

// Guards issue 3 item 6: no plain byte on the disk, and nothing of it left when it has been delivered.
describe('a file that comes in parts', () => {
  it('lies sealed on the disk, comes together as it was sent, and is gone when it is delivered', async () => {
    const secret = 'BSN 999990019 staat hier leesbaar '
    const whole = Buffer.from(secret.repeat(90_000))
    const id = await begun(world.jansen, whole.byteLength)
    const half = 1_500_000
    expect(await write(world.jansen, id, 0, pieces(whole.subarray(0, half)))).toBe(half)
    expect(await write(world.jansen, id, half, pieces(whole.subarray(half)))).toBe(whole.byteLength)
    const stored = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(stored.length).toBeGreaterThan(2)
    for (const { parentPath, name } of stored)
      expect(readFileSync(join(parentPath, name)).includes('999990019')).toBe(false)
    const { taken, deliver } = taking()
    expect(await finishUpload(world.jansen, at(id), deliver)).toMatchObject({ ok: true, value: { status: 201 } })
    expect(taken[0]?.equals(whole)).toBe(true)
    expect(await partsOnDisk()).toEqual([])
    expect(await database.query('SELECT * FROM upload_part WHERE upload_id = $1', [id])).toEqual([])
  })

  // Whoever lost the connection must not send again what has arrived.
  it('keeps what came in before the connection broke', async () => {
    const whole = randomBytes(3 * PART_BYTES)
    const id = await begun(world.jansen, whole.byteLength)
    const cut = PART_BYTES + 300_000
    async function* breaking() {
      yield* pieces(whole.subarray(0, cut))
      throw new Error('connection reset')
    }
    await expect(write(world.jansen, id, 0, breaking())).rejects.toThrow('connection reset')
    expect(await received(world.jansen, id)).toBe(cut)
    await write(world.jansen, id, cut, pieces(whole.subarray(cut)))
    const { taken, deliver } = taking()
    await finishUpload(world.jansen, at(id), deliver)
    expect(taken[0]?.equals(whole)).toBe(true)
  })

  // A connection that is dead for the browser can live on at the portal: its bytes must not mix with those of the next.
  it('lets the last who asked write on, and ends who wrote before', async () => {
    const whole = randomBytes(3 * PART_BYTES)
    const id = await begun(world.jansen, whole.byteLength)
    const goOn = Promise.withResolvers<void>()
    const halfway = Promise.withResolvers<void>()
    async function* slow() {
      yield* pieces(whole.subarray(0, PART_BYTES))
      halfway.resolve()
      await goOn.promise
      yield* pieces(randomBytes(PART_BYTES))
    }
    const first = write(world.jansen, id, 0, slow())
    await halfway.promise
    expect(await received(world.jansen, id)).toBe(PART_BYTES)
    const second = write(world.jansen, id, PART_BYTES, pieces(whole.subarray(PART_BYTES)))
    goOn.resolve()
    await expect(first).rejects.toThrow(TurnLostError)
    expect(await second).toBe(whole.byteLength)
    const { taken, deliver } = taking()
    await finishUpload(world.jansen, at(id), deliver)
    expect(taken[0]?.equals(whole)).toBe(true)
    expect(await partsOnDisk()).toEqual([])
  })

  it('takes two that write at once from one of them only', async () => {
    const whole = randomBytes(PART_BYTES)
    const id = await begun(world.jansen, whole.byteLength)
    const ends = await Promise.allSettled([
      write(world.jansen, id, 0, pieces(whole)),
      write(world.jansen, id, 0, pieces(whole)),
    ])
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await received(world.jansen, id)).toBe(whole.byteLength)
    const rows = await database.query('SELECT start_byte FROM upload_part WHERE upload_id = $1', [id])
    expect(rows).toEqual([{ start_byte: 0 }])
  })

  it('takes bytes only where the file ends', async () => {
    const id = await begun(world.jansen, 10)
    await write(world.jansen, id, 0, pieces(Buffer.from('abcd')))
    for (const place of [0, 3, 5])
      await expect(write(world.jansen, id, place, pieces(Buffer.from('x')))).rejects.toThrow(TurnLostError)
    expect(await received(world.jansen, id)).toBe(4)
  })

  it('does not take more bytes than were announced', async () => {
    const id = await begun(world.jansen, 10)
    await expect(write(world.jansen, id, 0, pieces(randomBytes(11)))).rejects.toThrow()
    expect(await received(world.jansen, id)).toBe(0)
  })
})

describe('delivering what has come in parts', () => {
  it('asks for what is missing before it delivers', async () => {
    const id = await begun(world.jansen, 10)
    await write(world.jansen, id, 0, pieces(randomBytes(9)))
    expect(await finishUpload(world.jansen, at(id), taking().deliver)).toEqual({ ok: false, error: 'incomplete' })
  })

  // The answer can be lost on the way, and then the browser asks again.
  it('gives the same answer again, without delivering again, also for a refusal', async () => {
    for (const status of [201, 207, 409, 422]) {
      const id = await begun(world.jansen, 3)
      await write(world.jansen, id, 0, pieces(Buffer.from('abc')))
      const { taken, deliver } = taking(status)
      const first = await finishUpload(world.jansen, at(id), deliver)
      expect(await finishUpload(world.jansen, at(id), deliver)).toEqual(first)
      expect(taken).toHaveLength(1)
      expect(await received(world.jansen, id)).toBe(3)
    }
  })

  it.each([429, 500, 503])('keeps the parts after a %s, which decided nothing', async (status) => {
    const id = await begun(world.jansen, 3)
    await write(world.jansen, id, 0, pieces(Buffer.from('abc')))
    await finishUpload(world.jansen, at(id), taking(status).deliver)
    const { taken, deliver } = taking()
    expect(await finishUpload(world.jansen, at(id), deliver)).toMatchObject({ value: { status: 201 } })
    expect(taken.map(String)).toEqual(['abc'])
  })

  // Killed between delivering and keeping the answer, and asked twice at once: one bericht all the same.
  it('makes one bericht of a file that is delivered twice at once and once more', async () => {
    const bericht = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: 'IN-DELEN-1' })
    const sha256 = createHash('sha256').update(bericht).digest('hex')
    const id = await begun(world.jansen, bericht.byteLength, { sha256 })
    await write(world.jansen, id, 0, pieces(Buffer.from(bericht), 1_000))
    const before = await rowCount()
    const kinds: string[] = []
    const deliver: DeliverWhole = async (_isZip, input) => {
      const outcome = await deliverBericht(world.jansen, input, untilDone())
      kinds.push(outcome.kind)
      return { status: 201, headers: {}, body: outcome.kind === 'accepted' ? outcome.bericht.id : '' }
    }
    const both = await Promise.all([
      finishUpload(world.jansen, at(id), deliver),
      finishUpload(world.jansen, at(id), deliver),
    ])
    const later = await finishUpload(world.jansen, at(id), deliver)
    const bodies = [...both, later].map((one) => (one.ok ? one.value.body : one.error))
    expect(new Set(bodies).size).toBe(1)
    expect(new Set(kinds)).toEqual(new Set(['accepted']))
    expect(await rowCount()).toBe((before ?? 0) + 1)
  })
})
