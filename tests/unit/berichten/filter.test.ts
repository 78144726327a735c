import fc from 'fast-check'
import { BerichtenPageQuery, BerichtenQuery, queryValues, readCursor, writeCursor } from '#/lib/berichten/filter.ts'

describe('cursor', () => {
  // A cursor that loses a millisecond or a digit repeats or skips a bericht at the border of two pages.
  it('comes back as it was written, for every moment and id', () => {
    const moments = fc.date({ min: new Date(0), max: new Date('2999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, fc.uuid(), (createdAt, id) => {
        expect(readCursor(writeCursor({ createdAt, id }))).toEqual({ createdAt, id })
      }),
    )
  })

  it('is never made of other text, and reading never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cursor = readCursor(text)
        if (cursor) expect(readCursor(writeCursor(cursor))).toEqual(cursor)
      }),
    )
  })
})

describe('filters of an address', () => {
  const names = fc.constantFrom('richting', 'status', 'soort', 'van', 'tot', 'q', 'cursor', 'eerder', 'limiet', 'x')
  const query = fc.array(fc.tuple(names, fc.string()), { maxLength: 12 })

  // A mangled address shows the list; it never becomes an error page.
  it('never make a page fail', () => {
    fc.assert(
      fc.property(query, (pairs) => {
        expect(BerichtenPageQuery.safeParse(queryValues(new URLSearchParams(pairs))).success).toBe(true)
      }),
    )
  })

  it('are read or refused by the HTTP interface, never thrown at it', () => {
    fc.assert(
      fc.property(query, (pairs) => {
        expect(() => BerichtenQuery.safeParse(queryValues(new URLSearchParams(pairs)))).not.toThrow()
      }),
    )
  })

  it.each([
    'limiet=0',
    'limiet=201',
    'limiet=1.5',
    'limiet=-1',
    'status=WEG',
    'richting=heen',
    'van=2026-02-30',
    'van=0000-01-01',
    'tot=morgen',
    'cursor=onzin',
    'soort=XX999',
    `q=${'a'.repeat(101)}`,
    'q=%00',
  ])('refuse %s', (text) => {
    expect(BerichtenQuery.safeParse(queryValues(new URLSearchParams(text))).success).toBe(false)
  })

  it('leave out what is empty and take the first of what is repeated', () => {
    expect(queryValues(new URLSearchParams('q=&soort=WMO301&soort=WMO305'))).toEqual({ soort: 'WMO301' })
  })
})
