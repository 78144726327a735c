import type { BerichtDraft } from '#/tests/support/berichten/bericht-draft.ts'
import { breaks, passes, type RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'

type Kind = { readonly nummer: number; readonly name: string; readonly begin: string; readonly end: string }

const ASSIGNED: Kind = { nummer: 301, name: 'ToegewezenProduct', begin: 'Ingangsdatum', end: 'Einddatum' }
const REQUESTED: Kind = {
  nummer: 315,
  name: 'AangevraagdProduct',
  begin: 'ToewijzingIngangsdatum',
  end: 'ToewijzingEinddatum',
}
const NEW: Kind = { nummer: 317, name: 'NieuwProduct', begin: 'GewensteIngangsdatum', end: 'Einddatum' }
const CHANGED: Kind = { ...NEW, name: 'TeWijzigenProduct' }

const NAMED = [ASSIGNED, REQUESTED, NEW]
const EVERY = [...NAMED, CHANGED]

/** Number of the rule for this kind of product. */
const numbered = (assigned: string, requested: string, added = requested): ReadonlyMap<Kind, string> =>
  new Map([
    [ASSIGNED, assigned],
    [REQUESTED, requested],
    [NEW, added],
    [CHANGED, added],
  ])

/** Turns a product with an Omvang into one with a Budget. */
const toBudget = (draft: BerichtDraft, name: string) => draft.drop(`${name}/Omvang`).add(name, 'Budget', '100000')

const NO_CODE = numbered('CD080', 'CD095', 'CD096')

const parts = NAMED.flatMap(({ nummer, name, begin, end }) => {
  const code = NO_CODE.get([ASSIGNED, REQUESTED, NEW].find((kind) => kind.name === name) ?? NEW)
  const omvang = `${name}[1]/Omvang`
  return [
    breaks('a code without Omvang', nummer, (draft) => draft.drop(`${name}/Omvang`), `CD041 ${name}[1]`),
    passes('CD041', 'no code and no Omvang', nummer, (draft) => toBudget(draft, name).drop(`${name}/Product/Code`)),
    breaks(
      'neither product nor budget',
      nummer,
      (draft) => draft.drop(`${name}/Omvang`).drop(`${name}/Product`),
      `CD079 ${name}[1]`,
    ),
    passes('CD079', 'a budget without product', nummer, (draft) => toBudget(draft, name).drop(`${name}/Product`)),
    breaks('Omvang without a code', nummer, (draft) => draft.drop(`${name}/Product/Code`), `${code} ${omvang}`),
    ...(name === 'NieuwProduct'
      ? [
          passes('CD096', 'a category with a budget', nummer, (draft) =>
            toBudget(draft, name).drop(`${name}/Product/Code`),
          ),
        ]
      : [
          passes(code ?? '', 'Omvang without a code before 2021', nummer, (draft) =>
            draft
              .drop(`${name}/Product/Code`)
              .set(`${name}/${begin}`, '2020-12-01')
              .set(`${name}/${end}`, '2020-12-31'),
          ),
        ]),
  ]
})

const PER_DAY = numbered('CS338', 'CS343', 'CS338')

const amounts = EVERY.flatMap((kind) => {
  const { nummer, name, begin, end } = kind
  const perDay = PER_DAY.get(kind) ?? ''
  const withoutCode = (draft: BerichtDraft) => (kind === CHANGED ? draft : draft.drop(`${name}/Product/Code`))
  return [
    breaks(
      'a budget without end',
      nummer,
      (draft) => withoutCode(toBudget(draft, name).drop(`${name}/${end}`)),
      `CD075 ${name}[1]`,
    ),
    passes('CD075', 'a budget with an end', nummer, (draft) => withoutCode(toBudget(draft, name))),
    breaks('a volume per week without end', nummer, (draft) => draft.drop(`${name}/${end}`), `CD076 ${name}[1]`),
    passes('CD076', 'a volume per month without end', nummer, (draft) =>
      draft.drop(`${name}/${end}`).set(`${name}/Omvang/Frequentie`, '4'),
    ),
    breaks(
      'Omvang and Budget',
      nummer,
      (draft) => draft.add(name, 'Budget', '100000'),
      `CD077 ${name}[1]/Omvang`,
      `CD078 ${name}[1]/Budget`,
    ),
    passes('CD077', 'Budget alone', nummer, (draft) => withoutCode(toBudget(draft, name))),
    passes('CD078', 'Omvang alone', nummer, (draft) => draft.set(`${name}/Omvang/Volume`, '7')),
    breaks(
      'the end before the begin',
      nummer,
      (draft) => draft.set(`${name}/${end}`, '2026-01-04'),
      `CS003 ${name}[1]/${end}`,
    ),
    passes('CS003', 'a single day', nummer, (draft) =>
      draft.set(`${name}/${begin}`, '2026-03-31').set(`${name}/${end}`, '2026-03-31'),
    ),
    ...['14', '16', '83', '84'].map((unit) =>
      breaks(
        `unit ${unit} per day`,
        nummer,
        (draft) => draft.set(`${name}/Omvang/Eenheid`, unit).set(`${name}/Omvang/Frequentie`, '1'),
        `${perDay} ${name}[1]/Omvang/Frequentie`,
      ),
    ),
    passes(perDay, 'hours per day', nummer, (draft) => draft.set(`${name}/Omvang/Frequentie`, '1')),
    passes(perDay, 'pieces in total', nummer, (draft) =>
      draft.set(`${name}/Omvang/Eenheid`, '84').set(`${name}/Omvang/Frequentie`, '6'),
    ),
  ].map((example) => ({ ...example, name: `${name}, ${example.name}` }))
})

const reasons = [
  breaks('deleted with another end', 301, (draft) => draft.set('RedenWijziging', '13'), 'CS335 RedenWijziging'),
  passes('CS335', 'deleted', 301, (draft) => draft.set('RedenWijziging', '13').set('Einddatum', '2026-01-05')),
  breaks('a reason that has lapsed', 301, (draft) => draft.set('RedenWijziging', '01'), 'CS336 RedenWijziging'),
  passes('CS336', 'a reason that exists', 301, (draft) => draft.set('RedenWijziging', '14')),
  breaks(
    'assigned after dagtekening',
    301,
    (draft) => draft.set('Toewijzingsdatum', '2026-02-03'),
    'TR134 ToegewezenProduct[1]/Toewijzingsdatum',
  ),
  passes('TR134', 'assigned on dagtekening', 301, (draft) => draft.set('Toewijzingsdatum', '2026-02-02')),
]

export const products: readonly RuleExample[] = [...parts, ...amounts, ...reasons]
