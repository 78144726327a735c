import fc from 'fast-check'
import { csvLine } from '#/lib/platform/csv.ts'

// Guards against CSV injection (OWASP): a file name that somebody delivered never runs in a colleague's spreadsheet.
describe('a line of CSV', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+31', `"'+31"`],
    ['-1', `"'-1"`],
    ['@som', `"'@som"`],
    [' =1', `"' =1"`],
    ['\t=1', `"'\t=1"`],
    ['een "naam"; met alles', '"een ""naam""; met alles"'],
    ['', '""'],
  ])('makes text of %j', (value, cell) => {
    expect(csvLine([value])).toBe(`${cell}\r\n`)
  })

  it('gives back every cell to who reads it, and no cell that is a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (values) => {
        const cells = [...csvLine(values).matchAll(/"((?:[^"]|"")*)"(?:;|\r\n$)/g)].map(([, text]) =>
          String(text).replaceAll('""', '"'),
        )
        expect(cells.map((cell, place) => (cell === `'${values[place]}` ? values[place] : cell))).toEqual(values)
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })
})
