import {
  ask,
  BERT,
  before,
  claim,
  type Example,
  given,
  here,
  reply,
  SOUTH,
  start,
  stop,
} from '#/tests/support/berichten/sequence-examples/facts.ts'

/** Each rule on toewijzingen, requests, answers and claims broken and kept, with what makes the difference. */
export const decisions: readonly Example[] = [
  [
    'TR332',
    'a number of another client',
    301,
    { facts: [here(given('n1'))], past: [before(given('n1', { client: BERT }))] },
    'andereClient',
  ],
  [
    'TR332',
    'a number of another provider',
    301,
    { facts: [here(given('n1'))], past: [before(given('n1', { party: SOUTH }))] },
    'andereAanbieder',
  ],
  [
    'TR332',
    'a toewijzing that is sent again (OP087)',
    301,
    { facts: [here(given('n1'))], past: [before(given('n1'))] },
    null,
  ],

  [
    'TR333',
    'a number of a claim that was used',
    323,
    { facts: [here(claim('d1'))], past: [before(claim('d1'))] },
    'algemeen',
  ],
  ['TR333', 'a new number', 323, { facts: [here(claim('d1'))], past: [before(claim('d2'))] }, null],

  [
    'TR337',
    'an answer to nothing',
    325,
    { subject: { answers: 'unknown', heenDagtekening: '2026-02-01' } },
    'algemeen',
  ],
  [
    'TR337',
    'an answer to a claim of before the portal',
    325,
    { subject: { answers: 'unknown', heenDagtekening: '2026-01-01' } },
    null,
  ],
  ['TR337', 'an answer to a claim', 325, { subject: { heenDagtekening: '2026-02-01' } }, null],

  ['TR347', 'a reference that was used', 315, { facts: [here(ask('r1'))], past: [before(ask('r1'))] }, 'algemeen'],
  ['TR347', 'a new reference', 317, { facts: [here(ask('r1'))] }, null],

  ['TR355', 'an answer to no request', 319, { facts: [here(reply('r1', '1'))], past: [before(ask('r2'))] }, 'algemeen'],
  ['TR355', 'an answer to a request of before the portal', 319, { facts: [here(reply('r1', '1'))] }, null],
  ['TR355', 'an answer to a request', 319, { facts: [here(reply('r1', '1'))], past: [before(ask('r1'))] }, null],

  [
    'TR359',
    'an answer after the toewijzing',
    319,
    { facts: [here(reply('r1', '1'))], past: [before(given('n1', { other: 'r1' }))] },
    'algemeen',
  ],
  [
    'TR359',
    'an answer before it',
    319,
    { facts: [here(reply('r1', '1'))], past: [before(given('n1', { other: 'r2' }))] },
    null,
  ],

  [
    'TR360',
    'looking into it twice',
    319,
    { facts: [here(reply('r1', '2'))], past: [before(reply('r1', '2'))] },
    'algemeen',
  ],
  [
    'TR360',
    'a refusal after looking into it',
    319,
    { facts: [here(reply('r1', '1'))], past: [before(reply('r1', '2'))] },
    null,
  ],

  [
    'TR365',
    'an answer after a refusal',
    319,
    { facts: [here(reply('r1', '1'))], past: [before(reply('r1', '1'))] },
    'algemeen',
  ],
  [
    'TR365',
    'an answer after looking into it',
    319,
    { facts: [here(reply('r1', '1'))], past: [before(reply('r1', '2'))] },
    null,
  ],

  ['TR374', 'a request while one is open', 315, { facts: [here(ask('r2'))], past: [before(ask('r1'))] }, 'algemeen'],
  [
    'TR374',
    'a request while one is looked into',
    317,
    { facts: [here(ask('r2'))], past: [before(ask('r1')), before(reply('r1', '2'))] },
    'algemeen',
  ],
  [
    'TR374',
    'a request after a refusal',
    315,
    { facts: [here(ask('r2'))], past: [before(ask('r1')), before(reply('r1', '1'))] },
    null,
  ],
  [
    'TR374',
    'a request after a toewijzing',
    315,
    { facts: [here(ask('r2'))], past: [before(ask('r1')), before(given('n1', { other: 'r1' }))] },
    null,
  ],
  [
    'TR374',
    'a request while another provider has one open',
    315,
    { facts: [here(ask('r2'))], past: [before(ask('r1', { party: SOUTH }))] },
    null,
  ],

  [
    'TR379',
    'a reference of no request',
    301,
    { facts: [here(given('n1', { other: 'r1' }))], past: [before(ask('r2'))] },
    'algemeen',
  ],
  ['TR379', 'a reference of before the portal', 301, { facts: [here(given('n1', { other: 'r1' }))] }, null],
  [
    'TR379',
    'the reference of a request',
    301,
    { facts: [here(given('n1', { other: 'r1' }))], past: [before(ask('r1'))] },
    null,
  ],
  [
    'TR379',
    'the reference of a request for the second time',
    301,
    { facts: [here(given('n1', { other: 'r1' }))], past: [before(ask('r1')), before(given('n1', { other: 'r1' }))] },
    'herhaald',
  ],

  [
    'TR382',
    'a stop on another begin',
    307,
    { facts: [here(stop('n1', '01', '2026-03-01', '1', { fromOn: '2026-02-02' }))], past: [before(start('n1', '1'))] },
    'algemeen',
  ],
  [
    'TR382',
    'a stop on its start',
    307,
    { facts: [here(stop('n1', '01', '2026-03-01'))], past: [before(start('n1', '1'))] },
    null,
  ],
  ['TR382', 'a stop on a start of before the portal', 307, { facts: [here(stop('n1', '01', '2026-03-01'))] }, null],

  [
    'TR413',
    'a temporary stop after a temporary stop',
    307,
    { facts: [here(stop('n1', '20', '2026-04-01'))], past: [before(stop('n1', '20', '2026-03-01'))] },
    'algemeen',
  ],
  [
    'TR413',
    'a definitive stop after a temporary one (OP377)',
    307,
    { facts: [here(stop('n1', '01', '2026-04-01'))], past: [before(stop('n1', '20', '2026-03-01'))] },
    null,
  ],

  [
    'TR414',
    'a stop that ends before the one before it',
    307,
    { facts: [here(stop('n1', '01', '2026-02-20'))], past: [before(stop('n1', '20', '2026-03-01'))] },
    'algemeen',
  ],
  [
    'TR414',
    'a stop that ends on the same day',
    307,
    { facts: [here(stop('n1', '01', '2026-03-01'))], past: [before(stop('n1', '20', '2026-03-01'))] },
    null,
  ],

  [
    'TR415',
    'a stop after a definitive one',
    307,
    { facts: [here(stop('n1', '02', '2026-03-01'))], past: [before(stop('n1', '01', '2026-03-01'))] },
    'algemeen',
  ],
  [
    'TR415',
    'a stop in place of the one that is deleted here',
    307,
    {
      facts: [here(stop('n1', '01', '2026-03-01', '3')), here(stop('n1', '02', '2026-03-01'))],
      past: [before(stop('n1', '01', '2026-03-01'))],
    },
    null,
  ],
]
