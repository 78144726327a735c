import { BERICHTSOORTEN } from '#/lib/istandaarden/berichtsoorten.ts'
import { isBsn } from '#/lib/istandaarden/bsn.ts'
import { readFacts } from '#/lib/istandaarden/facts/read-facts.ts'
import { BsnReader, bsnsOf } from '#/lib/istandaarden/reading/read-bsns.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'

// Guards the search by Bsn: a number that is not read is a person who is not found.
describe('the numbers of the clients of a bericht', () => {
  it.each(BERICHTSOORTEN.map((soort) => [soort.soort, soort] as const))('are read out of a %s', (name, soort) => {
    const text = makeBericht(name, {
      gemeenteCode: '9901',
      optional: ['Client', 'Clienten', 'DeclaratieAntwoord'],
    }).toString('utf8')
    const expected = [...new Set([...text.matchAll(/Bsn>([0-9]{9})</g)].map(([, bsn]) => bsn))]
    // The answer to a request names no client.
    expect(expected.length > 0).toBe(![319, 320].includes(soort.nummer))
    expect(readFacts(text, soort).clients).toEqual(expected)
    expect(bsnsOf(text)).toEqual(expected)
  })

  it('are read in any spelling of XML, over pieces, once each, up to where it breaks off', () => {
    const reader = new BsnReader()
    for (const piece of ['<a><x:Bsn xmlns:x="n">9000', '00016</x:Bsn><Bsn>&#57;00000016</Bsn><Bsn>9000', '00017</Bsn>'])
      reader.write(piece)
    for (const piece of ['<Bsn><![CDATA[900000028]]></Bsn>', '<b></c>', '<Bsn>900000004</Bsn>']) reader.write(piece)
    expect(reader.end()).toEqual(['900000016', '900000028'])
  })

  it.each([
    ['900000016', true],
    ['900000017', false],
    ['000000000', false],
    ['90000001', false],
    ['90000001a', false],
  ])('of %s it is known whether it can be one', (text, expected) => expect(isBsn(text)).toBe(expected))
})
