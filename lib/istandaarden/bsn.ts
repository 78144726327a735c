const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/** Whether nine digits pass the 11-proof of a burgerservicenummer (CS002). */
export function passesElevenProof(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0)
  return sum % 11 === 0
}

/** Whether a text can be the burgerservicenummer of a person. */
export const isBsn = (text: string): boolean =>
  /^[0-9]{9}$/.test(text) && text !== '000000000' && passesElevenProof(text)
