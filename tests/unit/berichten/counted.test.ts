import { COUNTED_AT_MOST, countText } from '#/lib/berichten/counted.ts'

describe('a number of berichten', () => {
  it('is told as it was counted, in the manner of the language', () => {
    expect(countText(0, 'nl')).toBe('0')
    expect(countText(COUNTED_AT_MOST, 'nl')).toBe('1.000')
    expect(countText(COUNTED_AT_MOST, 'en')).toBe('1,000')
  })

  it('is told as more than the most that is counted when counting stopped there', () => {
    expect(countText(COUNTED_AT_MOST + 1, 'nl')).toBe('1.000+')
  })
})
