import { before, type Example, given, here, product, SOUTH } from '#/tests/support/berichten/sequence-examples/facts.ts'

/** Overlapping toewijzingen and second answers: each rule broken and kept. */
export const overlaps: readonly Example[] = [
  [
    'OP259',
    'the same product over the same days',
    301,
    {
      facts: [here(given('n2', { details: product('02', 'x') }))],
      past: [before(given('n1', { untilOn: '2026-02-01', details: product('02', 'x') }))],
    },
    'algemeen',
  ],
  [
    'OP259',
    'the same product from the next day',
    301,
    {
      facts: [here(given('n2', { details: product('02', 'x') }))],
      past: [before(given('n1', { fromOn: '2025-02-01', untilOn: '2026-01-31', details: product('02', 'x') }))],
    },
    null,
  ],
  [
    'OP259',
    'the same product over days that a later version gave up (IV013)',
    301,
    {
      facts: [here(given('n2', { details: product('02', 'x') }))],
      past: [
        before(given('n1', { fromOn: '2026-01-01', details: { ...product('02', 'x'), besluit: '2026-01-01T' } })),
        before(
          given('n1', {
            fromOn: '2026-01-01',
            untilOn: '2026-01-31',
            details: { ...product('02', 'x'), besluit: '2026-01-20T', reden: '02' },
          }),
        ),
      ],
    },
    null,
  ],
  [
    'OP259',
    'the same product of a toewijzing that was withdrawn',
    301,
    {
      facts: [here(given('n2', { details: product('02', 'x') }))],
      past: [before(given('n1', { details: { ...product('02', 'x'), reden: '13' } }))],
    },
    null,
  ],
  [
    'OP259',
    'the same product at another provider',
    301,
    {
      facts: [here(given('n2', { details: product('02', 'x') }))],
      past: [before(given('n1', { party: SOUTH, details: product('02', 'x') }))],
    },
    null,
  ],
  [
    'OP259',
    'a toewijzing that goes along here',
    301,
    {
      facts: [
        here(given('n2', { details: product('02', 'x') })),
        here(given('n1', { untilOn: '2026-01-31', details: product('02', 'x') })),
      ],
      past: [before(given('n1', { details: product('02', 'x') }))],
    },
    null,
  ],
  [
    'OP259',
    'hulpmiddelen',
    301,
    {
      facts: [here(given('n2', { details: { ...product('11', 'x'), isHulpmiddel: true } }))],
      past: [before(given('n1', { details: { ...product('11', 'x'), isHulpmiddel: true } }))],
    },
    null,
  ],

  [
    'TWEEDE_ANTWOORD',
    'a second answer',
    325,
    { subject: { direction: 'AANGELEVERD', answers: 'answered' } },
    'algemeen',
  ],
  ['TWEEDE_ANTWOORD', 'the first answer', 325, { subject: { direction: 'AANGELEVERD' } }, null],
]
