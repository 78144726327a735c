import { kindOfRoot } from '#/lib/envelope/namespaces.ts'

const BLANKS = [0x20, 0x09, 0x0d, 0x0a]
const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const LONGEST_NAME = 100
const PASSED_OVER = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const

/** What the beginning of a file says: its root is an envelope's, or not, or more has to be read to know. */
export type Recognised = 'envelope' | 'other' | 'undecided'

/**
 * Looks for the name of the root element behind declaration, comments and processing instructions, in bytes and without a
 * parser. It decides only how large a file may be and which checks it gets; whether it is a sound envelope is for those.
 */
export function recogniseEnvelope(head: Buffer): Recognised {
  let at = head.subarray(0, 3).equals(BOM) ? 3 : 0
  for (;;) {
    while (BLANKS.includes(head[at] ?? 0)) at++
    const start = head.toString('latin1', at, at + LONGEST_NAME)
    if (start === '' || '<!--'.startsWith(start)) return 'undecided'
    const skip = PASSED_OVER.find(([open]) => start.startsWith(open))
    if (skip === undefined) return rootOf(start)
    const end = head.indexOf(skip[1], at + skip[0].length)
    if (end === -1) return 'undecided'
    at = end + skip[1].length
  }
}

function rootOf(start: string): Recognised {
  const [, name, after] = /^<(?:[^\s:<>/&"'=]*:)?([A-Za-z0-9_-]+)([\s/>]?)/.exec(start) ?? []
  if (name === undefined) return start.length < LONGEST_NAME && /^<[^\s<>/]*$/.test(start) ? 'undecided' : 'other'
  if (after === '') return start.length < LONGEST_NAME && start.endsWith(name) ? 'undecided' : 'other'
  return kindOfRoot(name) === null ? 'other' : 'envelope'
}
