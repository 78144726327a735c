import { Readable } from 'node:stream'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { deleteExpiredBerichten } from '#/lib/berichten/delete-expired-content.ts'
import { findContent, recordFetch } from '#/lib/berichten/fetch-content.ts'
import { readCursor } from '#/lib/berichten/filter.ts'
import { listBerichten, listCounted } from '#/lib/berichten/list-berichten.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { receiveBericht } from '#/lib/berichten/receive-bericht.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, filesIn, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })
const job = systemActor('test', 'test')

let number = 0
const bericht = (soort: string) => makeBericht(soort, { gemeenteCode: '9901', identificatie: `E-${++number}` })

describe('berichten of one gemeente', () => {
  let voorbeeldstad: GivenGemeente
  let jansen: MemberActor
  let peters: MemberActor

  beforeEach(async () => {
    await database.query('DELETE FROM bericht_status_change')
    await database.query('DELETE FROM bericht')
  })
  beforeAll(async () => {
    voorbeeldstad = await givenGemeente(database, { code: '9901' })
    const modelwijk = await givenGemeente(database, { code: '9902' })
    jansen = (await givenMember(database, voorbeeldstad, { roles: { iwmo: 'GEBRUIKER' } })).actor
    peters = (await givenMember(database, modelwijk, { roles: { iwmo: 'GEBRUIKER' } })).actor
  })

  async function received(): Promise<string> {
    const input = {
      organisationId: voorbeeldstad.id,
      product: 'iwmo',
      body: Readable.from([bericht('WMO305')]),
    } as const
    const result = await receiveBericht(job, input, untilDone())
    if (!result.ok) throw new Error(result.error)
    return result.value.bericht.id
  }

  // The same answer as for an id that never existed: nobody learns with whom another gemeente exchanges files.
  it('do not exist for another gemeente, by any road', async () => {
    const { id: berichtId } = accepted(await deliver(jansen, bericht('WMO301')))
    const address = { product: 'iwmo', berichtId } as const
    await expect(readBericht(peters, address)).rejects.toThrow(NotFoundError)
    await expect(findContent(peters, address)).rejects.toThrow(NotFoundError)
    await expect(withdrawBericht(peters, { ...address, reason: null })).rejects.toThrow(NotFoundError)
    expect((await listBerichten(peters, { product: 'iwmo', limit: 50 })).items).toEqual([])
    expect((await readBericht(jansen, address)).status).toBe('IN_WACHTRIJ')
  })

  // Every bericht once, in order, also when several came within one millisecond.
  it('are all shown once by going through the pages, forth and back', async () => {
    for (let count = 0; count < 7; count++) accepted(await deliver(jansen, bericht('WMO301')))
    await database.query("UPDATE bericht SET created_at = '2026-11-20T10:00:00.000Z'")
    const all = (await listBerichten(jansen, { product: 'iwmo', limit: 50 })).items.map(({ id }) => id)
    const seen: string[] = []
    let page = await listBerichten(jansen, { product: 'iwmo', limit: 3 })
    seen.push(...page.items.map(({ id }) => id))
    while (page.older) {
      page = await listBerichten(jansen, { product: 'iwmo', limit: 3, olderThan: readCursor(page.older) ?? undefined })
      seen.push(...page.items.map(({ id }) => id))
    }
    expect(seen).toEqual(all)
    // The number beside the list is that of all pages, on whichever of them one is.
    for (const place of [{}, { olderThan: readCursor(page.newer ?? '') ?? undefined }]) {
      const { count } = await listCounted(jansen, { product: 'iwmo', limit: 3, ...place })
      expect(count).toEqual({ found: all.length, isMore: false, isEmpty: false })
    }
    const back = await listBerichten(jansen, {
      product: 'iwmo',
      limit: 3,
      newerThan: readCursor(page.newer ?? '') ?? undefined,
    })
    expect(back.items.map(({ id }) => id)).toEqual(all.slice(3, 6))
  })

  it('are found by part of identification or file name, where a % is a % ', async () => {
    const { identificatie } = accepted(await deliver(jansen, bericht('WMO301'), { unverifiedFileName: '100%.xml' }))
    const search = async (q: string) => (await listBerichten(jansen, { product: 'iwmo', q, limit: 50 })).items.length
    expect(await search(identificatie ?? '')).toBe(1)
    expect(await search('0%.X')).toBe(1)
    expect(await search('%%%')).toBe(0)
    expect(await search("' OR true --")).toBe(0)
  })

  // Half a file is not a file: only the whole makes OPGEHAALD, and the log tells the rest.
  it('are opgehaald by the whole content only', async () => {
    const about = { berichtsoort: 'WMO305', sha256: '0'.repeat(64) }
    const address = { product: 'iwmo', berichtId: await received(), ...about } as const
    for (const ending of ['broken', 'part'] as const) {
      await recordFetch(jansen, { ...address, ending, form: 'bericht' })
      expect((await readBericht(jansen, address)).status).toBe('BESCHIKBAAR')
    }
    await recordFetch(jansen, { ...address, ending: 'whole', form: 'bericht' })
    await recordFetch(jansen, { ...address, ending: 'whole', form: 'bericht' })
    const detail = await readBericht(jansen, address)
    expect(detail.timeline.map(({ status, byName }) => [status, byName])).toEqual([
      ['OPGEHAALD', 'A. Jansen'],
      ['BESCHIKBAAR', null],
    ])
    expect(await auditRows(database, voorbeeldstad.id, 'bericht.fetch-broken')).toHaveLength(1)
    expect(await auditRows(database, voorbeeldstad.id, 'bericht.fetched')).toHaveLength(2)
  })

  it('are withdrawn once, by one of two at the same moment', async () => {
    const { id: berichtId } = accepted(await deliver(jansen, bericht('WMO301')))
    const both = await Promise.all(
      ['een', 'twee'].map((reason) => withdrawBericht(jansen, { product: 'iwmo', berichtId, reason })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await readBericht(jansen, { product: 'iwmo', berichtId })).timeline).toHaveLength(3)
  })

  // Content goes after its term, what is known about a bericht stays; what waits to be sent keeps its content.
  it('lose their content after two months, and what nobody fetched is verlopen', async () => {
    const waiting = accepted(await deliver(jansen, bericht('WMO301'))).id
    const old = await received()
    const young = await received()
    await database.query("UPDATE bericht SET created_at = now() - interval '63 days' WHERE id = ANY($1)", [
      [old, waiting],
    ])
    const contents = filesIn(folder).length
    expect(await deleteExpiredBerichten(job, untilDone())).toBe(1)
    expect(await deleteExpiredBerichten(job, untilDone())).toBe(0)
    expect(filesIn(folder).length).toBe(contents - 1)
    const gone = await readBericht(jansen, { product: 'iwmo', berichtId: old })
    expect(gone).toMatchObject({ status: 'VERLOPEN', outOfReach: 'deleted', berichtsoort: 'WMO305' })
    expect(await findContent(jansen, { product: 'iwmo', berichtId: old })).toEqual({ ok: false, error: 'deleted' })
    for (const berichtId of [waiting, young])
      expect((await readBericht(jansen, { product: 'iwmo', berichtId })).outOfReach).toBeNull()
    // The proof: what was destroyed, by which term. The key of the file lay in the file.
    const [proof, ...others] = await auditRows(database, voorbeeldstad.id, 'bericht.content-deleted')
    expect(others).toEqual([])
    expect(proof).toMatchObject({
      object_id: old,
      details: {
        nietOpgehaald: true,
        termijn: 'TWEE_MAANDEN',
        berichtsoort: 'WMO305',
        grootte: gone.sizeBytes,
        sha256: gone.sha256,
      },
    })
    const { opslag } = { opslag: '', ...(proof?.details as object) }
    expect(opslag).toMatch(/^[0-9a-f]{32}$/)
    expect(filesIn(folder)).not.toContain(opslag)
  })

  it('lose their content a day after fetching when the gemeente chose so', async () => {
    const berichtId = await received()
    const about = { berichtsoort: 'WMO305', form: 'bericht', sha256: '0'.repeat(64) } as const
    await recordFetch(jansen, { product: 'iwmo', berichtId, ending: 'whole', ...about })
    await database.query("UPDATE bericht SET fetched_at = now() - interval '25 hours'")
    expect(await deleteExpiredBerichten(job, untilDone())).toBe(0)
    await database.query(
      `INSERT INTO product_settings VALUES ($1, 'iwmo', '{}', 'DAG_NA_OPHALEN', 1, 'P. Smit', now())`,
      [voorbeeldstad.id],
    )
    expect(await deleteExpiredBerichten(job, untilDone())).toBe(1)
    expect((await readBericht(jansen, { product: 'iwmo', berichtId })).status).toBe('OPGEHAALD')
    const proofs = await auditRows(database, voorbeeldstad.id, 'bericht.content-deleted')
    expect(proofs.at(-1)).toMatchObject({ object_id: berichtId, details: { termijn: 'DAG_NA_OPHALEN' } })
  })
})
