import {
  ask,
  BERT,
  before,
  type Example,
  given,
  here,
  product,
  type Told,
} from '#/tests/support/berichten/sequence-examples/facts.ts'

// The dagtekening is 2 February 2026.
const same = (key: string): Told => ({ kind: 'ongewijzigd', key, fromOn: null })
const change = (key: string, more: Partial<Told> = {}): Told => ({
  kind: 'wijziging',
  key,
  fromOn: '2026-03-01',
  details: { omvang: 'v1' },
  ...more,
})
const fresh = (more: Partial<Told> = {}): Told => ({ kind: 'nieuw', key: 'p', details: product('02', 'x'), ...more })
const assigned = (key: string, more: Partial<Told> = {}) =>
  before(given(key, { fromOn: '2025-01-01', details: { ...product('02', 'x'), omvang: 'v1' }, ...more }))

const request = (
  code: string,
  what: string,
  facts: readonly Told[],
  past: ReturnType<typeof assigned>[],
  variant: string | null,
): Example => [code, what, 317, { facts: [ask('v1'), ...facts].map((told) => here(told)), past }, variant]

/** Rules on a request to change toewijzingen: each broken and kept. */
export const changes: readonly Example[] = [
  request('TR349', 'one that counts is not named', [same('n1')], [assigned('n1'), assigned('n2')], 'algemeen'),
  request('TR349', 'all are named', [same('n1'), change('n2')], [assigned('n1'), assigned('n2')], null),
  request(
    'TR349',
    'what is over, withdrawn, ended as it began or of another client does not count',
    [same('n1')],
    [
      assigned('n1'),
      assigned('n2', { untilOn: '2026-02-01' }),
      assigned('n3', { details: { reden: '13' } }),
      assigned('n4', { untilOn: '2025-01-01', details: { reden: '01' } }),
      assigned('n5', { client: BERT }),
    ],
    null,
  ),
  request('TR350', 'no such toewijzing', [same('n9')], [assigned('n1')], 'algemeen'),
  request('TR350', 'one that is over', [same('n1')], [assigned('n1', { untilOn: '2026-02-01' })], 'voorbij'),
  request('TR350', 'one of another client', [same('n1')], [assigned('n1', { client: BERT })], 'andereClient'),
  request('TR350', 'one that ends today', [same('n1')], [assigned('n1', { untilOn: '2026-02-02' })], null),
  request('TR351', 'no such toewijzing', [change('n9')], [assigned('n1')], 'algemeen'),
  request('TR351', 'one that counts', [change('n1')], [assigned('n1')], null),
  request('TR357', 'from some days ago', [change('n1', { fromOn: '2026-01-20' })], [assigned('n1')], 'algemeen'),
  request('TR357', 'from its first day', [change('n1', { fromOn: '2025-01-01' })], [assigned('n1')], null),
  request('TR357', 'from a day to come', [change('n1')], [assigned('n1')], null),
  request('TR361', 'a new product that is there already', [same('n1'), fresh()], [assigned('n1')], 'algemeen'),
  request(
    'TR361',
    'a new product after the end of the other',
    [same('n1'), fresh({ fromOn: '2026-07-01' })],
    [assigned('n1', { untilOn: '2026-06-30' })],
    null,
  ),
  request(
    'TR361',
    'hulpmiddelen',
    [same('n1'), fresh({ details: { ...product('11', 'x'), isHulpmiddel: true } })],
    [assigned('n1', { details: { ...product('11', 'x'), isHulpmiddel: true } })],
    null,
  ),
  request(
    'TR373',
    'another budget from a later day',
    [change('n1', { details: { budget: 'b2' } })],
    [assigned('n1', { details: { budget: 'b1' } })],
    'algemeen',
  ),
  request(
    'TR373',
    'another volume of the whole period from a later day',
    [change('n1', { details: { omvang: 'v2', isTotaal: true } })],
    [assigned('n1', { details: { ...product('02', 'x'), omvang: 'v1', isTotaal: true } })],
    'algemeen',
  ),
  request(
    'TR373',
    'another budget from its first day',
    [change('n1', { fromOn: '2025-01-01', details: { budget: 'b2' } })],
    [assigned('n1', { details: { budget: 'b1' } })],
    null,
  ),
  request('TR373', 'another volume per week', [change('n1', { details: { omvang: 'v2' } })], [assigned('n1')], null),
  request('TR375', 'a volume without product', [change('n1')], [assigned('n1', { details: {} })], 'algemeen'),
  request(
    'TR375',
    'a volume without product on one that ended in 2020',
    [change('n1')],
    [assigned('n1', { untilOn: '2020-12-31', details: {} })],
    null,
  ),
  request('TR411', 'no volume with a code', [change('n1', { details: {} })], [assigned('n1')], 'algemeen'),
  request('TR411', 'a volume with a code', [change('n1')], [assigned('n1')], null),
  request(
    'TR412',
    'a volume with a category alone',
    [change('n1')],
    [assigned('n1', { details: product('02') })],
    'algemeen',
  ),
  request('TR412', 'a volume with a code', [change('n1')], [assigned('n1')], null),
]
