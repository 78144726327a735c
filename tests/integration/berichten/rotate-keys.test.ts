import { fork } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { sealContext } from '#/lib/berichten/check-stored.ts'
import { findContent } from '#/lib/berichten/fetch-content.ts'
import { countContentKeys, rotateContentKeys } from '#/lib/berichten/keys/rotate-content-keys.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { MasterKey } from '#/lib/platform/settings/parse-settings.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { contentFolder, received, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { environmentWith } from '#/tests/support/settings.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })
const actor = systemActor('keys-rotate', 'test')
const newKey = (id: string): MasterKey => ({ id, bytes: randomBytes(32) })
const keyList = (...[first, ...others]: [MasterKey, ...MasterKey[]]) =>
  setSettings({ ...settings(), masterKeys: [first, ...others] })
const OLD = newKey('oud')
const NEW = newKey('nieuw')

let gemeente: GivenGemeente
let jansen: MemberActor
let number = 0

beforeAll(async () => {
  gemeente = await givenGemeente(database, { code: '9901' })
  jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
})
beforeEach(async () => {
  keyList(OLD)
  await database.query('UPDATE bericht SET storage_key = NULL')
})

/** A declaratie of so many clients: a long one is sealed as a stream. */
const send = (clients = 1): Promise<BerichtView> =>
  received(
    gemeente.id,
    makeBericht('WMO323', { gemeenteCode: '9901', identificatie: `ROT-${++number}`, repeat: { Client: clients } }),
  )
const keyOf = async ({ id }: BerichtView) =>
  (await database.query<{ key: string }>('SELECT storage_key AS key FROM bericht WHERE id = $1', [id]))[0]?.key ?? ''
const fileOf = (key: string) => join(folder, 'inhoud', key.slice(0, 2), key)
async function digestOf({ id }: BerichtView): Promise<string> {
  const found = await findContent(jansen, { product: 'iwmo', berichtId: id }, 'bericht')
  if (!found.ok) throw new Error(found.error)
  return createHash('sha256')
    .update(await buffer(await found.value.open(undefined, untilDone())))
    .digest('hex')
}
const rotate = () => rotateContentKeys(actor, untilDone())
const counts = async () => Object.fromEntries(await countContentKeys(actor, untilDone()))
const logged = () =>
  database.query<{ event: string; result: string; reason_code: string | null; details: object }>(
    "SELECT event, result, reason_code, details FROM audit_event WHERE event LIKE 'content.rotation%' ORDER BY at, id",
  )

