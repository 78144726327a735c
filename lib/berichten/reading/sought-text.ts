import { foldedText } from '#/lib/istandaarden/reading/find-text.ts'

/** Longer is nothing that stands in a bericht. */
export const SOUGHT_AT_MOST = 60

/** Nine digits in a row, as the pattern of a field: a burgerservicenummer stays out of addresses. */
export const NO_BSN_PATTERN = '(?!.*(?:[0-9][ .]?){9}).*'
const LONG_NUMBER = /(?:[0-9][ .]?){9}/

/**
 * What is looked for in a bericht, folded; null when nothing is. A number as long as a Bsn is not looked for: it would find
 * nothing, because they are masked, and it should not stand in an address.
 */
export function soughtText(typed: string): string | null {
  const folded = foldedText(typed.slice(0, SOUGHT_AT_MOST))
  return folded.length < 2 || LONG_NUMBER.test(folded) ? null : folded
}
