import { type BerichtRecipe, makeBericht, USUAL_ELEMENTS } from '#/simulators/berichten/make-bericht.ts'
import { Dossiers } from '#/simulators/keten/dossiers.ts'
import { makeChange, makeClaim, makeRequest } from '#/simulators/keten/own-berichten.ts'
import { exchangeOf } from '#/tests/support/chain/planned.ts'

const TODAY = '2026-02-10'
const occasion = { today: TODAY, mark: 'abcd1234' }

function dossierOf(...recipes: readonly BerichtRecipe[]) {
  const dossiers = new Dossiers()
  for (const recipe of recipes)
    dossiers.remember(exchangeOf('WMO301', makeBericht('WMO301', { dagtekening: TODAY, ...recipe }), TODAY))
  const [dossier, ...others] = dossiers.list()
  if (dossier === undefined) throw new Error('nothing was remembered')
  return { dossier, others }
}

describe('what a provider knows of a client', () => {
  it('is in the toewijzingen that it got, the latest version of each', () => {
    const changed = {
      optional: [...USUAL_ELEMENTS, 'RedenWijziging'],
      values: { Volume: '4', RedenWijziging: '03', Toewijzingstijd: '23:00:00' },
    }
    // OP080: the order of arrival means nothing.
    for (const order of [
      [{}, changed],
      [changed, {}],
    ]) {
      const { dossier, others } = dossierOf(...order)
      expect(others).toEqual([])
      expect([...dossier.toewijzingen.values()]).toMatchObject([{ nummer: '700000', omvang: { volume: 4 } }])
    }
  })

  it('is apart for each client, provider and gemeente', () => {
    const { others } = dossierOf({}, { client: 1 }, { agbCode: '99990002' }, { gemeenteCode: '9902' })
    expect(others).toHaveLength(3)
  })

  it('reads names as they are, and not as XML writes them', () => {
    expect(dossierOf({ values: { Achternaam: "O'Brien & Zoon <x>" } }).dossier.client.achternaam).toBe(
      "O'Brien & Zoon <x>",
    )
  })
})

describe('what a provider writes of itself', () => {
  it('is nothing about what was withdrawn', () => {
    const withdrawn = {
      optional: [...USUAL_ELEMENTS, 'RedenWijziging'],
      values: { RedenWijziging: '13', Toewijzingstijd: '23:00:00' },
    }
    const { dossier } = dossierOf({}, withdrawn)
    expect([makeClaim(dossier, occasion), makeRequest(dossier, occasion), makeChange(dossier, occasion)]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('is no claim on a month that is not over, and no change of what is over', () => {
    const begun = dossierOf({ values: { Ingangsdatum: '2026-02-01', Einddatum: '2026-08-31' } }).dossier
    expect(makeClaim(begun, occasion)).toBeNull()
    expect(makeChange(begun, occasion)).not.toBeNull()
    const over = dossierOf({}).dossier
    expect(makeClaim(over, occasion)).not.toBeNull()
    expect(makeChange(over, occasion)).toBeNull()
  })

  it('is no claim or request about what was assigned without a volume', () => {
    const { dossier } = dossierOf({ optional: ['Product', 'Einddatum', 'Budget', 'Adres', 'Postcode', 'Huis'] })
    expect([makeClaim(dossier, occasion), makeRequest(dossier, occasion)]).toEqual([null, null])
  })
})
