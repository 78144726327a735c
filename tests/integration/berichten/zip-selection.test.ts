import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import type { MemberActor } from '#/lib/access/actor.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { findAll } from '#/lib/berichten/selection/find-all.ts'
import { findSelection, Selection } from '#/lib/berichten/selection/find-selection.ts'
import { zipSelection } from '#/lib/berichten/selection/zip-selection.ts'
import { clock } from '#/lib/platform/clock.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
let home: GivenGemeente
let jansen: MemberActor
let peters: MemberActor
let keeper: MemberActor
let number = 0

beforeAll(async () => {
  home = await givenGemeente(database, { code: '9901' })
  const elsewhere = await givenGemeente(database, { code: '9902' })
  const roles = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } as const
  jansen = (await givenMember(database, home, { roles })).actor
  keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
  peters = (await givenMember(database, elsewhere, { roles })).actor
})

const make = (soort: string) => makeBericht(soort, { gemeenteCode: '9901', identificatie: `ZIP-${++number}` })
const send = async (): Promise<BerichtView> =>
  accepted(await deliver(jansen, make('WMO301'), { unverifiedFileName: 'melding.xml' }))
const get = (): Promise<BerichtView> => received(home.id, make('WMO305'))

async function zipOf(actor: MemberActor, ids: readonly string[]) {
  const begun: string[] = []
  const selection = await findSelection(actor, 'iwmo', ids)
  const begin = async ({ row }: (typeof selection)[number]) => void begun.push(row.id)
  const pieces: Buffer[] = []
  for await (const piece of await zipSelection(selection, begin, AbortSignal.timeout(20_000))) pieces.push(piece)
  return { begun, files: unzipSync(Buffer.concat(pieces)) }
}

type Manifest = {
  readonly berichten: readonly {
    readonly id: string
    readonly identificatie: string
    readonly bestand: string | null
    readonly grootte?: number
    readonly sha256?: string
    readonly reden?: string
  }[]
}
const manifestOf = (files: Record<string, Uint8Array>) =>
  JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest

// Guards issue 3 item 6: what is unpacked is what was delivered, and the manifest tells of each file what it must be.
describe('a zip of chosen berichten', () => {
  it('holds each as it is, with a manifest that names size and digest', async () => {
    const chosen = [await send(), await get(), await send()]
    const { files, begun } = await zipOf(
      jansen,
      chosen.map(({ id }) => id),
    )
    const { berichten } = manifestOf(files)
    expect(berichten.map(({ id }) => id)).toEqual(chosen.map(({ id }) => id))
    expect(begun).toEqual(chosen.map(({ id }) => id))
    expect(Object.keys(files).toSorted()).toEqual(
      ['manifest.json', ...berichten.map(({ bestand }) => String(bestand))].toSorted(),
    )
    expect(berichten[0]?.bestand).toBe('melding.xml')
    expect(berichten[2]?.bestand).toBe('melding (2).xml')
    for (const [place, { bestand, grootte, sha256 }] of berichten.entries()) {
      const bytes = files[String(bestand)] ?? new Uint8Array()
      expect(bytes.byteLength).toBe(grootte)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      expect(sha256).toBe(chosen[place]?.sha256)
    }
  })

  it('says of what has no content any more that it is gone', async () => {
    const [gone, here] = [await send(), await send()]
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [gone.id])
    const { files, begun } = await zipOf(jansen, [gone.id, here.id])
    expect(manifestOf(files).berichten).toMatchObject([
      { id: gone.id, bestand: null, reden: 'INHOUD_VERWIJDERD' },
      { id: here.id, bestand: 'melding.xml' },
    ])
    expect(Object.keys(files)).toHaveLength(2)
    expect(begun).toEqual([here.id])
  })

  it('breaks off when a content cannot be read: nobody takes half a zip for a whole one', async () => {
    const lost = await send()
    await database.query("UPDATE bericht SET storage_key = '00/00/nergens' WHERE id = $1", [lost.id])
    await expect(zipOf(jansen, [(await send()).id, lost.id])).rejects.toThrow()
  })

  it('is for a Gebruiker of the own gemeente alone, and for all or none', async () => {
    const [mine, other] = [await send(), await get()]
    await expect(findSelection(peters, 'iwmo', [mine.id])).rejects.toThrow(NotFoundError)
    await expect(findSelection(keeper, 'iwmo', [mine.id])).rejects.toThrow(ForbiddenError)
    await expect(findSelection(jansen, 'ijw', [mine.id])).rejects.toThrow(NotFoundError)
    const unknown = '01900000-0000-7000-8000-000000000000'
    await expect(findSelection(jansen, 'iwmo', [mine.id, other.id, unknown])).rejects.toThrow(NotFoundError)
  })

  it('takes each bericht once, and no more than a thousand', () => {
    const id = '01900000-0000-7000-8000-00000000000A'
    expect(Selection.parse([id, id.toLowerCase()])).toEqual([id.toLowerCase()])
    expect(Selection.safeParse([]).success).toBe(false)
    expect(Selection.safeParse(Array.from({ length: 1_001 }, () => id)).success).toBe(false)
    expect(Selection.safeParse(['../1']).success).toBe(false)
  })
})

// Guards issue 3 item 6: all that a list shows, over all its pages, and nothing that whoever chose it has not seen.
describe('all that a list shows', () => {
  const idsOf = async (actor: MemberActor, q: string, until: Date) => {
    const found = await findAll(actor, { filter: { product: 'iwmo', q }, until })
    return found.ok ? found.value.map(({ row }) => row.id) : found.error
  }

  it('is what its filters leave of what was there when it was made, newest first', async () => {
    const seen = [await send(), await get(), await get()]
    const until = clock.now()
    await database.query("UPDATE bericht SET search_text = 'alles-een.xml' WHERE id = ANY ($1)", [
      seen.map(({ id }) => id),
    ])
    const later = await get()
    await database.query(
      "UPDATE bericht SET search_text = 'alles-een.xml', created_at = created_at + interval '1 minute' WHERE id = $1",
      [later.id],
    )
    expect(await idsOf(jansen, 'alles-een', until)).toEqual(seen.map(({ id }) => id).toReversed())
    expect(await idsOf(jansen, 'niets-zo', until)).toBe('nothing')
    expect(await idsOf(peters, 'alles-een', until)).toBe('nothing')
    await expect(idsOf(keeper, 'alles-een', until)).rejects.toThrow(ForbiddenError)
  })

  it('is refused as a whole when it is more than one zip may hold', async () => {
    await database.query(
      `INSERT INTO bericht (id, organisation_id, product, direction, status, file_name, size_bytes, sha256, findings,
         error_count, warning_count, created_at)
       SELECT gen_random_uuid(), $1, 'ijw', 'ONTVANGEN', 'BESCHIKBAAR', 'veel.xml', 1, sha256(n::text::bytea), '[]', 0, 0, now()
       FROM generate_series(1, 1001) n`,
      [home.id],
    )
    const until = new Date(Date.now() + 60_000)
    expect(await findAll(jansen, { filter: { product: 'ijw' }, until })).toEqual({ ok: false, error: 'too_many' })
  })
})
