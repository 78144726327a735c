import { InvariantError } from '#/lib/platform/errors.ts'
import type { Visitor } from '#/scripts/bench/bench-world.ts'
import type { Call } from '#/scripts/bench/clients.ts'
import { makeBericht, makeToewijzing } from '#/simulators/berichten/make-bericht.ts'

const numbered = (letter: string, number: number) => `${letter}-${String(number).padStart(6, '0')}`

/** So many toewijzingen are in one of these berichten; each gets numbers that no other has, as those of a gemeente do. */
const TOEWIJZINGEN = 10

/** A WMO301 of about 10 kB with an identification, client and toewijzingen of its own. */
export function smallBericht(number: number, gemeenteCode: string): Buffer {
  const bytes = makeToewijzing({ gemeenteCode, identificatie: numbered('K', number), client: number })
  const own = bytes
    .toString('utf8')
    .replaceAll(
      /(ToewijzingNummer>)(\d+)/g,
      (_, tag: string, value: string) => `${tag}${Number(value) + number * TOEWIJZINGEN}`,
    )
    .replaceAll(/(ReferentieAanbieder>ZA-)/g, `$1${number}-`)
  return Buffer.from(own, 'utf8')
}

/** Just under the largest bare bericht that the portal takes. */
const BIG_BYTES = 19_000_000

/** The pieces of a bericht of 19 MB, the same but for its identification. */
export type BigBericht = (number: number) => readonly Buffer[]

/** Makes a WMO325 of 19 MB: an answer that refuses every line. */
export function bigBericht(gemeenteCode: string): BigBericht {
  const first = numbered('G', 0)
  const make = (clients: number) =>
    makeBericht('WMO325', {
      gemeenteCode,
      identificatie: first,
      optional: ['DeclaratieAntwoord', 'Clienten', 'ProductTarief'],
      values: { RetourCode: '0200', 'Prestatie/RetourCodes/RetourCode': '9338' },
      repeat: { Client: clients, Prestatie: 10 },
    })
  const one = make(1).length
  const whole = make(Math.floor((BIG_BYTES - one) / (make(2).length - one + 1)))
  // Its own identification comes before any other in it.
  const at = whole.indexOf(first)
  if (at === -1) throw new InvariantError('a bericht has its identification')
  const [head, tail] = [whole.subarray(0, at), whole.subarray(at + first.length)]
  return (number) => [head, Buffer.from(numbered('G', number)), tail]
}

/** The call that delivers a bericht. */
export const delivery = (visitor: Visitor, key: string, body: readonly Buffer[]): Call => ({
  method: 'POST',
  path: '/api/berichten/iwmo',
  headers: {
    ...visitor.headers,
    'content-type': 'application/xml',
    'x-bestandsnaam': `${key}.xml`,
    'idempotency-key': `meting-${key}`,
  },
  body,
})
