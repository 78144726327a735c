import fc from 'fast-check'
import { ContentDecoder, InvalidBase64Error } from '#/lib/envelope/content-decoder.ts'

/** Decodes a text that comes in pieces of these lengths, over and over. */
function decode(text: string, lengths: readonly number[] = [text.length || 1]): Buffer {
  const decoder = new ContentDecoder()
  const bytes = Buffer.from(text, 'utf8')
  const pieces: Buffer[] = []
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1
    pieces.push(decoder.push(bytes.subarray(at, at + length)))
    at += length
  }
  return Buffer.concat([...pieces, decoder.end()])
}

/** Ways in which XML may write the same text: breaks, comments, CDATA, references. */
const BETWEEN = [' ', '\r\n', '\t', '&#13;\n', '&#xD;&#xA;', '<!-- <![CDATA[ -->', '<?x ]]> ?>', '<![CDATA[]]>', '']

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
const content = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))

describe('ContentDecoder', () => {
  it('gives back what was coded, however the text is written and however it comes in', () => {
    fc.assert(
      fc.property(
        content,
        fc.array(fc.record({ at: fc.nat(300), what: fc.constantFrom(...BETWEEN) }), { maxLength: 6 }),
        fc.option(fc.tuple(fc.nat(300), fc.nat(300))),
        lengths,
        (bytes, inserts, cdata, pieces) => {
          const signs = bytes.toString('base64').split('')
          for (const { at, what } of inserts) signs.splice(at % (signs.length + 1), 0, what)
          let text = signs.join('')
          // A whole run inside CDATA, when it has nothing in it that CDATA would take literally.
          if (cdata && !/[<&]/.test(text)) {
            const [from, to] = cdata.map((place) => place % (text.length + 1)).sort((one, other) => one - other)
            text = `${text.slice(0, from)}<![CDATA[${text.slice(from, to)}]]>${text.slice(to)}`
          }
          expect(decode(text, pieces).equals(bytes)).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['a sign that base64 does not have', 'QUJ$'],
    ['the alphabet for addresses', 'QUJ-QU_D'],
    ['text after the padding', 'QUI=QUJD'],
    ['padding in the middle', 'Q=JD'],
    ['too little padding', 'QUI'],
    ['padding alone', '===='],
    ['bits that nobody wrote', 'QUJ='],
    ['an element', 'QUJD<a/>'],
    ['an entity', 'QUJD&amp;'],
    ['the end of a CDATA that never began', 'QUJD]]>'],
    ['a CDATA without end', '<![CDATA[QUJD'],
    ['a comment without end', 'QUJD<!-- '],
    ['an instruction without end', 'QUJD<?x '],
    ['a reference to a sign outside ASCII', 'QUJ&#x141;'],
    ['letters of another script', 'QUJé'],
  ])('refuses %s', (_name, text) => {
    for (const length of [1, 2, 3, 5, 100]) expect(() => decode(text, [length])).toThrow(InvalidBase64Error)
  })

  it('takes any bytes without hanging, and says the same however they come in', () => {
    const outcome = (text: string, pieces: readonly number[]) => {
      try {
        return decode(text, pieces).toString('hex')
      } catch (error) {
        if (error instanceof InvalidBase64Error) return 'refused'
        throw error
      }
    }
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...BETWEEN, 'QUJD', 'Q', '=', '<', '&', ']', '-')).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, lengths, (written, pieces) => {
        expect(outcome(written, pieces)).toBe(outcome(written, [10_000]))
      }),
      { numRuns: 2_000 },
    )
  })
})
