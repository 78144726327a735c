import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'

/** Two elements that stand for the same thing; null where one of the two berichten does not have it. */
export type Pair = { readonly was: ReadElement | null; readonly now: ReadElement | null }

/** By what the standard tells elements of one name apart, the strongest first. */
const KEYS = [
  'Bsn',
  'ToewijzingNummer',
  'BeschikkingNummer',
  'DeclaratieNummer',
  'ReferentieNummer',
  'ReferentieAanbieder',
  'Soort',
  'Volgorde',
]

/** What tells an element from others of its name; null when nothing does. */
export function keyOf(element: ReadElement): string | null {
  // One level deeper, too: the number of a line of a declaratie stands in its ProductReferentie.
  const near = [...element.children, ...element.children.flatMap(({ children }) => children)]
  for (const key of KEYS) {
    const found = near.find(({ name, children }) => name === key && children.length === 0)
    if (found) return found.value.trim()
  }
  return null
}

/** Whether two elements say the same, to the last value; how they were written down does not count. */
export const isSame = (one: ReadElement, other: ReadElement): boolean =>
  one.name === other.name &&
  one.value.trim() === other.value.trim() &&
  one.children.length === other.children.length &&
  one.children.every((child, index) => {
    const twin = other.children[index]
    return twin !== undefined && isSame(child, twin)
  })

/**
 * Finds for each element of the earlier bericht the one of the later that stands for the same: first those that say the same
 * to the last value, then those with the same key, then, where nothing tells them apart, those at the same place. In the order
 * of the later bericht, and what is gone at the end.
 */
export function pairUp(was: readonly ReadElement[], now: readonly ReadElement[]): readonly Pair[] {
  const left = new Set(was)
  const twins = new Map<ReadElement, ReadElement>()
  const pair = (fits: (earlier: ReadElement, later: ReadElement) => boolean) => {
    for (const later of now) {
      if (twins.has(later)) continue
      const found = [...left].find((earlier) => fits(earlier, later))
      if (found === undefined) continue
      left.delete(found)
      twins.set(later, found)
    }
  }
  pair(isSame)
  pair((earlier, later) => keyOf(later) !== null && keyOf(earlier) === keyOf(later))
  pair((earlier, later) => keyOf(later) === null && keyOf(earlier) === null)
  return [
    ...now.map((later) => ({ was: twins.get(later) ?? null, now: later })),
    ...[...left].map((earlier) => ({ was: earlier, now: null })),
  ]
}
