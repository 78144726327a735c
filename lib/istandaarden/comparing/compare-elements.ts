import { isSame, keyOf, type Pair, pairUp } from '#/lib/istandaarden/comparing/pair-up.ts'
import { elementLabel } from '#/lib/istandaarden/reading/element-label.ts'
import { isBlank, isWrapper, lineOf } from '#/lib/istandaarden/reading/element-lines.ts'
import type { ReadingWords } from '#/lib/istandaarden/reading/element-words.ts'
import { withoutBsn } from '#/lib/istandaarden/reading/mask-bsn.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'

/** One field that is not the same in both, as people read it; null where it does not stand. No burgerservicenummer is whole. */
export type Difference = { readonly label: string; readonly was: string | null; readonly now: string | null }

/** What is not the same in one part, such as one toewijzing. `kind`: whether the part itself came or went. */
export type ComparedPart = {
  /** The names of the parts around it and its own, with what tells it from others. */
  readonly title: string
  readonly kind: 'changed' | 'added' | 'removed'
  readonly differences: readonly Difference[]
}

export type Comparison = {
  readonly parts: readonly ComparedPart[]
  /** Fields that say the same in both. */
  readonly sameCount: number
}

const NOTHING: ReadElement = { name: '', type: '', value: '', children: [] }

const countLeaves = ({ children }: ReadElement): number =>
  children.length === 0 ? 1 : children.reduce((count, child) => count + countLeaves(child), 0)

/** Compares two versions of a part; made for one comparison. */
class Comparer {
  readonly #words: ReadingWords
  readonly parts: ComparedPart[] = []
  sameCount = 0

  constructor(words: ReadingWords) {
    this.#words = words
  }

  #line(element: ReadElement | null): string | null {
    return element === null ? null : lineOf(withoutBsn(element), this.#words)
  }

  /** Parts and values of two versions under one title. */
  part(title: string, was: ReadElement | null, now: ReadElement | null): void {
    const kind = was === null ? 'added' : now === null ? 'removed' : 'changed'
    const differences: Difference[] = []
    // Its place is kept before those of the parts in it: what is around comes first.
    const place = this.parts.length
    this.#children(title, was ?? NOTHING, now ?? NOTHING, differences)
    if (differences.length > 0) this.parts.splice(place, 0, { title, kind, differences })
  }

  #children(title: string, was: ReadElement, now: ReadElement, differences: Difference[]): void {
    const names = new Set([...now.children, ...was.children].map(({ name }) => name))
    for (const name of names) {
      const named = ({ children }: ReadElement) => children.filter((child) => child.name === name && !isBlank(child))
      const [earlier, later] = [named(was), named(now)]
      const isOne = earlier.length <= 1 && later.length <= 1
      const pairs = isOne ? [{ was: earlier[0] ?? null, now: later[0] ?? null }] : pairUp(earlier, later)
      for (const pair of pairs) this.#pair(title, pair, isOne, differences)
    }
  }

  #pair(title: string, { was, now }: Pair, isOne: boolean, differences: Difference[]): void {
    const either = now ?? was
    if (either === null) return
    if (was !== null && now !== null && isSame(was, now)) {
      this.sameCount += countLeaves(now)
      return
    }
    const label = elementLabel(either.name)
    const [earlier, later] = [this.#line(was), this.#line(now)]
    const isLeaf = (was?.children.length ?? 0) === 0 && (now?.children.length ?? 0) === 0
    // A line that reads the same hides what differs: then its parts are told. A value of its own has none.
    if (isLeaf || (earlier !== later && (was === null || earlier !== null) && (now === null || later !== null))) {
      differences.push({ label, was: earlier, now: later })
      return
    }
    const isAround = (element: ReadElement | null) =>
      element === null || isWrapper(element) || lineOf(element, this.#words) !== null
    if (isAround(was) && isAround(now)) this.#children(title, was ?? NOTHING, now ?? NOTHING, differences)
    else this.part([title, this.#titleOf(label, either, isOne)].filter((text) => text !== '').join(', '), was, now)
  }

  #titleOf(label: string, element: ReadElement, isOne: boolean): string {
    const key = isOne ? null : keyOf(withoutBsn(element))
    return key === null ? label : `${label} ${key}`
  }
}

/**
 * Compares two versions of the elements of a bericht field by field, as people read them. Elements that can occur more than
 * once are matched by what tells them apart; burgerservicenummers are compared whole and told masked.
 */
export function compareElements(
  was: readonly ReadElement[],
  now: readonly ReadElement[],
  words: ReadingWords,
): Comparison {
  const comparer = new Comparer(words)
  comparer.part('', { ...NOTHING, children: was }, { ...NOTHING, children: now })
  return { parts: comparer.parts, sameCount: comparer.sameCount }
}
