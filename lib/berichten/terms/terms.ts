import type { Awaited } from '#/lib/generated/prisma/enums.ts'

/** By when an answer is due, and who gives it. Days are counted from the day after `from`. */
export type Term = {
  readonly awaited: Awaited
  /** Numbers of the berichten that the answer is about. */
  readonly on: readonly number[]
  readonly by: 'gemeente' | 'aanbieder'
  readonly count: number
  readonly unit: 'werkdagen' | 'weken'
  /** `ontvangst`: arrival at whoever answers. `dagtekening`: the date in the header of the bericht. */
  readonly from: 'ontvangst' | 'dagtekening'
  /** The rules of the standard that say so. */
  readonly source: string
}

/** The terms that the portal watches, for iWmo and iJw alike. */
export const TERMS: readonly Term[] = [
  {
    awaited: 'RETOUR',
    on: [305, 307, 315, 317],
    by: 'gemeente',
    count: 3,
    unit: 'werkdagen',
    from: 'ontvangst',
    source: 'OP090',
  },
  {
    awaited: 'RETOUR',
    on: [301, 319],
    by: 'aanbieder',
    count: 3,
    unit: 'werkdagen',
    from: 'ontvangst',
    source: 'OP090',
  },
  {
    awaited: 'BESLUIT',
    on: [315, 317],
    by: 'gemeente',
    count: 5,
    unit: 'werkdagen',
    from: 'ontvangst',
    source: 'OP274, OP346',
  },
  // After a 319 that says that the request is being looked into.
  {
    awaited: 'EINDBESLUIT',
    on: [315, 317],
    by: 'gemeente',
    count: 8,
    unit: 'weken',
    from: 'dagtekening',
    source: 'OP274, OP346',
  },
  {
    awaited: 'DECLARATIE_ANTWOORD',
    on: [323],
    by: 'gemeente',
    count: 10,
    unit: 'werkdagen',
    from: 'ontvangst',
    source: 'OP090x4',
  },
]
