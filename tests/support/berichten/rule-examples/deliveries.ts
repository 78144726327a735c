import { breaks, passes, type RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'

// Starts (305) and stops (307). Dagtekening is 2 February 2026.

const KINDS = [
  [305, 'StartProduct'],
  [307, 'StopProduct'],
] as const

const both = KINDS.flatMap(([nummer, name]) => [
  breaks(`${name} twice`, nummer, (draft) => draft.copy(name), `TR101 ${name}[1]`, `TR101 ${name}[2]`),
  passes('TR101', `${name} with and without code`, nummer, (draft) =>
    draft.copy(name, (copy) => copy.drop('Product/Code')),
  ),
  ...['2', '9'].map((status) =>
    breaks(
      `status ${status}`,
      nummer,
      (draft) => draft.set('StatusAanlevering', status),
      `CS058 ${name}[1]/StatusAanlevering`,
    ),
  ),
  passes('CS058', 'status 3', nummer, (draft) => draft.set('StatusAanlevering', '3')),
])

export const deliveries: readonly RuleExample[] = [
  ...both,
  breaks(
    'begun after dagtekening',
    305,
    (draft) => draft.set('StartProduct/Begindatum', '2026-02-03'),
    'TR134 StartProduct[1]/Begindatum',
  ),
  passes('TR134', 'begun on dagtekening', 305, (draft) => draft.set('StartProduct/Begindatum', '2026-02-02')),
  breaks(
    'ended after dagtekening',
    307,
    (draft) => draft.set('StopProduct/Einddatum', '2026-02-03'),
    'TR134 StopProduct[1]/Einddatum',
  ),
  passes('TR134', 'ended on dagtekening', 307, (draft) => draft.set('StopProduct/Einddatum', '2026-02-02')),
  breaks(
    'ended before it began',
    307,
    (draft) => draft.set('StopProduct/Einddatum', '2026-01-04'),
    'TR018 StopProduct[1]/Einddatum',
  ),
  passes('TR018', 'ended on the day it began', 307, (draft) => draft.set('StopProduct/Einddatum', '2026-01-05')),
]
