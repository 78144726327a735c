import type { BerichtElement } from '#/lib/istandaarden/rules/bericht-element.ts'
import { dateNumber } from '#/lib/istandaarden/rules/date-number.ts'
import { breach, type RuleCheck } from '#/lib/istandaarden/rules/rule.ts'

// Rules that say that something may be there only once.

/** A value as it counts: 007 and 7 are the same number. */
function counted({ value, plan }: BerichtElement): string {
  if (plan.base === 'integer') return String(Number(value))
  return plan.base === 'date' ? String(dateNumber(value)) : value
}

// No value can hold these: XML has no such characters.
const ABSENT = '\u0001'
const BETWEEN = '\u0000'

/** The parts of a key put together. A part that is absent counts as a value of its own. */
const keyOf = (element: BerichtElement, paths: readonly (readonly string[])[]) =>
  paths
    .map((path) => {
      const part = element.at(...path)
      return part === null ? ABSENT : counted(part)
    })
    .join(BETWEEN)

/** Tells every element whose key is there more often, the first one too. */
class Repeats {
  readonly #tell: (element: BerichtElement) => void
  /** The first with a key, until it is told. */
  readonly #firsts = new Map<string, BerichtElement | null>()

  constructor(tell: (element: BerichtElement) => void) {
    this.#tell = tell
  }

  add(key: string, element: BerichtElement) {
    const first = this.#firsts.get(key)
    if (first === undefined) {
      this.#firsts.set(key, element)
      return
    }
    if (first !== null) this.#tell(first)
    this.#firsts.set(key, null)
    this.#tell(element)
  }
}

/** The parts of the logical key of each class, as paths from it. */
export type LogicalKeys = Readonly<Record<string, readonly (readonly string[])[]>>

/** TR101: no two of one class with the same logical key in one parent. Looks at each class that repeats. */
export const tr101 =
  (keys: LogicalKeys): RuleCheck =>
  (found) => {
    const tell = (element: BerichtElement) => found(breach(element))
    const parents = new Map<string, { readonly parent: BerichtElement | null; readonly repeats: Repeats }>()
    return {
      see: (element) => {
        const { name, parent } = element
        let current = parents.get(name)
        if (current === undefined || current.parent !== parent) {
          current = { parent, repeats: new Repeats(tell) }
          parents.set(name, current)
        }
        current.repeats.add(keyOf(element, keys[name] ?? []), element)
      },
    }
  }

/** TR383 (ReferentieAanbieder), TR315 (VorigReferentieNummer): a value that is in the bericht once. Looks at the value. */
export const onceInBericht: RuleCheck = (found) => {
  const repeats = new Repeats((element) => found(breach(element)))
  return { see: (element) => repeats.add(counted(element), element) }
}

const LINE_KEY = [
  ['ToewijzingNummer'],
  ['ProductCategorie'],
  ['ProductCode'],
  ['ProductPeriode', 'Begindatum'],
  ['ProductPeriode', 'Einddatum'],
]

/** TR416: one debit line per toewijzing, product and period. Looks at Prestatie. */
export const tr416: RuleCheck = (found) => {
  const repeats = new Repeats((element) => found(breach(element)))
  return {
    see: (line) => {
      if (line.text('IngediendBedrag', 'DebetCredit') === 'D') repeats.add(keyOf(line, LINE_KEY), line)
    },
  }
}

/** TR316: a line does not credit one of the same bericht. Looks at ReferentieNummer and VorigReferentieNummer. */
export const tr316: RuleCheck = (found) => {
  const numbers = new Set<string>()
  const credits: BerichtElement[] = []
  return {
    see: (element) => {
      if (element.name === 'ReferentieNummer') numbers.add(element.value)
      else credits.push(element)
    },
    finish: () => {
      for (const credit of credits) if (numbers.has(credit.value)) found(breach(credit))
    },
  }
}
