import fc from 'fast-check'
import { cutContent, MAXIMUM_FRAME_BYTES, placesInFile } from '#/lib/envelope/cut-content.ts'
import { positionOfByte } from '#/lib/istandaarden/checks/text-position.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'

const cut = (text: string) => cutContent(Buffer.from(text))
const frameOf = (text: string) => cut(text)?.frame.toString()

describe('cutContent', () => {
  it('cuts the content out and leaves the rest as it was', () => {
    const file = readFixture('envelop', 'di01-wmo301.xml')
    const result = cutContent(file)
    expect(result?.cuts.map(({ element }) => element)).toEqual(['xmlBestand'])
    const [content] = result?.cuts ?? []
    const text = file.toString('latin1', content?.start, content?.end)
    expect(Buffer.from(text, 'base64').equals(readFixture('geldig', 'wmo301-twee-producten.xml'))).toBe(true)
    expect(result?.frame.toString()).toBe(file.toString().replace(/<GGK:xmlBestand>[^<]*/, '<GGK:xmlBestand>'))
  })

  it('finds the content under any prefix, and only where it is an element', () => {
    expect(frameOf('<a><b:xmlBestand\n>QUJD</b:xmlBestand ></a>')).toBe('<a><b:xmlBestand\n></b:xmlBestand ></a>')
    expect(frameOf('<a><xmlBestand x=">">QUJD</xmlBestand></a>')).toBe('<a><xmlBestand x=">"></xmlBestand></a>')
    expect(frameOf('<a><detailsXML><b><c/></b></detailsXML></a>')).toBe('<a><detailsXML></detailsXML></a>')
    for (const text of [
      '<!-- <xmlBestand>QUJD</xmlBestand> -->',
      '<![CDATA[<xmlBestand>QUJD</xmlBestand>]]>',
      '<?x <xmlBestand>QUJD</xmlBestand>?>',
      '<a b="<xmlBestand>QUJD</xmlBestand>"/>',
      '<xmlBestand/>',
      '<xmlBestanden>QUJD</xmlBestanden>',
    ])
      expect(frameOf(text)).toBe(text)
  })

  it('takes a content without end up to the end of the file', () => {
    expect(cut('<a><xmlBestand>QUJD')).toEqual({
      frame: Buffer.from('<a><xmlBestand>'),
      cuts: [{ element: 'xmlBestand', start: 15, end: 19 }],
    })
  })

  // The frame is what a parser sees: it must stay small whatever was sent, and finding that out must not cost the file.
  it.each([
    ['white space', `<a>${' '.repeat(MAXIMUM_FRAME_BYTES)}</a>`],
    ['elements', `<a>${'<b/>'.repeat(MAXIMUM_FRAME_BYTES)}</a>`],
    ['an attribute', `<a b="${'x'.repeat(MAXIMUM_FRAME_BYTES)}"/>`],
    ['a comment', `<!--${'x'.repeat(MAXIMUM_FRAME_BYTES)}--><a/>`],
    ['a tag without end', `<a ${'x'.repeat(MAXIMUM_FRAME_BYTES)}`],
    ['a name', `<${'x'.repeat(MAXIMUM_FRAME_BYTES)}>`],
    ['text behind the content', `<xmlBestand>QUJD</xmlBestand>${'x'.repeat(MAXIMUM_FRAME_BYTES)}`],
  ])('refuses a frame that %s makes too large', (_name, text) => expect(cut(text)).toBeNull())

  it('takes any bytes in time that grows with their number only', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '!--',
      '-->',
      '?',
      '![CDATA[',
      ']]>',
      'xmlBestand',
      'a:',
      ' ',
      'QUJD',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
          fc.string(),
        ),
        (text) => {
          const bytes = Buffer.from(text)
          const result = cutContent(bytes)
          const kept = result?.cuts.reduce((sum, { start, end }) => sum + end - start, result.frame.length)
          expect(kept).toBe(bytes.length)
        },
      ),
      { numRuns: 2_000 },
    )
    const quotes = `<a b="${'"<a b="'.repeat(2_000_000)}`
    const started = performance.now()
    expect(cut(quotes)).toBeNull()
    expect(cut(`<a>${'<xmlBestand>'.repeat(2_000_000)}`)?.cuts).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('placesInFile', () => {
  // What is wrong behind the content is pointed at in the file that somebody sent, not in what a parser saw of it.
  it('says where a place in the frame was in the file, whatever lines the content has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('QUJD', '\r\n', '\n', ' '), { maxLength: 20 }).map((parts) => parts.join('')),
        fc.array(fc.constantFrom('x', '\n', 'é', '😀'), { maxLength: 10 }).map((parts) => parts.join('')),
        (content, after) => {
          const file = Buffer.from(`<a>\n <xmlBestand>${content}</xmlBestand>${after}<b/></a>`)
          const cutFile = cutContent(file)
          if (cutFile === null) throw new Error('too large')
          const inFrame = positionOfByte(cutFile.frame, cutFile.frame.indexOf('<b/>'))
          expect(placesInFile(file, cutFile)(inFrame)).toEqual(positionOfByte(file, file.indexOf('<b/>')))
          const before = positionOfByte(cutFile.frame, cutFile.frame.indexOf('<xmlBestand'))
          expect(placesInFile(file, cutFile)(before)).toEqual(before)
        },
      ),
    )
  })

  it('knows of every content how much it moved what follows', async () => {
    const one = await makeEnvelope('WMO301', Buffer.from('een'))
    const file = Buffer.from(one.toString().replace(/<GGK:xmlBestand>.*<\/GGK:xmlBestand>/, (found) => found.repeat(3)))
    const cutFile = cutContent(file)
    if (cutFile === null) throw new Error('too large')
    const last = positionOfByte(cutFile.frame, cutFile.frame.lastIndexOf('<GGK:xmlBestand>'))
    expect(placesInFile(file, cutFile)(last)).toEqual(positionOfByte(file, file.lastIndexOf('<GGK:xmlBestand>')))
  })
})
