import { systemActor } from '#/lib/access/actor.ts'
import { sweepOrphanedContent } from '#/lib/berichten/sweep-orphans.ts'
import { deleteExpiredUploads } from '#/lib/berichten/uploads/delete-expired-uploads.ts'
import { endUpload } from '#/lib/berichten/uploads/end-upload.ts'
import { finishUpload } from '#/lib/berichten/uploads/finish-upload.ts'
import { MOST_OF_A_PERSON } from '#/lib/berichten/uploads/schema.ts'
import { TurnLostError, takeUploadTurn, writeParts } from '#/lib/berichten/uploads/write-parts.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { contentFolder, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { at, begun, pieces, received, taking, uploadWorld, write } from '#/tests/support/berichten/uploads.ts'
import { testDatabase } from '#/tests/support/database.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })
const { world, partsOnDisk } = uploadWorld(database, folder)

describe('whose file it is', () => {
  it('is there for its owner alone, in its product alone', async () => {
    const id = await begun(world.jansen, 3)
    await write(world.jansen, id, 0, pieces(Buffer.from('abc')))
    for (const [actor, address] of [
      [world.colleague, at(id)],
      [world.jansen, { product: 'ijw', uploadId: id }],
    ] as const) {
      expect(await takeUploadTurn(actor, address)).toBeNull()
      expect(await endUpload(actor, address)).toBe(false)
      expect(await finishUpload(actor, address, taking().deliver)).toEqual({ ok: false, error: 'not_found' })
    }
    await expect(write(world.colleague, id, 3, pieces(Buffer.from('x')))).rejects.toThrow(TurnLostError)
    expect(await received(world.jansen, id)).toBe(3)
  })

  it('asks everybody for the role at every step', async () => {
    const id = await begun(world.jansen, 3)
    await expect(begun(world.keeper, 3)).rejects.toThrow(ForbiddenError)
    await expect(takeUploadTurn(world.keeper, at(id))).rejects.toThrow(ForbiddenError)
    await expect(endUpload(world.keeper, at(id))).rejects.toThrow(ForbiddenError)
    await expect(finishUpload(world.keeper, at(id), taking().deliver)).rejects.toThrow(ForbiddenError)
    const parts = { ...at(id), turn: 0, startByte: 0, bytes: pieces(Buffer.from('abc')) }
    await expect(writeParts(world.keeper, parts)).rejects.toThrow(ForbiddenError)
  })
})

describe('how much and how long', () => {
  it('refuses a file that is too large before its first byte', async () => {
    await expect(begun(world.jansen, 26_214_401)).rejects.toThrow('too_large')
    await endUpload(world.jansen, at(await begun(world.jansen, 26_214_400)))
  })

  it('takes so many of one person, and lets the one that stood still longest make room', async () => {
    const first = await begun(world.jansen, 3)
    await write(world.jansen, first, 0, pieces(Buffer.from('a')))
    world.clock.advance(60_000)
    for (let made = 1; made < MOST_OF_A_PERSON; made += 1) await begun(world.jansen, 3)
    await expect(begun(world.jansen, 3)).rejects.toThrow('too_many')
    expect(await takeUploadTurn(world.colleague, at(await begun(world.colleague, 3)))).not.toBeNull()
    world.clock.advance(14.5 * 60_000)
    await begun(world.jansen, 3)
    expect(await received(world.jansen, first)).toBeUndefined()
    expect(await partsOnDisk()).toEqual([])
  })

  // The answer to the beginning can be lost: what nobody knows of must not take a place for a day.
  it('goes on with an earlier beginning of the same file, and lets another one take its place', async () => {
    const first = await begun(world.jansen, 3, { key: 'zelfde' })
    await write(world.jansen, first, 0, pieces(Buffer.from('a')))
    const both = await Promise.all([
      begun(world.jansen, 3, { key: 'zelfde' }),
      begun(world.jansen, 3, { key: 'zelfde' }),
    ])
    expect(both).toEqual([first, first])
    expect(await received(world.jansen, first)).toBe(1)
    const other = await begun(world.jansen, 4, { key: 'zelfde' })
    expect(await received(world.jansen, first)).toBeUndefined()
    expect(await received(world.jansen, other)).toBe(0)
    expect(await partsOnDisk()).toEqual([])
  })

  it('forgets after a day what did not arrive, and leaves what is younger to its owner', async () => {
    const old = await begun(world.jansen, 3)
    await write(world.jansen, old, 0, pieces(Buffer.from('a')))
    world.clock.advance(23 * 3_600_000)
    const young = await begun(world.jansen, 3)
    await write(world.jansen, young, 0, pieces(Buffer.from('ab')))
    world.clock.advance(3_600_000)
    expect(await received(world.jansen, old)).toBeUndefined()
    expect(await deleteExpiredUploads(systemActor('test', 'test'), untilDone())).toBe(1)
    expect(await partsOnDisk()).toHaveLength(1)
    // The files on the disk are as old as the clock says that they are.
    world.clock.advance(20 * 3_600_000)
    expect(await sweepOrphanedContent(untilDone())).toBe(0)
    expect(await received(world.jansen, young)).toBe(2)
  })
})
