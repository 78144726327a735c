import { breaks, passes, type RuleExample } from '#/tests/support/berichten/rule-examples/example.ts'

// Periods of declaratie and line. Dagtekening is 2 February 2026, and the declaratie is over January.

const PERIOD = 'Prestatie/ProductPeriode'
const WHOLE = 'DeclaratiePeriode'

const between =
  (path: string, begin: string, end: string): RuleExample['change'] =>
  (draft) =>
    draft.set(`${path}/Begindatum`, begin).set(`${path}/Einddatum`, end)

const periods = [323, 325].flatMap((nummer) => [
  breaks(
    'a line that ends before it begins',
    nummer,
    between(PERIOD, '2026-01-05', '2026-01-04'),
    `TR137.voorBegin ProductPeriode/Einddatum`,
  ),
  passes('TR137', 'a line of one day', nummer, between(PERIOD, '2026-01-05', '2026-01-05')),
  passes('TR134', 'a line of the first day', nummer, between(PERIOD, '2026-01-01', '2026-01-31')),
])

const FEBRUARY = between(WHOLE, '2026-02-01', '2026-02-28')

const ofDeclaraties = [
  breaks(
    'a line after dagtekening',
    323,
    between(PERIOD, '2026-02-03', '2026-02-04'),
    'TR134 ProductPeriode/Begindatum',
    'TR137.naDagtekening ProductPeriode/Einddatum',
    'TR319 Prestatie[1]/ProductPeriode',
  ),
  breaks(
    'a line after dagtekening',
    325,
    between(PERIOD, '2026-02-03', '2026-02-04'),
    'TR134 ProductPeriode/Begindatum',
    'TR137.naDagtekening ProductPeriode/Einddatum',
  ),
  breaks(
    'a line that ends after dagtekening',
    325,
    between(PERIOD, '2026-02-02', '2026-02-04'),
    'TR137.naDagtekening ProductPeriode/Einddatum',
  ),
  breaks('a month that is not over', 323, FEBRUARY, `TR137.naDagtekening ${WHOLE}/Einddatum`),
  breaks(
    'a month to come',
    323,
    between(WHOLE, '2026-03-01', '2026-03-31'),
    `TR134 ${WHOLE}/Begindatum`,
    `TR137.naDagtekening ${WHOLE}/Einddatum`,
  ),
  breaks(
    'a line after the month',
    323,
    between(PERIOD, '2026-02-01', '2026-02-02'),
    'TR319 Prestatie[1]/ProductPeriode',
  ),
  breaks(
    'a line that ends after the month',
    323,
    between(PERIOD, '2026-01-31', '2026-02-01'),
    'TR319 Prestatie[1]/ProductPeriode',
    'CS337 Prestatie[1]/ProductPeriode',
  ),
  passes('TR319', 'a line of the last day', 323, between(PERIOD, '2026-01-31', '2026-01-31')),
  passes('TR319', 'a line of an earlier month', 323, between(PERIOD, '2025-11-01', '2025-11-30')),
  breaks(
    'a line of more than five years ago',
    323,
    between(PERIOD, '2021-01-01', '2021-01-30'),
    `TR335 ${PERIOD.replace('Prestatie', 'Prestatie[1]')}/Einddatum`,
  ),
  passes('TR335', 'a line of five years ago', 323, between(PERIOD, '2021-01-01', '2021-01-31')),
  breaks(
    'a line of before 2021',
    323,
    (draft) => between(PERIOD, '2020-12-31', '2020-12-31')(draft.set('DeclaratieDagtekening', '2025-12-31')),
    'CS100 ProductPeriode/Begindatum',
  ),
  breaks(
    'a month of before 2021',
    323,
    (draft) => {
      between(WHOLE, '2020-12-01', '2020-12-31')(draft.set('DeclaratieDagtekening', '2021-01-04'))
      between(PERIOD, '2020-12-01', '2020-12-31')(draft)
    },
    `CS100 ${WHOLE}/Begindatum`,
    'CS100 ProductPeriode/Begindatum',
  ),
  passes('CS100', 'the first month', 323, (draft) => {
    between(WHOLE, '2021-01-01', '2021-01-31')(draft.set('DeclaratieDagtekening', '2021-02-04'))
    between(PERIOD, '2021-01-01', '2021-01-31')(draft)
  }),
  breaks('a line of two months', 323, between(PERIOD, '2025-12-31', '2026-01-01'), 'CS337 Prestatie[1]/ProductPeriode'),
  breaks(
    'a line of the same month in two years',
    323,
    between(PERIOD, '2025-01-01', '2026-01-01'),
    'CS337 Prestatie[1]/ProductPeriode',
  ),
  passes('CS337', 'a line of a whole month', 323, between(PERIOD, '2025-12-01', '2025-12-31')),
  breaks('less than a month', 323, between(WHOLE, '2026-01-02', '2026-01-31'), `CS340 ${WHOLE}`),
  breaks('two months', 323, between(WHOLE, '2025-12-01', '2026-01-31'), `CS340 ${WHOLE}`),
  ...(
    [
      ['2023-02-01', '2023-02-28'],
      ['2024-02-01', '2024-02-29'],
      ['2025-04-01', '2025-04-30'],
    ] as const
  ).map(([begin, end]) =>
    passes('CS340', `the month until ${end}`, 323, (draft) => {
      between(WHOLE, begin, end)(draft)
      between(PERIOD, begin, end)(draft)
    }),
  ),
  breaks(
    'February without its 29th',
    323,
    (draft) => {
      between(WHOLE, '2024-02-01', '2024-02-28')(draft)
      between(PERIOD, '2024-02-01', '2024-02-28')(draft)
    },
    `CS340 ${WHOLE}`,
  ),
]

export const claimPeriods: readonly RuleExample[] = [...periods, ...ofDeclaraties]
