import type { MemberActor } from '#/lib/access/actor.ts'
import { listViews, MOST_VIEWS, removeView, saveView } from '#/lib/berichten/views/saved-views.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()

// Guards issue 3 item 6: a view is of one person, and nothing in it can name another.
describe('the views of a list', () => {
  let home: GivenGemeente
  let jansen: MemberActor
  let colleague: MemberActor
  let keeper: MemberActor
  let foreign: MemberActor

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9901' })
    const elsewhere = await givenGemeente(database, { code: '9902' })
    const roles = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } as const
    jansen = (await givenMember(database, home, { roles })).actor
    colleague = (await givenMember(database, home, { roles })).actor
    keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
    foreign = (await givenMember(database, elsewhere, { roles })).actor
  })
  beforeEach(() => database.query('DELETE FROM saved_view'))

  const save = (naam: string, filters = 'status=BESCHIKBAAR', actor = jansen) =>
    saveView(actor, { product: 'iwmo', naam, filters })
  const names = async (actor = jansen, product: 'iwmo' | 'ijw' = 'iwmo') =>
    (await listViews(actor, product)).map(({ name }) => name)

  it('are kept by name with their filters, for their owner and product alone', async () => {
    await save('Starts', 'status=BESCHIKBAAR&soort=WMO305&van=2026-02-01&q=abc')
    await save('Alles te laat', 'aandacht=beantwoorden')
    expect(await listViews(jansen, 'iwmo')).toMatchObject([
      { name: 'Alles te laat', filters: { aandacht: 'beantwoorden' } },
      { name: 'Starts', filters: { status: 'BESCHIKBAAR', soort: 'WMO305', van: '2026-02-01', q: 'abc' } },
    ])
    expect([await names(jansen, 'ijw'), await names(colleague), await names(foreign)]).toEqual([[], [], []])
    await expect(names(keeper)).rejects.toThrow(ForbiddenError)
  })

  it('keep no search for a person, no place in the list and nothing that looks like a burgerservicenummer', async () => {
    await save('Zoek', `status=BESCHIKBAAR&client=${'a'.repeat(50)}&cursor=x&eerder=y&onzin=1`)
    expect((await listViews(jansen, 'iwmo'))[0]?.filters).toEqual({ status: 'BESCHIKBAAR' })
    expect(await save('Cliënt', `client=${'a'.repeat(50)}`)).toEqual({ ok: false, error: 'nothing' })
    expect(await save('Leeg', '')).toEqual({ ok: false, error: 'nothing' })
    expect(await save('Nummer', 'q=900000016')).toEqual({ ok: false, error: 'number' })
    expect(await names()).toEqual(['Zoek'])
  })

  it('have each a name of their own, and are not without end, also from two windows at once', async () => {
    await save('Starts')
    expect(await save('starts', 'soort=WMO305')).toEqual({ ok: false, error: 'taken' })
    const outcomes = await Promise.all(Array.from({ length: MOST_VIEWS + 5 }, (_, index) => save(`Weergave ${index}`)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(MOST_VIEWS - 1)
    expect(await names()).toHaveLength(MOST_VIEWS)
    expect((await save('Starts', 'soort=WMO305', colleague)).ok).toBe(true)
  })

  it('go when their owner says so, and nobody else can', async () => {
    await save('Starts')
    const [view] = await listViews(jansen, 'iwmo')
    const id = view?.id ?? ''
    for (const actor of [colleague, foreign])
      expect(await removeView(actor, { product: 'iwmo', id })).toEqual({ ok: false, error: 'gone' })
    expect(await removeView(jansen, { product: 'ijw', id })).toEqual({ ok: false, error: 'gone' })
    await removeView(jansen, { product: 'iwmo', id })
    expect(await names()).toEqual([])
  })

  // A release can drop a status or a kind of bericht: an old view then shows more, and no error.
  it('leave out what is no filter any more', async () => {
    await save('Oud')
    await database.query('UPDATE saved_view SET filters = $1', ['{"status":"VERDWENEN","soort":"WMO305","x":{}}'])
    expect((await listViews(jansen, 'iwmo'))[0]?.filters).toEqual({ soort: 'WMO305' })
    await database.query("UPDATE saved_view SET filters = '[]'")
    expect((await listViews(jansen, 'iwmo'))[0]?.filters).toEqual({})
  })
})
