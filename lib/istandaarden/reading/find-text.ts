import { type ReadingWords, valueWords, wordsTogether } from '#/lib/istandaarden/reading/element-words.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'

const ACCENTS = /\p{Mn}/gu

/** A text as it is compared: without capitals and accents, every run of white space as one blank. */
export const foldedText = (text: string): string =>
  text.normalize('NFD').replace(ACCENTS, '').toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * Makes the search for one text, folded: whether an element or anything in it says it, as it stands in the file or as people
 * read it. Of a masked burgerservicenummer only what is shown is found.
 */
export function textSearch(sought: string, words: ReadingWords): (element: ReadElement) => boolean {
  // A declaratie says the same codes, days and amounts thousands of times.
  const known = new Map<string, boolean>()
  const valueSays = (element: ReadElement): boolean => {
    const key = `${element.type} ${element.value}`
    const before = known.get(key)
    if (before !== undefined) return before
    const says = foldedText(element.value).includes(sought) || foldedText(valueWords(element, words)).includes(sought)
    known.set(key, says)
    return says
  }
  const says = (element: ReadElement): boolean => {
    if (element.children.length === 0) return valueSays(element)
    if (element.children.some(says)) return true
    const together = wordsTogether(element, words)
    return together !== null && foldedText(together).includes(sought)
  }
  return says
}
