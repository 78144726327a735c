import type { MemberActor } from '#/lib/access/actor.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { type BerichtRecipe, makeBericht, USUAL_ELEMENTS } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
stopClockAt('2026-02-03T09:00:00.000Z')
let number = 0
const unique = (prefix: string) => `${prefix}-${++number}`

// Guards level 3 where a declaratie or a request is held against toewijzingen: by what the database has, and leaving nothing there.
describe('what a provider sends, held against its toewijzingen', () => {
  let home: GivenGemeente
  let jansen: MemberActor
  let client = 0

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9901' })
    jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  })
  beforeEach(() => {
    client += 1
  })

  const make = (soort: string, recipe: BerichtRecipe) =>
    makeBericht(soort, { client, identificatie: unique('AS'), gemeenteCode: '9901', ...recipe })
  const assign = async (nummer: string, values: Readonly<Record<string, string>> = {}) =>
    accepted(
      await deliver(
        jansen,
        make('WMO301', {
          optional: USUAL_ELEMENTS.filter((name) => name !== 'ReferentieAanbieder'),
          values: { ToewijzingNummer: nummer, Einddatum: '2026-12-31', ...values },
        }),
      ),
    )
  const get = (soort: string, nummer: string, values: Readonly<Record<string, string>> = {}) =>
    received(
      home.id,
      make(soort, {
        values: {
          DeclaratieNummer: `D26${String(++number).padStart(5, '0')}`,
          ReferentieAanbieder: unique('R'),
          ToewijzingNummer: nummer,
          ...values,
        },
      }),
    )
  const found = ({ findings }: BerichtView, code: string) => findings.filter((one) => one.code === code)

  it('says at the line of a declaratie which toewijzing it does not know, and keeps nothing of the line', async () => {
    await assign('820001')
    expect(found(await get('WMO323', '820001'), 'TR338')).toEqual([])
    const strange = await get('WMO323', '820002')
    expect(strange).toMatchObject({ status: 'BESCHIKBAAR', errorCount: 0 })
    expect(found(strange, 'TR338')).toMatchObject([
      { ernst: 'waarschuwing', variant: 'algemeen', pad: expect.stringMatching(/\/Prestatie(?:\[1\])?$/) },
    ])
    const kinds = await database.query<{ kind: string }>(
      'SELECT DISTINCT kind FROM bericht_fact WHERE bericht_id = $1',
      [strange.id],
    )
    expect(kinds).toEqual([{ kind: 'declaratie' }])
  })

  it('holds a line against the last version of its toewijzing', async () => {
    await assign('820003', { Ingangsdatum: '2026-01-01' })
    const period = { 'ProductPeriode/Begindatum': '2026-01-01', 'ProductPeriode/Einddatum': '2026-01-31' }
    const known = await get('WMO323', '820003', period)
    expect([found(known, 'TR307'), found(known, 'TR387'), found(known, 'TR388')]).toEqual([[], [], []])
    expect(found(await get('WMO323', '820003', { ...period, ProductCode: '02A99' }), 'TR340')).toHaveLength(1)
    await assign('820003', { Ingangsdatum: '2026-01-12', Toewijzingsdatum: '2026-02-02', Toewijzingstijd: '23:00:00' })
    expect(found(await get('WMO323', '820003', period), 'TR307')).toHaveLength(1)
  })

  it('says which toewijzingen a request for change leaves out, and which it does not know', async () => {
    await assign('820004')
    await assign('820005')
    const asked = await get('WMO317', '820004')
    expect(found(asked, 'TR349')).toMatchObject([{ pad: expect.stringMatching(/\/Verzoek$/) }])
    expect(found(asked, 'TR351')).toEqual([])
    expect(found(await get('WMO317', '820006'), 'TR351')).toMatchObject([
      { pad: expect.stringMatching(/\/TeWijzigenProduct(?:\[1\])?$/) },
    ])
  })
})
