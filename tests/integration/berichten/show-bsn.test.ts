import type { MemberActor } from '#/lib/access/actor.ts'
import { BsnForm } from '#/lib/berichten/reading/bsn-form.ts'
import { showBsn } from '#/lib/berichten/reading/show-bsn.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { contentFolder, received } from '#/tests/support/berichten/deliveries.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
stopClockAt('2026-02-03T09:10:00.000Z')
let home: GivenGemeente
let jansen: MemberActor
let colleague: MemberActor
let keeper: MemberActor
let peters: MemberActor
let bytes: Buffer
let berichtId: string

beforeAll(async () => {
  home = await givenGemeente(database, { code: '9901' })
  const elsewhere = await givenGemeente(database, { code: '9902' })
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  colleague = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
  peters = (await givenMember(database, elsewhere, { roles: { iwmo: 'GEBRUIKER' } })).actor
  bytes = makeBericht('WMO323', { gemeenteCode: '9901', identificatie: 'BSN-1', repeat: { Client: 3 } })
  berichtId = (await received(home.id, bytes)).id
})

const show = (actor: MemberActor, changes: Partial<BsnForm> = {}) => {
  const form: BsnForm = { product: 'iwmo', berichtId, client: 2, reden: 'fout', toelichting: '', ...changes }
  return showBsn(actor, form, AbortSignal.timeout(10_000))
}
const bsns = () => [...bytes.toString().matchAll(/Bsn>([0-9]{9})</g)].map(([, bsn]) => bsn ?? '')
const shownRows = async () => auditRows(database, home.id, 'bericht.bsn-shown')

// Guards issue 3 item 5 and the Wabb: a whole Bsn is seen by who says why, and the log knows, without knowing the Bsn.
describe('the burgerservicenummer of a client', () => {
  it('is that of the client who was asked for, and its look is logged without it', async () => {
    expect(await show(jansen)).toEqual({ ok: true, value: bsns()[1] })
    const [row, ...others] = await shownRows()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      object_id: berichtId,
      subject_id: expect.stringMatching(/^[0-9a-f]{64}$/),
      details: { client: 2, reden: 'fout' },
    })
    expect(JSON.stringify(row)).not.toContain(bsns()[1])
    // The same client in the same gemeente is the same in the log, another one is not.
    await show(colleague, { reden: 'anders', toelichting: 'Bezwaarschrift' })
    await show(colleague, { client: 3 })
    const subjects = (await shownRows()).map(({ subject_id }) => subject_id)
    expect(subjects).toEqual([row?.subject_id, row?.subject_id, expect.not.stringContaining(String(row?.subject_id))])
  })

  it('is for who may read berichten of the own gemeente', async () => {
    const known = (await shownRows()).length
    await expect(show(keeper)).rejects.toThrow(ForbiddenError)
    await expect(show(peters)).rejects.toThrow(NotFoundError)
    expect(await show(jansen, { client: 4 })).toEqual({ ok: false, error: 'no_client' })
    const cut = await received(home.id, readFixture('fout', 'wmo305-afgekapt.xml'))
    expect((await show(jansen, { berichtId: cut.id, client: 1 })).ok).toBe(false)
    expect(await shownRows()).toHaveLength(known)
  })

  it('is shown sixty times an hour to one person', async () => {
    const { actor } = await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })
    for (let turn = 0; turn < 60; turn++) expect((await show(actor)).ok).toBe(true)
    expect(await show(actor)).toEqual({ ok: false, error: 'too_many' })
    expect((await show(colleague)).ok).toBe(true)
  })
})

describe('the reason', () => {
  const parse = (changes: object) =>
    BsnForm.safeParse({ product: 'iwmo', berichtId, client: '2', reden: 'fout', toelichting: '', ...changes })

  it.each([
    ['without a reason', { reden: '' }],
    ['of something else without words', { reden: 'anders', toelichting: ' ' }],
    ['with a Bsn in the words', { toelichting: 'cliënt 999900006' }],
    ['with a Bsn in pieces', { toelichting: 'cliënt 9999.00.006' }],
    ['of no client', { client: '0' }],
    ['too long', { toelichting: 'x'.repeat(201) }],
  ])('is refused %s', (_name, changes) => {
    expect(parse(changes).success).toBe(false)
  })

  it('is enough by choosing, or in words', () => {
    expect(parse({}).success).toBe(true)
    expect(parse({ reden: 'anders', toelichting: 'Bezwaar van 3 februari 2026' }).success).toBe(true)
  })
})
