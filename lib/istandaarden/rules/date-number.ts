const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Adding this many years to a date number keeps month and day. */
export const YEAR = 10_000

const digits = (text: string, from: number, to: number) => {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48
  return number
}

/** A date of a bericht as the number yyyymmdd, in which the standard's rules compare. The schema has seen that it is one. */
export function dateNumber(text: string): number {
  const value = text.trim()
  const yearEnd = value.length - 6
  const monthAndDay = digits(value, yearEnd + 1, yearEnd + 3) * 100 + digits(value, yearEnd + 4, yearEnd + 6)
  // The schema lets a year be negative, or have more digits than four.
  if (value.startsWith('-')) return digits(value, 1, yearEnd) * -YEAR + monthAndDay
  return digits(value, 0, yearEnd) * YEAR + monthAndDay
}

/** The month of a date number, as yyyymm. */
export const monthOf = (date: number): number => Math.floor(date / 100)

/** The last day of the month of a date number, as a date number. */
export function lastDayOfMonth(date: number): number {
  const month = monthOf(date)
  const year = Math.floor(month / 100)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month * 100 + (month % 100 === 2 && isLeap ? 29 : (DAYS[(month % 100) - 1] ?? 31))
}
