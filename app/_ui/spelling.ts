// The Dutch telephone alphabet; codes are in Crockford's base 32, which has no I, L, O and U.
const WORDS: Readonly<Record<string, string>> = {
  A: 'Anton',
  B: 'Bernard',
  C: 'Cornelis',
  D: 'Dirk',
  E: 'Eduard',
  F: 'Ferdinand',
  G: 'Gerard',
  H: 'Hendrik',
  J: 'Jacob',
  K: 'Karel',
  M: 'Maria',
  N: 'Nico',
  P: 'Pieter',
  Q: 'Quotiënt',
  R: 'Rudolf',
  S: 'Simon',
  T: 'Teunis',
  V: 'Victor',
  W: 'Willem',
  X: 'Xantippe',
  Y: 'Ypsilon',
  Z: 'Zaandam',
}

/** How one reads a group of a code out: "Anton, 7, Karel, 2". */
export function spell(group: string): string {
  return [...group].map((sign) => WORDS[sign] ?? sign).join(', ')
}
