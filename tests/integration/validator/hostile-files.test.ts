import { type CheckReport, MAXIMUM_FINDINGS } from '#/lib/istandaarden/checks/check-report.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { createValidatorPool, fileInMemory } from '#/lib/validator/pool.ts'
import { makeBericht, makeToewijzing } from '#/simulators/berichten/make-bericht.ts'
import { expectationsFor } from '#/tests/support/berichten/fixtures.ts'

const pool = createValidatorPool({ processes: 1, memoryMegabytes: 512 })
afterAll(() => pool.close())

async function check(content: string | Buffer, soort = 'WMO301'): Promise<CheckReport> {
  const result = await pool.check(fileInMemory(Buffer.from(content as string)), expectationsFor(soort))
  if (!result.ok) throw new InvariantError(result.error)
  return result.value
}

const good = makeToewijzing().toString()
const laughs = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')

describe('hostile files', () => {
  // Each must end in a clear finding: no crash, no expansion, nothing fetched, and the process fit for the next file.
  it.each([
    ['billion laughs', `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`, 'DOCTYPE.algemeen'],
    ['external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'DOCTYPE.algemeen'],
    ['nesting of 10,000', `${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`, 'NIET_WELGEVORMD.diepte'],
    [
      'attribute of 1 MB',
      good.replace('<wmo301:Client>', `<wmo301:Client a="${'x'.repeat(1_000_000)}">`),
      'XSD.attribuut',
    ],
    ['name of 1 MB', `<${'a'.repeat(1_000_000)}/>`, 'NIET_WELGEVORMD.teLang'],
    ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), 'CODERING.anders'],
    ['wrong declared encoding', good.replace('UTF-8', 'windows-1252'), 'CODERING.verklaring'],
    ['NUL bytes', good.replace('Sanne', '\0'), 'NIET_WELGEVORMD.teken'],
    ['character reference to NUL', good.replace('Sanne', '&#0;'), 'NIET_WELGEVORMD.entiteit'],
    ['cut off in a tag', good.slice(0, 1_500), 'NIET_WELGEVORMD.afgekapt'],
    ['empty', '', 'NIET_WELGEVORMD.leeg'],
    ['white space', ' \r\n ', 'NIET_WELGEVORMD.leeg'],
    ['no root', '<?xml version="1.0"?><!-- niets -->', 'NIET_WELGEVORMD.geenXml'],
    ['no XML', 'Beste gemeente,', 'NIET_WELGEVORMD.geenXml'],
    ['two roots', `${good}<a/>`, 'NIET_WELGEVORMD.naEinde'],
    ['unknown entity', good.replace('Sanne', '&naam;'), 'NIET_WELGEVORMD.entiteit'],
    ['unbound prefix', good.replaceAll('wmo301:Client>', 'x:Client>'), 'NIET_WELGEVORMD.naamruimte'],
    ['two equal attributes', '<a b="1" b="2"/>', 'NIET_WELGEVORMD.attribuut'],
    ['unclosed element', good.replace('</wmo301:Header>', ''), 'NIET_WELGEVORMD.sluittag'],
    ['web page', '<html><body>x</body></html>', 'ONBEKENDE_VERSIE.geenBericht'],
  ])('%s', async (_name, content, wanted) => {
    const { bevindingen } = await check(content)
    expect(bevindingen.map(({ code, variant }) => `${code}.${variant}`)).toContain(wanted)
    expect((await check(good)).bevindingen).toEqual([])
  })

  it('reads no address that a file hints at', async () => {
    const hint = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x file:///etc/passwd"'
    expect((await check(good.replace('<wmo301:Bericht ', `<wmo301:Bericht ${hint} `))).bevindingen).toEqual([])
  })

  // Every violation costs libxml2 a walk over its siblings: without a bound this file takes minutes.
  it('counts a hundred thousand faults among siblings in bounded time and memory', async () => {
    const [head, tail] = makeBericht('WMO323')
      .toString()
      .split(/<wmo323:Client>[\s\S]*<\/wmo323:Client>/)
    const report = await check(`${head}${'<wmo323:Client/>'.repeat(100_000)}${tail}`, 'WMO323')
    expect(report.bevindingen).toHaveLength(MAXIMUM_FINDINGS)
    expect(report.weggelaten).toBe(200_000 - MAXIMUM_FINDINGS)
    expect((await check(good)).bevindingen).toEqual([])
  })

  it('never repeats a value from the file in a finding', async () => {
    const secret = '99990013412'
    const report = await check(
      good.replace(/<wmo301:Bsn>[0-9]+/, `<wmo301:Bsn>${secret}`).replace('Sanne', secret.repeat(30)),
    )
    expect(report.bevindingen).toHaveLength(2)
    expect(JSON.stringify(report)).not.toContain(secret)
  })
})
