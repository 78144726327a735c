const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/** Whether nine digits pass the 11-proof of a burgerservicenummer (CS002). */
export function passesElevenProof(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0)
  return sum % 11 === 0
}

/** Numbers that are given to nobody, for tests. */
const TEST_RANGE = [999_900_006, 999_999_990] as const

/** Whether a burgerservicenummer is one that is given to nobody. */
export const isTestBsn = (bsn: string): boolean => Number(bsn) >= TEST_RANGE[0] && Number(bsn) <= TEST_RANGE[1]

const NINE_DIGITS = /(?<![0-9])[0-9]{9}(?![0-9])/g

/** A text of words with every number in it masked that passes the 11-proof. */
export const withMaskedBsns = (text: string, mask: (bsn: string) => string): string =>
  text.length < 9 ? text : text.replace(NINE_DIGITS, (digits) => (passesElevenProof(digits) ? mask(digits) : digits))

/** Whether a text can be the burgerservicenummer of a person. */
export const isBsn = (text: string): boolean =>
  /^[0-9]{9}$/.test(text) && text !== '000000000' && passesElevenProof(text)
