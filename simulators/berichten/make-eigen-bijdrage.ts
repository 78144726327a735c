import type { EigenBijdrageSoort } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'

/** Namespace of what the simulator makes up: nobody can take it for the real format, which is not public. */
const MADE_UP = 'urn:simulator:eigen-bijdrage'

/**
 * A file about the eigen bijdrage that this simulator made up: XML in UTF-8, and nothing else of it is like the real thing. It
 * holds no person. `number` makes it different from every other.
 */
export function makeEigenBijdrage(soort: EigenBijdrageSoort, number: string, day: string): Buffer {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!-- Verzonnen door de simulator. De echte opbouw van dit bericht is niet openbaar. -->',
    `<sim:Bericht xmlns:sim="${MADE_UP}">`,
    `  <sim:Soort>${soort}</sim:Soort>`,
    `  <sim:Nummer>${number}</sim:Nummer>`,
    `  <sim:Datum>${day}</sim:Datum>`,
    '</sim:Bericht>',
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8')
}
