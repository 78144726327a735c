/** VerzoekAntwoord of a 319. */
export const REFUSED = '1'
export const LOOKED_INTO = '2'
/** RedenAfwijzingVerzoek that names another gemeente (TR377, TR409); iJw only. */
export const WOONPLAATSBEGINSEL = '8'
