import fc from 'fast-check'
import { addWorkingDays, answerDeadline, publicHolidays } from '#/lib/berichten/deadlines.ts'

describe('publicHolidays', () => {
  // Known calendars; a wrong Easter moves five days of the year.
  it.each([
    [2025, ['2025-04-18', '2025-04-21', '2025-04-26', '2025-05-05', '2025-05-29', '2025-06-09']],
    [2026, ['2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14', '2026-05-25']],
    [2038, ['2038-04-23', '2038-04-26', '2038-04-27', '2038-05-05', '2038-06-03', '2038-06-14']],
  ])('gives the days of spring of %i', (year, days) => {
    expect(publicHolidays(year).slice(1, 7)).toEqual(days)
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
    expect(addWorkingDays(from, count)).toBe(expected)
  })

  // Whatever the start: the answer is later, never a weekend or a holiday, and one day more is later still.
  it('always lands on a working day, further for more', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (start, count) => {
        const from = start.toISOString().slice(0, 10)
        const end = addWorkingDays(from, count)
        expect(end > from).toBe(true)
        expect([0, 6]).not.toContain(new Date(end).getUTCDay())
        expect(publicHolidays(Number(end.slice(0, 4)))).not.toContain(end)
        expect(addWorkingDays(from, count + 1) > end).toBe(true)
      }),
    )
  })
})

describe('answerDeadline', () => {
  // OP090 and OP090x4: 3 working days for a retourbericht, 10 for a declaratie, none for what is itself an answer.
  it.each([
    ['WMO305', '2026-11-26'],
    ['JW315', '2026-11-26'],
    ['WMO323', '2026-12-07'],
    ['WMO302', null],
    [null, null],
  ])('of %s received on Monday 23 November is %s', (soort, expected) => {
    expect(answerDeadline(soort, new Date('2026-11-23T10:00:00.000Z'))).toBe(expected)
  })

  it('counts from the day in Amsterdam, not from the day in UTC', () => {
    expect(answerDeadline('WMO305', new Date('2026-11-22T23:30:00.000Z'))).toBe('2026-11-26')
  })
})