// Guards issue 3 item 7: another master key while the portal runs, without a content that is lost or left behind.
describe('a rotation of the master key', () => {
  it('puts every content under the first key, so that the old one can go', async () => {
    const all = [await send(), await send(300), await send()]
    expect(Math.max(...all.map(({ sizeBytes }) => sizeBytes))).toBeGreaterThan(128 * 1024)
    keyList(NEW, OLD)
    const late = await send()
    expect(await counts()).toEqual({ oud: 3, nieuw: 1 })
    expect(await rotate()).toEqual({ resealed: 3, current: 1, unreadable: [] })
    expect(await counts()).toEqual({ nieuw: 4 })
    keyList(NEW)
    for (const bericht of [...all, late]) expect(await digestOf(bericht)).toBe(bericht.sha256)
    expect(readdirSync(join(folder, 'onvolledig'))).toEqual([])
    expect((await logged()).slice(-2)).toEqual([
      { event: 'content.rotation-begun', result: 'ok', reason_code: null, details: { sleutel: 'nieuw' } },
      {
        event: 'content.rotation-ended',
        result: 'ok',
        reason_code: null,
        details: { sleutel: 'nieuw', vernieuwd: 3, alGoed: 1, onleesbaar: 0 },
      },
    ])
  })

  it('leaves whoever is reading to read on', async () => {
    const bericht = await send(300)
    const context = sealContext(gemeente.id, bericht.id)
    const reading = await contentStorage().open(await keyOf(bericht), { context })
    keyList(NEW, OLD)
    await rotate()
    const read = await buffer(reading)
    expect(createHash('sha256').update(read).digest('hex')).toBe(bericht.sha256)
  })

  it('goes on where it was stopped, and does nothing twice', async () => {
    for (let round = 0; round < 4; round++) await send()
    keyList(NEW, OLD)
    const stop = new AbortController()
    const original = contentStorage().reseal
    let done = 0
    const spy = jest.spyOn(contentStorage(), 'reseal').mockImplementation(async (key, options) => {
      const result = await original(key, options)
      if (++done === 2) stop.abort()
      return result
    })
    await expect(rotateContentKeys(actor, stop.signal)).rejects.toThrow('abort')
    spy.mockRestore()
    expect(await counts()).toEqual({ oud: 2, nieuw: 2 })
    expect((await logged()).at(-1)).toMatchObject({
      result: 'error',
      reason_code: 'GESTOPT',
      details: { vernieuwd: 2 },
    })
    expect(await rotate()).toEqual({ resealed: 2, current: 2, unreadable: [] })
    expect(await rotate()).toEqual({ resealed: 0, current: 4, unreadable: [] })
  })

  // The command of the operator, ended in the worst way while it writes: what lies there opens, under one key or the other.
  it('loses nothing when it is killed, and ends what it began when it is started again', async () => {
    const all: BerichtView[] = []
    for (let round = 0; round < 40; round++) all.push(await send(round % 10 === 0 ? 300 : 1))
    keyList(NEW, OLD)
    const keys = [NEW, OLD].map(({ id, bytes }) => `${id}:${bytes.toString('base64')}`).join()
    const env = environmentWith({
      DATABASE_URL: database.appUrl,
      STORAGE_URL: `file://${folder}?fsync=nee`,
      PORTAAL_MASTER_KEY: keys,
    })
    const child = fork('scripts/keys-rotate.ts', {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const gone = once(child, 'exit')
    while (!('nieuw' in (await counts()))) if (child.exitCode !== null) throw new Error('it ended before it was killed')
    child.kill('SIGKILL')
    await gone
    const half = await counts()
    expect(Object.keys(half).toSorted()).toEqual(['nieuw', 'oud'])
    for (const bericht of all) expect(await digestOf(bericht)).toBe(bericht.sha256)
    expect(await rotate()).toMatchObject({ resealed: half.oud, current: half.nieuw, unreadable: [] })
    keyList(NEW)
    for (const bericht of all) expect(await digestOf(bericht)).toBe(bericht.sha256)
  })

  it('brings nothing back that is deleted at the same moment', async () => {
    const bericht = await send()
    const key = await keyOf(bericht)
    keyList(NEW, OLD)
    const remove = async () => {
      await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [bericht.id])
      await contentStorage().remove(key)
    }
    await Promise.all([rotate(), remove()])
    expect(await contentStorage().exists(key)).toBe(false)
  })

  it('tells what it cannot open, leaves it as it is, and goes on', async () => {
    const [foreign, lost, good] = [await send(), await send(), await send()]
    const sealed = readFileSync(fileOf(await keyOf(foreign)))
    rmSync(fileOf(await keyOf(lost)))
    keyList(newKey('derde'))
    const late = await send()
    keyList(NEW, OLD)
    keyList(NEW, newKey('vierde'))
    const outcome = await rotate()
    expect(outcome).toMatchObject({ resealed: 0, current: 0 })
    expect(outcome.unreadable.toSorted()).toEqual([foreign, lost, good, late].map(({ id }) => id).toSorted())
    expect(readFileSync(fileOf(await keyOf(foreign))).equals(sealed)).toBe(true)
    expect((await logged()).at(-1)).toMatchObject({ result: 'error', details: { onleesbaar: 4 } })
    keyList(NEW, OLD)
    expect(await rotate()).toMatchObject({ resealed: 2, unreadable: expect.arrayContaining([lost.id, late.id]) })
    expect(await counts()).toEqual({ nieuw: 2, derde: 1, null: 1 })
    for (const bericht of [foreign, good]) expect(await digestOf(bericht)).toBe(bericht.sha256)
  })
})
