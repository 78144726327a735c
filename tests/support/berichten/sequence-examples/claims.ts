import {
  BERT,
  before,
  type Example,
  given,
  here,
  product,
  SOUTH,
  type Told,
} from '#/tests/support/berichten/sequence-examples/facts.ts'

/** A line of a declaratie over the whole of February. */
const line = (more: Partial<Told> = {}): Told => ({
  kind: 'prestatie',
  key: 'n1',
  fromOn: '2026-02-01',
  untilOn: '2026-02-28',
  details: { ...product('02', 'x'), eenheid: 'uur' },
  ...more,
})
const assigned = (more: Partial<Told> = {}) =>
  before(given('n1', { fromOn: '2025-01-01', details: { ...product('02', 'x'), eenheid: 'uur' }, ...more }))

const claim = (
  code: string,
  what: string,
  lines: Partial<Told>,
  toewijzing: Partial<Told>,
  variant: string | null,
): Example => [code, what, 323, { facts: [here(line(lines))], past: [assigned(toewijzing)] }, variant]

/** Rules on the lines of a declaratie: each broken and kept. */
export const claims: readonly Example[] = [
  claim('TR307', 'a line from before the toewijzing', {}, { fromOn: '2026-02-05' }, 'algemeen'),
  claim('TR307', 'a line from its first day', { fromOn: '2026-02-05' }, { fromOn: '2026-02-05' }, null),
  claim('TR308', 'a line beyond its end', {}, { untilOn: '2026-02-20' }, 'algemeen'),
  claim('TR308', 'a line up to its end', { untilOn: '2026-02-20' }, { untilOn: '2026-02-20' }, null),
  [
    'TR308',
    'the version of the latest decision counts (IV013), not the latest to come',
    323,
    {
      facts: [here(line())],
      past: [
        assigned({ untilOn: null, details: { ...product('02', 'x'), besluit: '2026-01-20T' } }),
        assigned({ untilOn: '2026-01-31', details: { ...product('02', 'x'), besluit: '2025-01-01T' } }),
      ],
    },
    null,
  ],
  [
    'TR338',
    'no such number, of a client with others',
    323,
    { facts: [here(line())], past: [before(given('n2'))] },
    'algemeen',
  ],
  ['TR338', 'nothing known of the client', 323, { facts: [here(line())], past: [] }, null],
  claim('TR338', 'a number of another client', {}, { client: BERT }, 'andereClient'),
  claim('TR338', 'a number of another provider', {}, { party: SOUTH }, 'andereAanbieder'),
  claim('TR338', 'its own number', {}, {}, null),
  claim('TR339', 'another category', { details: product('03', 'x') }, {}, 'algemeen'),
  claim('TR339', 'a category where none was assigned', {}, { details: {} }, null),
  claim('TR340', 'another code', { details: product('02', 'y') }, {}, 'algemeen'),
  claim('TR340', 'a code where only the category was assigned', {}, { details: product('02') }, null),
  claim('TR341', 'another unit', { details: { ...product('02', 'x'), eenheid: 'dag' } }, {}, 'algemeen'),
  claim(
    'TR341',
    'minutes of hours',
    { details: { ...product('02', 'x'), eenheid: 'minuut', eenheidOok: 'uur' } },
    {},
    null,
  ),
  claim('TR341', 'a unit where no volume was assigned', {}, { details: product('02', 'x') }, null),
  claim('TR384', 'a toewijzing that was withdrawn', {}, { details: { reden: '13' } }, 'algemeen'),
  claim('TR384', 'one that was changed', {}, { details: { ...product('02', 'x'), reden: '03' } }, null),
  claim('TR387', 'a period from the middle of the month', { fromOn: '2026-02-10' }, {}, 'algemeen'),
  claim(
    'TR387',
    'a period from the first day of a toewijzing',
    { fromOn: '2026-02-10' },
    { fromOn: '2026-02-10' },
    null,
  ),
  claim('TR387', 'a period from the first of a month in which it begins later', {}, { fromOn: '2026-02-10' }, null),
  claim('TR388', 'a period until the middle of the month', { untilOn: '2026-02-20' }, {}, 'algemeen'),
  claim(
    'TR388',
    'a period until the last day of a toewijzing',
    { untilOn: '2026-02-20' },
    { untilOn: '2026-02-20' },
    null,
  ),
  claim('TR388', 'a period of a whole month', {}, {}, null),
]
