import {
  formatBytes,
  formatDate,
  formatDay,
  formatMoment,
  formatNearDate,
  formatNumber,
  formatRecent,
  formatShortDay,
  formatTime,
} from '#/lib/platform/i18n/format.ts'

const morning = new Date('2026-06-04T07:32:00Z')

describe('formats', () => {
  it('tells a moment in Amsterdam, in summer and in winter', () => {
    expect(formatMoment(morning, 'nl')).toBe('4 juni 2026 om 9.32 uur')
    expect(formatMoment(morning, 'en')).toBe('4 June 2026 at 9:32')
    expect(formatTime(new Date('2026-11-23T12:41:00Z'), 'nl')).toBe('13.41 uur')
    expect(formatTime(new Date('2026-11-22T23:05:00Z'), 'nl')).toBe('0.05 uur')
  })

  it('keeps a calendar date the same day', () => {
    expect(formatDate('2026-11-23', 'nl')).toBe('23 november 2026')
    expect(formatShortDay('2026-10-05', 'nl')).toBe('5 okt')
    expect(formatShortDay('2026-10-05', 'en')).toBe('5 Oct')
    expect(formatDay('2026-11-28', 'nl')).toBe('zaterdag 28 november')
    expect(formatDay('2026-11-28', 'en')).toBe('Saturday 28 November')
  })

  // Late in the evening UTC and Amsterdam differ by a day: the word must follow the clock on the wall.
  it('names today, yesterday and tomorrow by the calendar of Amsterdam', () => {
    const now = new Date('2026-11-23T22:59:00Z')
    expect(formatRecent(new Date('2026-11-23T12:41:00Z'), now, 'nl')).toBe('Vandaag, 13.41 uur')
    expect(formatRecent(new Date('2026-11-22T22:30:00Z'), now, 'nl')).toBe('Gisteren, 23.30 uur')
    expect(formatRecent(new Date('2026-11-23T23:30:00Z'), now, 'nl')).toBe('Morgen, 0.30 uur')
    expect(formatRecent(new Date('2026-11-21T12:41:00Z'), now, 'en')).toBe('21 November, 13:41')
  })

  it('leaves the year out only while it is this one, by the calendar of Amsterdam', () => {
    const now = new Date('2026-12-31T23:30:00Z')
    expect(formatRecent(new Date('2026-06-04T07:32:00Z'), now, 'nl')).toBe('4 juni 2026, 9.32 uur')
    expect(formatRecent(new Date('2027-06-04T07:32:00Z'), now, 'nl')).toBe('4 juni, 9.32 uur')
    expect(formatNearDate('2027-01-01', now, 'nl')).toBe('vandaag')
    expect(formatNearDate('2027-01-02', now, 'en')).toBe('tomorrow')
    expect(formatNearDate('2027-02-09', now, 'nl')).toBe('9 februari')
    expect(formatNearDate('2026-02-09', now, 'nl')).toBe('9 februari 2026')
  })

  it('writes numbers and sizes in the language', () => {
    expect(formatNumber(1243, 'nl')).toBe('1.243')
    expect(formatNumber(1243, 'en')).toBe('1,243')
    expect(formatBytes(512, 'nl')).toBe('512 bytes')
    expect(formatBytes(5584, 'nl')).toBe('5,6 kB')
    expect(formatBytes(19_600_000, 'en')).toBe('19.6 MB')
  })
})
