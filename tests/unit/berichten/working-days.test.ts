import fc from 'fast-check'
import { addWeeks, addWorkingDays, publicHolidays, workingDaysUntil } from '#/lib/berichten/terms/working-days.ts'
import type { Holidays } from '#/lib/platform/settings/parse-settings.ts'

const LAW: Holidays = { goedeVrijdag: true, bevrijdingsdag: 'ja' }
const OFFICE: Holidays = { goedeVrijdag: false, bevrijdingsdag: 'lustrum' }

describe('publicHolidays', () => {
  // Known calendars; a wrong Easter moves five days of the year.
  it.each([
    [2025, ['2025-04-18', '2025-04-21', '2025-04-26', '2025-05-05', '2025-05-29', '2025-06-09']],
    [2026, ['2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14', '2026-05-25']],
    [2038, ['2038-04-23', '2038-04-26', '2038-04-27', '2038-05-05', '2038-06-03', '2038-06-14']],
  ])('gives the days of spring of %i', (year, days) => {
    expect(publicHolidays(year, LAW).slice(1, 7)).toEqual(days)
  })
})

describe('the choice of the operator', () => {
  // 3 April 2026 is Goede Vrijdag, 5 May 2025 and 2030 are lustrum years of Bevrijdingsdag.
  it.each([
    ['2026-04-02', LAW, '2026-04-07'],
    ['2026-04-02', OFFICE, '2026-04-03'],
    ['2026-05-04', LAW, '2026-05-06'],
    ['2026-05-04', OFFICE, '2026-05-05'],
    ['2025-05-02', OFFICE, '2025-05-06'],
    ['2030-05-03', OFFICE, '2030-05-06'],
    ['2025-05-02', { goedeVrijdag: true, bevrijdingsdag: 'nee' }, '2025-05-05'],
  ] as const)('makes the working day after %s with %j to %s', (from, choice, expected) => {
    expect(addWorkingDays(from, 1, choice)).toBe(expected)
  })
})

describe('workingDaysUntil', () => {
  // The inverse of addWorkingDays, which decides the day: what is shown and what counts must not differ.
  it('counts back what addWorkingDays counted', () => {
    const days = fc
      .integer({ min: 0, max: 1_500 })
      .map((offset) => new Date(Date.UTC(2025, 0, 1) + offset * 86_400_000))
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), fc.constantFrom(LAW, OFFICE), (from, count, choice) => {
        const day = from.toISOString().slice(0, 10)
        expect(workingDaysUntil(day, addWorkingDays(day, count, choice), choice)).toBe(count)
      }),
    )
  })

  it('is nothing up to the same or an earlier day, and over a weekend', () => {
    expect(workingDaysUntil('2026-11-23', '2026-11-23', LAW)).toBe(0)
    expect(workingDaysUntil('2026-11-23', '2026-11-20', LAW)).toBe(0)
    expect(workingDaysUntil('2026-11-27', '2026-11-29', LAW)).toBe(0)
  })
})

describe('addWeeks', () => {
  it('keeps the day of the week, over the end of a year and of summer time', () => {
    expect(addWeeks('2026-11-25', 8, LAW)).toBe('2027-01-20')
    expect(addWeeks('2026-10-01', 8, LAW)).toBe('2026-11-26')
  })

  // Article 1 of the Algemene termijnenwet: by the calendar of whoever keeps it, over days off in a row.
  it.each([
    ['a Saturday', '2026-10-03', '2026-11-30'],
    ['a Sunday', '2026-10-04', '2026-11-30'],
    ['Tweede Paasdag', '2026-02-09', '2026-04-07'],
    ['Eerste Kerstdag on a Friday, and the days off after it', '2026-10-30', '2026-12-28'],
  ])('goes on to the first working day when it would end on %s', (_name, from, last) => {
    expect(addWeeks(from, 8, LAW)).toBe(last)
  })
})

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-23', 3, '2026-11-26'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-31', 1, '2027-01-04'],
  ])('from %s by %i gives %s', (from, count, expected) => {
    expect(addWorkingDays(from, count, LAW)).toBe(expected)
  })

  // Whatever the start: the answer is later, never a weekend or a holiday, and one day more is later still.
  it('always lands on a working day, further for more', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), fc.constantFrom(LAW, OFFICE), (start, count, choice) => {
        const from = start.toISOString().slice(0, 10)
        const end = addWorkingDays(from, count, choice)
        expect(end > from).toBe(true)
        expect([0, 6]).not.toContain(new Date(end).getUTCDay())
        expect(publicHolidays(Number(end.slice(0, 4)), choice)).not.toContain(end)
        expect(addWorkingDays(from, count + 1, choice) > end).toBe(true)
      }),
    )
  })
})
