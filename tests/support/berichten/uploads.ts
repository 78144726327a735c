import { buffer } from 'node:stream/consumers'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { beginUpload } from '#/lib/berichten/uploads/begin-upload.ts'
import { deleteExpiredUploads } from '#/lib/berichten/uploads/delete-expired-uploads.ts'
import type { DeliverWhole } from '#/lib/berichten/uploads/finish-upload.ts'
import { takeUploadTurn, writeParts } from '#/lib/berichten/uploads/write-parts.ts'
import { filesIn, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { type ClockWithHands, stopClockAt } from '#/tests/support/clock.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

/** Address of a file under way for iWmo. */
export const at = (uploadId: string) => ({ product: 'iwmo', uploadId }) as const

/** Bytes as they come over a line. */
export async function* pieces(bytes: Buffer, size = 65_536): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.byteLength; from += size) yield bytes.subarray(from, from + size)
}

/** Writes in a turn of its own. Gives the new end. */
export async function write(
  actor: MemberActor,
  uploadId: string,
  startByte: number,
  bytes: AsyncIterable<Buffer>,
): Promise<number> {
  const turn = await takeUploadTurn(actor, at(uploadId))
  return writeParts(actor, { ...at(uploadId), turn: turn?.turn ?? -1, startByte, bytes })
}

/** How far a file is; undefined when it is not there. */
export const received = async (actor: MemberActor, uploadId: string) =>
  (await takeUploadTurn(actor, at(uploadId)))?.receivedBytes

let number = 0

/** Begins a file; gives its id. */
export async function begun(
  actor: MemberActor,
  sizeBytes: number,
  options: { readonly key?: string; readonly sha256?: string } = {},
): Promise<string> {
  number += 1
  const { key = `sleutel-${number}`, sha256 } = options
  const about = { product: 'iwmo', unverifiedFileName: 'groot.xml', isZip: false } as const
  const result = await beginUpload(actor, { ...about, sizeBytes, sha256, idempotencyKey: key })
  if (!result.ok) throw new Error(result.error.kind)
  return result.value.id
}

/** What the files were when they were whole, and the answer that the test gives. */
export function taking(status = 201) {
  const taken: Buffer[] = []
  const deliver: DeliverWhole = async (_isZip, { body }) => {
    taken.push(await buffer(body))
    return { status, headers: { location: '/x' }, body: `{"nummer":${taken.length}}` }
  }
  return { taken, deliver }
}

/** People who deliver, a clock with hands that is set anew for each test, and a look at the disk. */
export function uploadWorld(database: TestDatabase, folder: string) {
  const world = {} as { jansen: MemberActor; colleague: MemberActor; keeper: MemberActor; clock: ClockWithHands }
  beforeAll(async () => {
    const home = await givenGemeente(database, { code: '9901' })
    world.jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })).actor
    world.colleague = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
    world.keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
  })
  beforeEach(() => {
    world.clock = stopClockAt(new Date().toISOString())
  })
  // Each test finds no file of another under way.
  afterEach(async () => {
    world.clock.advance(25 * 3_600_000)
    await deleteExpiredUploads(systemActor('test', 'test'), untilDone())
  })
  /** What lies on the disk and is no content of a bericht. */
  const partsOnDisk = async (): Promise<string[]> => {
    const kept = await database.query<{ key: string }>('SELECT storage_key AS key FROM bericht')
    return filesIn(folder).filter((name) => !kept.some(({ key }) => key === name))
  }
  return { world, partsOnDisk }
}
