import fc from 'fast-check'
import { requestedBytes } from '#/lib/platform/http/byte-range.ts'

describe('requestedBytes', () => {
  it.each([
    [null, null],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-5', { start: 95, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=0-1,5-9', null],
    ['items=0-1', null],
  ])('of 100 bytes for %j gives %j', (header, expected) => {
    expect(requestedBytes(header, 100)).toEqual(expected)
  })

  // Positions outside the content would read beyond it or promise bytes that never come.
  it('never points outside the content', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (first, last, size) => {
        const bytes = requestedBytes(`bytes=${first}-${last}`, size)
        if (bytes === null || bytes === 'unsatisfiable') return
        expect(bytes.start).toBeLessThanOrEqual(bytes.end)
        expect(bytes.end).toBeLessThan(size)
      }),
    )
  })
})
