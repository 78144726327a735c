import type { BerichtDraft } from '#/tests/support/berichten/bericht-draft.ts'
import { breaks, onlyIn, passes, type RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'

/** A kind of product, and what keeps a second one from having the same key. */
type Kind = {
  readonly rule: string
  readonly nummer: number
  readonly name: string
  readonly key: string | null
  readonly begin: string
  readonly end: string
}

const KINDS: readonly Kind[] = [
  {
    rule: 'TR302',
    nummer: 301,
    name: 'ToegewezenProduct',
    key: 'ToewijzingNummer',
    begin: 'Ingangsdatum',
    end: 'Einddatum',
  },
  {
    rule: 'TR386',
    nummer: 315,
    name: 'AangevraagdProduct',
    key: 'ReferentieAanbieder',
    begin: 'ToewijzingIngangsdatum',
    end: 'ToewijzingEinddatum',
  },
  { rule: 'TR410', nummer: 317, name: 'NieuwProduct', key: null, begin: 'GewensteIngangsdatum', end: 'Einddatum' },
]

type Period = readonly [begin: string, end: string]
const FIRST: Period = ['2026-03-01', '2026-03-31']
const SHARES_A_DAY: Period = ['2026-03-31', '2026-04-30']
const AFTER: Period = ['2026-04-01', '2026-04-30']
const WITHIN: Period = ['2026-03-10', '2026-03-12']

/** Gives the product the first period, and a second one behind it with another; both then changed. */
const pair =
  (
    { name, key, begin, end }: Kind,
    second: Period,
    change: (first: BerichtDraft, second: BerichtDraft) => void = () => undefined,
  ): RuleExample['change'] =>
  (draft) => {
    const at = (period: Period) => (product: BerichtDraft) => product.set(begin, period[0]).set(end, period[1])
    draft.set(`${name}/${begin}`, FIRST[0]).set(`${name}/${end}`, FIRST[1])
    draft.copy(name, (copy) => {
      at(second)(copy)
      if (key !== null) copy.set(key, '900001')
      change(draft, copy)
    })
  }

const withBudget = (product: BerichtDraft, path = '') =>
  product.drop(path === '' ? 'Omvang' : `${path}/Omvang`).add(path, 'Budget', '50000')

const overlaps = KINDS.flatMap((kind) => {
  const { rule, nummer, name } = kind
  const both = [`${rule} ${name}[1]`, `${rule} ${name}[2]`]
  return [
    breaks('the same product on one shared day', nummer, pair(kind, SHARES_A_DAY), ...both),
    breaks('the same product within the other', nummer, pair(kind, WITHIN), ...both),
    breaks('the same product on one day within the other', nummer, pair(kind, ['2026-03-10', '2026-03-10']), ...both),
    passes(rule, 'the same product right after', nummer, pair(kind, AFTER)),
    passes(
      rule,
      'another code',
      nummer,
      pair(kind, WITHIN, (_, copy) => copy.set('Product/Code', 'P9999')),
    ),
    breaks(
      'a whole category around a product of it',
      nummer,
      pair(kind, WITHIN, (_, copy) => withBudget(copy).drop('Product/Code')),
      ...both,
    ),
    breaks(
      'any product around a product',
      nummer,
      pair(kind, WITHIN, (_, copy) => withBudget(copy).drop('Product')),
      ...both,
    ),
    passes(
      rule,
      'any product right after',
      nummer,
      pair(kind, AFTER, (_, copy) => withBudget(copy).drop('Product')),
    ),
    breaks(
      'a product without end',
      nummer,
      pair(kind, AFTER, (draft) => draft.drop(`${name}/${kind.end}`).set(`${name}/Omvang/Frequentie`, '4')),
      ...both,
    ),
  ]
})

const toHulpmiddel: Parameters<typeof pair>[2] = (draft, copy) => {
  copy.set('Product/Categorie', '12')
  // The first product of the draft is the one that the copy was taken from.
  draft.set('Product/Categorie', '12')
}

const hulpmiddelen = KINDS.flatMap((kind) => {
  const { rule, nummer, name } = kind
  const change = pair(kind, WITHIN, toHulpmiddel)
  // The text of TR386 knows no exception for hulpmiddelen, the official validation does.
  if (rule !== 'TR386') return [onlyIn('iwmo', passes(rule, 'hulpmiddelen that overlap', nummer, change))]
  const warnings = [1, 2].map((index) => `${rule}.hulpmiddel ${name}[${index}] !`)
  return [onlyIn('iwmo', breaks('hulpmiddelen that overlap', nummer, change, ...warnings))]
})

const [assigned] = KINDS
const deleted =
  assigned === undefined
    ? []
    : [
        passes(
          'TR302',
          'a toewijzing that is deleted',
          301,
          pair(assigned, ['2026-03-10', '2026-03-10'], (_, copy) => copy.set('RedenWijziging', '13')),
        ),
        breaks(
          'a toewijzing that was corrected away takes no part',
          301,
          pair(assigned, ['2026-03-10', '2026-03-10'], (_, copy) => copy.set('RedenWijziging', '01')),
          'CS336 ToegewezenProduct[2]/RedenWijziging',
        ),
      ]

export const stacking: readonly RuleExample[] = [...overlaps, ...hulpmiddelen, ...deleted]
