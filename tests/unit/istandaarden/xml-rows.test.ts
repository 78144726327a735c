import fc from 'fast-check'
import { positionsOf } from '#/lib/istandaarden/checks/text-position.ts'
import { readXmlRows } from '#/lib/istandaarden/reading/xml-rows.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}
const rows = (text: string, from = { regel: 1, kolom: 1 }, size = 7) => readXmlRows(inPieces(text, size), from)
const shown = async (text: string, size?: number) =>
  (await rows(text, { regel: 1, kolom: 1 }, size)).rows.map(({ text: one }) => one).join('\n')

// Guards issue 3 item 5: the file as it is, line by line, and not one burgerservicenummer in it.
describe('the lines of a file', () => {
  it.each([
    ['in its element', '<w:Bsn>999900006</w:Bsn>', '<w:Bsn>••••••006</w:Bsn>'],
    ['without prefix, with blanks', '<Bsn > 999900006 </Bsn>', '<Bsn > ••••••006 </Bsn>'],
    ['over several lines', '<w:Bsn>\n999900006\n</w:Bsn>', '<w:Bsn>\n••••••006\n</w:Bsn>'],
    ['behind a tag over several lines', '<w:Bsn\n>999900006</w:Bsn>', '<w:Bsn\n>••••••006</w:Bsn>'],
    ['in a file that ends in it', '<w:Bsn>999900006', '<w:Bsn>••••••006'],
    ['twice on a line', '<Bsn>999900006</Bsn><Bsn>999900018</Bsn>', '<Bsn>••••••006</Bsn><Bsn>••••••018</Bsn>'],
    ['in capitals', '<BSN>999900006</BSN>', '<BSN>••••••006</BSN>'],
    ['as half a number', '<Bsn>99990</Bsn>', '<Bsn>•••••</Bsn>'],
    ['behind a comment', '<Bsn><!-- -->999900006</Bsn>', '<Bsn><••• ••>••••••006</Bsn>'],
    ['in CDATA', '<Bsn><![CDATA[999900006]]></Bsn>', `<Bsn><${'•'.repeat(19)}></Bsn>`],
    ['in an element that has no place there', '<Bsn><x>999900006</x></Bsn>', '<Bsn><x>••••••006</x></Bsn>'],
    ['in a remark', '<a>bel 999900006, niet 999900007</a>', '<a>bel ••••••006, niet 999900007</a>'],
    ['in a comment', '<!-- van 999900006 --><a/>', '<!-- van ••••••006 --><a/>'],
    ['in an attribute', '<a b="999900006"/>', '<a b="••••••006"/>'],
  ])('hide a Bsn %s', async (_name, text, wanted) => {
    for (const size of [1, 3, 1_000]) expect(await shown(text, size)).toBe(wanted)
  })

  it('hide a Bsn where a long run is cut, show no signs that nobody sees, and nothing of what is no text', async () => {
    for (const before of [65_530, 65_531, 65_536])
      expect(await shown(`${'x'.repeat(before)} 999900006 `, 1_000)).not.toMatch(/9\n?9\n?9\n?9\n?0/)
    expect(await shown('a\u202Eb\u200Bc')).toBe('a\uFFFDb\uFFFDc')
    await expect(rows('<\0B\0s\0n\0>\0')).rejects.toThrow('no text')
  })

  it('leave everything else as it is', async () => {
    const text = '<a:BsnX>999900006</a:BsnX><b>999900006</b><Bsn/><c>999900006</c>'
    expect(await shown(text)).toBe(text)
  })

  // Findings count lines and columns the same way: a finding must stand at its line.
  it('are counted like the places of findings, whatever ends them and however the file comes in', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', '<', '€', '😀', ' ') })
    const ends = fc.constantFrom('\n', '\r\n', '\r')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, ends)), fc.integer({ min: 1, max: 9 }), async (lines, size) => {
        const text = lines.map((one) => one.join('')).join('')
        const { lineCount, rows: all } = await rows(text, undefined, size)
        const [end] = positionsOf(`${text}x`, [text.length])
        expect(lineCount).toBe(end?.regel)
        expect(all.map(({ text: one }) => one)).toEqual(text.split(/\r\n|\r|\n/))
      }),
    )
  })

  it('come by two hundred, from any line on, and say where the next are', async () => {
    const text = Array.from({ length: 1_000 }, (_, index) => `regel ${index + 1}`).join('\n')
    const part = await rows(text, { regel: 301, kolom: 1 }, 64)
    expect([part.rows[0], part.rows.length, part.next, part.lineCount]).toEqual([
      { regel: 301, kolom: 1, text: 'regel 301' },
      200,
      { regel: 501, kolom: 1 },
      1_000,
    ])
    const last = await rows(text, { regel: 901, kolom: 1 }, 64)
    expect([last.rows.length, last.next]).toEqual([100, null])
    expect((await rows(text, { regel: 5_000, kolom: 1 }, 64)).rows).toEqual([])
  })

  it('are cut when a file has no lines', async () => {
    const text = `<a>${'x'.repeat(1_000_000)}</a>`
    const first = await rows(text, undefined, 10_000)
    expect([first.rows.length, first.next, first.rows[1]?.kolom]).toEqual([200, { regel: 1, kolom: 200_001 }, 1_001])
    const second = await rows(text, { regel: 1, kolom: 200_001 }, 10_000)
    expect(second.rows[0]?.kolom).toBe(200_001)
  })
})
