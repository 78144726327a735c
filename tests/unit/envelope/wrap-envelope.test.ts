import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { decodeContent } from '#/lib/envelope/content-decoder.ts'
import { cutContent } from '#/lib/envelope/cut-content.ts'
import { headerOf, readFrame } from '#/lib/envelope/read-frame.ts'
import type { FaultHeader } from '#/lib/envelope/schema.ts'
import { wrapContent, writeFault } from '#/lib/envelope/wrap-envelope.ts'
import { makeEnvelopeHeader, referentienummer } from '#/simulators/berichten/make-envelope.ts'
import { berichtFixtures, readFixture } from '#/tests/support/berichten/fixtures.ts'

const EMPTY = Buffer.alloc(0)

async function* inPieces(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

const headerIn = (file: Buffer) => {
  const frame = readFrame(cutContent(file)?.frame.toString() ?? '')
  return frame && headerOf(frame)
}

async function unwrapped(file: Buffer): Promise<Buffer> {
  const [content] = cutContent(file)?.cuts ?? []
  return buffer(decodeContent(inPieces(file.subarray(content?.start, content?.end), 1_000)))
}

/** Contents that software could trip over; none may change on the way. */
const CONTENTS: readonly string[] = [
  '',
  '<a/>',
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<a>\r\n</a>\r\n',
  '<a><![CDATA[ ]]]]><![CDATA[> ]]></a>',
  '<!-- </GGK:xmlBestand> --><a/>',
  '<x:a xmlns:x="http://www.egem.nl/StUF/StUF0301" xmlns="urn:y">é 😀 \u2028</x:a>',
  '\uFEFF<a/>',
  '<a>\r\n\n\r\t</a>',
]

describe('wrapContent', () => {
  // What the provider unwraps is what the gemeente delivered, byte for byte.
  it('gives back every valid bericht byte for byte', async () => {
    for (const { bestand, berichtsoort } of berichtFixtures.geldig) {
      const bytes = readFixture('geldig', bestand)
      const file = await buffer(
        wrapContent(makeEnvelopeHeader(berichtsoort, bytes), bytes.length).write(inPieces(bytes, 1_000)),
      )
      expect((await unwrapped(file)).equals(bytes)).toBe(true)
      expect(headerIn(file)).toEqual(makeEnvelopeHeader(berichtsoort, bytes))
    }
  })

  it('gives back any content byte for byte, and knows the size before it is written', async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 5_000 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(...CONTENTS).map((text) => Buffer.from(text)),
      fc.string({ unit: 'binary', maxLength: 500 }).map((text) => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 700 }), async (bytes, length) => {
        const envelope = wrapContent(makeEnvelopeHeader('WMO301', EMPTY), bytes.length)
        const file = await buffer(envelope.write(inPieces(bytes, length)))
        expect(file.length).toBe(envelope.sizeBytes)
        expect((await unwrapped(file)).equals(bytes)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  // The envelope is made again at every sending and every download: it must be the same each time.
  it('writes the same bytes for the same header, however the content comes in', async () => {
    const bytes = readFixture('geldig', 'wmo301-twee-producten.xml')
    const write = (length: number) =>
      buffer(wrapContent(makeEnvelopeHeader('WMO301', EMPTY), bytes.length).write(inPieces(bytes, length)))
    expect((await write(7)).equals(await write(100_000))).toBe(true)
  })

  it('escapes what the header says', async () => {
    const header = {
      ...makeEnvelopeHeader('WMO301', EMPTY),
      zender: { organisatie: '9901', applicatie: 'A&B', administratie: '<"é">' },
    }
    expect(headerIn(await buffer(wrapContent(header, 0).write(inPieces(Buffer.alloc(0), 1))))).toEqual(header)
  })

  it('carries a file of another form with its name', async () => {
    const form = { kind: 'tekstBestand', bestandsnaam: 'opgave-2026_01.txt' } as const
    const bytes = Buffer.from([0xe9, 0x0d, 0x0a, 0x00])
    const file = await buffer(
      wrapContent(makeEnvelopeHeader('WMO405', EMPTY), bytes.length, form).write(inPieces(bytes, 1)),
    )
    expect(readFrame(cutContent(file)?.frame.toString() ?? '')?.bestandsnaam).toBe('opgave-2026_01.txt')
    expect((await unwrapped(file)).equals(bytes)).toBe(true)
  })
})

describe('writeFault', () => {
  it('writes a functional error that reads back as it was', () => {
    const fault: FaultHeader = {
      berichtcode: 'Fo01',
      zender: { organisatie: 'IB', applicatie: 'GGKWebservice', administratie: null },
      ontvanger: { organisatie: '9901' },
      referentienummer: referentienummer(3),
      tijdstipBericht: '20260103102000',
      crossRefnummer: referentienummer(1),
      fout: { code: 'IB210', plek: 'client', omschrijving: 'Ontvanger <onbekend> & "weg"', details: 'WMO301-00010000' },
    }
    expect(headerIn(writeFault(fault))).toEqual(fault)
    const bare = { ...fault, fout: { ...fault.fout, details: null } }
    expect(headerIn(writeFault(bare))).toEqual(bare)
  })

  it('reads the one of the fixtures', () => {
    expect(headerIn(readFixture('envelop', 'fo01-wmo301.xml'))).toMatchObject({
      berichtcode: 'Fo01',
      zender: { organisatie: 'VECOZO' },
      fout: { code: 'IB010', plek: 'client' },
    })
  })
})
