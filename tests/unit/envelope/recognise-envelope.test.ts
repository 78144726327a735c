import fc from 'fast-check'
import { recogniseEnvelope } from '#/lib/envelope/recognise-envelope.ts'
import { berichtFixtures, readFixture } from '#/tests/support/berichten/fixtures.ts'

const recognised = (text: string) => recogniseEnvelope(Buffer.from(text))
const DI01 = 'envelopHeenbericht-ggk_Di01'

describe('recogniseEnvelope', () => {
  it.each([
    ['with declaration', `<?xml version="1.0"?>\r\n<GGK:${DI01} xmlns:GGK="x">`],
    ['without prefix', `<${DI01} xmlns="x">`],
    ['with any prefix', `<é.-1:${DI01}>`],
    ['behind comments and instructions', `<!-- <Bericht> --><?a <Bericht>?>\n<!----><a:${DI01}\n/>`],
    ['behind a byte order mark', `\uFEFF<?xml version="1.0"?><a:${DI01}/>`],
    ['Du01', '<a:envelopRetourbericht-ggk_Du01>'],
    ['Fo01', '<StUF:Fo01Bericht>'],
  ])('knows an envelope %s', (_name, text) => expect(recognised(text)).toBe('envelope'))

  it.each([
    ['a bericht', '<?xml version="1.0"?><wmo301:Bericht xmlns:wmo301="x">'],
    ['a name that goes on', `<a:${DI01}x>`],
    ['a name that is in an attribute', `<Bericht a="<${DI01}>">`],
    ['a name behind a DOCTYPE', `<!DOCTYPE a><${DI01}>`],
    ['no XML', 'Beste gemeente,'],
    ['an end tag', `</${DI01}>`],
    ['an endless name', `<${'a'.repeat(1_000)}`],
  ])('takes %s for none', (_name, text) => expect(recognised(text)).toBe('other'))

  // The limit on the size of an upload follows this answer, so it must be the same however the bytes are divided.
  it('says of a beginning only what it will say of the whole', () => {
    const files = [...berichtFixtures.geldig.map(({ bestand }) => readFixture('geldig', bestand))]
    const envelopes = berichtFixtures.envelop.map(({ bestand }) => readFixture('envelop', bestand))
    fc.assert(
      fc.property(fc.constantFrom(...files, ...envelopes), fc.nat(400), (file, length) => {
        const whole = recogniseEnvelope(file)
        expect(['undecided', whole]).toContain(recogniseEnvelope(file.subarray(0, length)))
        expect(recogniseEnvelope(file.subarray(0, 400))).toBe(whole)
      }),
    )
  })
})
