import { DAY_MS } from '#/lib/platform/clock.ts'
import type { Holidays } from '#/lib/platform/settings/parse-settings.ts'

const SATURDAY = 6
const SUNDAY = 0
/** Bevrijdingsdag is a day off for everybody once in so many years. */
const LUSTRUM_YEARS = 5

const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date))
const plusDays = (date: Date, days: number) => new Date(date.getTime() + days * DAY_MS)
const text = (date: Date) => date.toISOString().slice(0, 10)
const dateOf = (calendarDay: string) => new Date(`${calendarDay}T00:00:00.000Z`)

/** Easter Sunday by the rule of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
function easterSunday(year: number): Date {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const number = epact + weekday - 7 * late + 114
  return day(year, Math.floor(number / 31), (number % 31) + 1)
}

/** The King's birthday is celebrated a day earlier when it falls on a Sunday. */
function koningsdag(year: number): Date {
  const birthday = day(year, 4, 27)
  return birthday.getUTCDay() === SUNDAY ? plusDays(birthday, -1) : birthday
}

function isBevrijdingsdagFree(year: number, choice: Holidays['bevrijdingsdag']): boolean {
  return choice === 'ja' || (choice === 'lustrum' && year % LUSTRUM_YEARS === 0)
}

/**
 * The public holidays of a year, as `YYYY-MM-DD`, in order: those of article 3 of the Algemene termijnenwet. The standard
 * says "werkdagen" without naming a calendar; this is the one that the law gives. Not everybody keeps Goede Vrijdag and
 * Bevrijdingsdag as days off, so for these two the operator chooses.
 */
export function publicHolidays(year: number, choice: Holidays): readonly string[] {
  const easter = easterSunday(year)
  return [
    day(year, 1, 1),
    ...(choice.goedeVrijdag ? [plusDays(easter, -2)] : []),
    plusDays(easter, 1),
    koningsdag(year),
    ...(isBevrijdingsdagFree(year, choice.bevrijdingsdag) ? [day(year, 5, 5)] : []),
    plusDays(easter, 39),
    plusDays(easter, 50),
    day(year, 12, 25),
    day(year, 12, 26),
  ]
    .map(text)
    .sort()
}

function isWorkingDay(date: Date, choice: Holidays): boolean {
  const weekday = date.getUTCDay()
  if (weekday === SATURDAY || weekday === SUNDAY) return false
  return !publicHolidays(date.getUTCFullYear(), choice).includes(text(date))
}

/** Tells whether a day (`YYYY-MM-DD`) is a working day. */
export const isWorkday = (day: string, choice: Holidays): boolean => isWorkingDay(dateOf(day), choice)

/** The day that is so many working days after a day (`YYYY-MM-DD`), which itself does not count. */
export function addWorkingDays(from: string, count: number, choice: Holidays): string {
  let at = dateOf(from)
  for (let left = count; left > 0; ) {
    at = plusDays(at, 1)
    if (isWorkingDay(at, choice)) left -= 1
  }
  return text(at)
}

/** How many working days lie after one day (`YYYY-MM-DD`) up to another, that one included; 0 when it is not later. */
export function workingDaysUntil(from: string, to: string, choice: Holidays): number {
  let count = 0
  for (let at = plusDays(dateOf(from), 1); at <= dateOf(to); at = plusDays(at, 1))
    if (isWorkingDay(at, choice)) count += 1
  return count
}

/**
 * The last day of a term of weeks: the same day of the week, so many weeks later. When that is a Saturday, a Sunday or a public
 * holiday, the first day that is none (article 1 of the Algemene termijnenwet).
 */
export function addWeeks(from: string, count: number, choice: Holidays): string {
  let at = plusDays(dateOf(from), 7 * count)
  while (!isWorkingDay(at, choice)) at = plusDays(at, 1)
  return text(at)
}
