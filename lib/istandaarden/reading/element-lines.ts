import { type ReadingWords, valueWords, wordsTogether } from '#/lib/istandaarden/reading/element-words.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'

/** A value of its own, or several parts that are one thing to read; null for what has facts of its own. */
export function lineOf(element: ReadElement, words: ReadingWords): string | null {
  if (element.children.length === 0) return valueWords(element, words)
  return wordsTogether(element, words)
}

/** Parts that say nothing more by standing together: their values are read among those around them. */
const PASSED_OVER = /^CDT_(?:BerichtIdentificatie|Referentie|Communicatie|Verwijzer)$/

/** An element that only holds others of one name is passed over: "Toegewezen producten" around "Toegewezen product". */
export const isWrapper = ({ children, type }: ReadElement): boolean =>
  PASSED_OVER.test(type) ||
  (children.length > 0 && children.every(({ name, children: parts }) => name === children[0]?.name && parts.length > 0))

/** Nothing is left of an element around the clients once they stand by themselves. */
export const isBlank = ({ children, value }: ReadElement): boolean => children.length === 0 && value.trim() === ''
