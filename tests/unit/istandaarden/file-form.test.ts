import { MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import { checkFileForm } from '#/lib/istandaarden/checks/file-form.ts'

const form = (bytes: Buffer | string) => {
  const { findings, isReadable } = checkFileForm(Buffer.from(bytes as string))
  return {
    found: findings.map(({ code, variant, regel, kolom }) => `${code}.${variant} ${regel}:${kolom}`),
    isReadable,
  }
}
const stopped = (...found: string[]) => ({ found, isReadable: false })
const readable = (...found: string[]) => ({ found, isReadable: true })

describe('checkFileForm', () => {
  it('finds nothing in UTF-8 with CR LF, or on one line', () => {
    expect(form('<?xml version="1.0" encoding="utf-8"?>\r\n<a>é</a>\r\n')).toEqual(readable())
    expect(form('<a/>')).toEqual(readable())
  })

  it('stops at one byte too many, not before', () => {
    expect(checkFileForm(Buffer.alloc(MAXIMUM_BERICHT_BYTES, 'a')).isReadable).toBe(true)
    expect(form(Buffer.alloc(MAXIMUM_BERICHT_BYTES + 1, 'a'))).toEqual(stopped('GROOTTE.algemeen null:null'))
  })

  it('reports a byte order mark and reads on behind it', () => {
    expect(form('\uFEFF<a/>')).toEqual(readable('BOM.algemeen 1:1'))
    expect(checkFileForm(Buffer.from('\uFEFF<a/>')).content.toString()).toBe('<a/>')
  })

  it('refuses every encoding but UTF-8', () => {
    const text = '<a>b</a>'
    expect(form(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(stopped('CODERING.anders 1:1'))
    expect(form(Buffer.from(text, 'utf16le'))).toEqual(stopped('CODERING.anders 1:1'))
    expect(form(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toEqual(stopped('CODERING.anders 1:1'))
    expect(form(Buffer.from(text, 'utf16le').swap16())).toEqual(stopped('CODERING.anders 1:1'))
    expect(form(Buffer.from('<a>\r\n é</a>', 'latin1'))).toEqual(stopped('CODERING.teken 2:2'))
    expect(form('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')).toEqual(stopped('CODERING.verklaring 1:1'))
  })

  it('reports the first line that does not end with CR LF, as a warning', () => {
    expect(form('<a>\r\n</a>\n\n')).toEqual(readable('REGELEINDE.algemeen 2:5'))
    expect(form('<a>\r</a>')).toEqual(readable('REGELEINDE.algemeen 1:4'))
    expect(checkFileForm(Buffer.from('<a>\n</a>')).findings[0]?.ernst).toBe('waarschuwing')
  })

  it.each([
    ['<!DOCTYPE a><a/>', '1:1'],
    ['<?xml version="1.0"?>\r\n<!-- x -->\r\n<?p q?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '3:8'],
    ['<!-- <a> --><!DOCTYPE a SYSTEM "http://localhost/x"><a/>', '1:13'],
  ])('refuses a DOCTYPE wherever one can stand: %j', (text, place) => {
    expect(form(text)).toEqual(stopped(`DOCTYPE.algemeen ${place}`))
  })

  it('takes the word for what it is in a comment or in the content', () => {
    expect(form('<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>')).toEqual(readable())
  })

  it.each([
    ['', '1:1', 'leeg'],
    [' \r\n\t', '1:1', 'leeg'],
    ['\uFEFF', '1:1', 'leeg'],
    ['<a>\r\n\0</a>', '2:1', 'teken'],
  ])('sees that %j is nothing a parser can read', (text, place, variant) => {
    const { found, isReadable } = form(text)
    expect([found.at(-1), isReadable]).toEqual([`NIET_WELGEVORMD.${variant} ${place}`, false])
  })
})
