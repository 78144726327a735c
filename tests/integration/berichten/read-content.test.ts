import type { MemberActor } from '#/lib/access/actor.ts'
import { readContent } from '#/lib/berichten/reading/read-content.ts'
import { readXml } from '#/lib/berichten/reading/read-xml.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { accepted, contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
let jansen: MemberActor
let peters: MemberActor
let number = 0

beforeAll(async () => {
  const home = await givenGemeente(database, { code: '9901' })
  const elsewhere = await givenGemeente(database, { code: '9902' })
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  peters = (await givenMember(database, elsewhere, { roles: { iwmo: 'GEBRUIKER' } })).actor
})

const identificatie = () => `L-${++number}`
const toewijzing = () => makeBericht('WMO301', { gemeenteCode: '9901', identificatie: identificatie() })
const read = (actor: MemberActor, berichtId: string) =>
  readContent(actor, { product: 'iwmo', berichtId }, { skip: 0, take: 10 }, AbortSignal.timeout(10_000))
const bsnIn = (bytes: Buffer) => /Bsn>([0-9]{9})</.exec(bytes.toString())?.[1] ?? ''

// Guards issue 3 item 5 and access-norms chapter 6: reading is of the own gemeente, in the log, and without the BSN.
describe('reading the content of a bericht', () => {
  it('shows it without its burgerservicenummer, and says so in the log', async () => {
    const bytes = toewijzing()
    const { id } = accepted(await deliver(jansen, bytes))
    const { content } = await read(jansen, id)
    expect(content).toMatchObject({ ok: true, value: { clientCount: 1, isCut: false } })
    expect(bsnIn(bytes)).toHaveLength(9)
    expect(JSON.stringify(content)).not.toContain(bsnIn(bytes))
    expect(JSON.stringify(content)).toContain(`•••••${bsnIn(bytes).slice(-3)}`)
    const rows = await auditRows(database, jansen.organisationId, 'bericht.content-read')
    expect(rows.filter(({ object_id }) => object_id === id)).toHaveLength(1)
  })

  it('reads what lies in an envelope', async () => {
    const bytes = toewijzing()
    const bare = accepted(await deliver(jansen, bytes))
    const inside = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: identificatie() })
    const wrapped = accepted(await deliver(jansen, await makeEnvelope('WMO301', inside, { gemeenteCode: '9901' })))
    const [one, other] = [await read(jansen, bare.id), await read(jansen, wrapped.id)]
    expect(other.content.ok && other.content.value.clientCount).toBe(1)
    expect(one.content.ok && one.content.value.general[0]?.name).toBe('Header')
  })

  it('leaves the status as it is, and reads what came with faults', async () => {
    const bericht = await received(jansen.organisationId, readFixture('geldig', 'wmo315-twee-producten.xml'))
    expect((await read(jansen, bericht.id)).bericht.status).toBe('BESCHIKBAAR')
    const faulty = toewijzing()
      .toString()
      .replace(/Geslacht>[0-9]</, 'Geslacht>9<')
    const refused = await deliver(jansen, Buffer.from(faulty))
    if (refused.kind !== 'rejected') throw new Error(refused.kind)
    expect((await read(jansen, refused.bericht.id)).content.ok).toBe(true)
  })

  it('says so when it cannot be read, or is gone', async () => {
    const refused = await deliver(jansen, Buffer.from('<leeg>'))
    if (refused.kind !== 'rejected') throw new Error(refused.kind)
    expect((await read(jansen, refused.bericht.id)).content).toEqual({ ok: false, error: 'unreadable' })
    const { id } = accepted(await deliver(jansen, toewijzing()))
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [id])
    expect((await read(jansen, id)).content).toEqual({ ok: false, error: 'deleted' })
  })

  // Recognised by its beginning, and then cut off, or of another encoding than it says.
  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['no UTF-8', (bytes: Buffer) => Buffer.from(bytes.toString().replace('Oefenaar', 'Oefen\u00E4r'), 'latin1')],
  ])('says so when a bericht of a known kind cannot be read: %s', async (_name, damage) => {
    const { id } = accepted(await deliver(jansen, toewijzing()))
    const refused = await deliver(jansen, damage(toewijzing()))
    if (refused.kind !== 'rejected') throw new Error(refused.kind)
    // What the checks knew of it does not matter to the reading of it.
    await database.query(
      `UPDATE bericht SET berichtsoort = k.berichtsoort, versie = k.versie FROM bericht k
       WHERE bericht.id = $1 AND k.id = $2`,
      [refused.bericht.id, id],
    )
    expect((await read(jansen, refused.bericht.id)).content).toEqual({ ok: false, error: 'unreadable' })
  })

  it('does not know a bericht of another gemeente', async () => {
    const { id } = accepted(await deliver(jansen, toewijzing()))
    await expect(read(peters, id)).rejects.toThrow(NotFoundError)
    expect(await auditRows(database, peters.organisationId, 'bericht.content-read')).toEqual([])
  })
})

// Guards issue 3 item 5: the raw file is as guarded as the read one.
describe('reading the lines of a bericht', () => {
  const lines = (actor: MemberActor, berichtId: string, regel = 1) =>
    readXml(actor, { product: 'iwmo', berichtId }, { regel, kolom: 1 }, AbortSignal.timeout(10_000))

  it('shows them without the burgerservicenummer, in the log, for the own gemeente alone', async () => {
    const bytes = toewijzing()
    const { id } = accepted(await deliver(jansen, bytes))
    const { xml } = await lines(jansen, id)
    expect(xml.ok && xml.value.rows[0]?.text).toBe('<?xml version="1.0" encoding="UTF-8"?>')
    expect(JSON.stringify(xml)).not.toContain(bsnIn(bytes))
    const rows = await auditRows(database, jansen.organisationId, 'bericht.content-read')
    expect(rows.filter(({ object_id }) => object_id === id)).toMatchObject([{ details: { vanafRegel: 1 } }])
    await expect(lines(peters, id)).rejects.toThrow(NotFoundError)
  })

  it('shows what no check accepted, and what lies in an envelope', async () => {
    const cut = await received(jansen.organisationId, readFixture('fout', 'wmo305-afgekapt.xml'))
    expect((await lines(jansen, cut.id)).xml.ok).toBe(true)
    const inside = toewijzing()
    const about = { gemeenteCode: '9901', referentienummer: ids.referentienummer() }
    const wrapped = accepted(await deliver(jansen, await makeEnvelope('WMO301', inside, about)))
    const { xml, bericht } = await lines(jansen, wrapped.id, 2)
    expect([xml.ok && xml.value.rows[0]?.regel, bericht.isEnveloped]).toEqual([2, true])
    expect(xml.ok && xml.value.rows[0]?.text).toContain(':Bericht ')
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [wrapped.id])
    expect((await lines(jansen, wrapped.id)).xml).toEqual({ ok: false, error: 'deleted' })
  })
})
