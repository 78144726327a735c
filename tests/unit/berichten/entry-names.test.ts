import fc from 'fast-check'
import { entryNames } from '#/lib/berichten/selection/entry-names.ts'

// Guards issue 3, "Bad input: zip slip": no name of a file that somebody delivered leaves the folder it is unpacked in.
describe('names of the entries of a zip', () => {
  it('numbers what has the same name on any system, and leaves the rest as it is', () => {
    expect(entryNames(['a.xml', 'b.xml', 'A.XML', 'a.xml', 'a (2).xml', 'manifest.json'], ['manifest.json'])).toEqual([
      'a.xml',
      'b.xml',
      'A (2).XML',
      'a (3).xml',
      'a (2) (2).xml',
      'manifest (2).json',
    ])
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\map\\bericht.xml', 'bericht.xml'],
    ['a:b?.xml', 'a_b_.xml'],
    ['naam. ', 'naam_'],
    ['..', 'bericht.xml'],
    ['regel\neen.xml', 'regeleen.xml'],
  ])('makes of %j the name %j', (given, name) => {
    expect(entryNames([given], [])).toEqual([name])
  })

  it('never gives a path, an empty name or one name twice', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (given) => {
        const names = entryNames(given, ['manifest.json'])
        expect(names).toHaveLength(given.length)
        expect(new Set(['manifest.json', ...names.map((name) => name.normalize('NFC').toLowerCase())]).size).toBe(
          given.length + 1,
        )
        for (const name of names) {
          expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}]/u)
          expect(name.trim()).not.toBe('')
        }
      }),
    )
  })
})
