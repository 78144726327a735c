import { withMaskedBsns } from '#/lib/istandaarden/bsn.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'

const BSN_TYPE = 'LDT_BurgerServicenummer'
/** Also by name: a bericht that its schema refuses may have one where the standard knows none. */
const BSN_NAME = /^Bsn$/i

const isBsn = ({ name, type }: ReadElement) => type === BSN_TYPE || BSN_NAME.test(name)

/** All but the last three digits; nothing of what is too short to hide anything. */
export const maskedBsn = (bsn: string): string => `•••••${bsn.length >= 9 ? bsn.slice(-3) : ''}`

/** A value that is nothing but a number is one of the standard. */
const isNumber = (value: string) => /^\s*[0-9]+\s*$/.test(value)

const withoutNumbers = (value: string): string => (isNumber(value) ? value : withMaskedBsns(value, maskedBsn))

/**
 * The same element with every burgerservicenummer in it masked (Wabb: only where the task needs it): all that stands in an
 * element for one, and in remarks what passes the 11-proof.
 */
export function withoutBsn(element: ReadElement): ReadElement {
  if (isBsn(element)) return { ...element, value: maskedBsn(element.value.trim()), children: [] }
  if (element.children.length === 0) return { ...element, value: withoutNumbers(element.value) }
  return { ...element, children: element.children.map(withoutBsn) }
}
