import { type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { DAY_MS } from '#/lib/platform/clock.ts'
import { TIME_ZONE } from '#/lib/platform/i18n/locale.ts'

/** OP090: a retourbericht within 3 working days after receipt of its heenbericht. */
const RETOUR_WORKING_DAYS = 3
/** OP090x4: a declaratie is answered within 10 working days after receipt. */
const DECLARATIE_WORKING_DAYS = 10

const SATURDAY = 6
const SUNDAY = 0

const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date))
const plusDays = (date: Date, days: number) => new Date(date.getTime() + days * DAY_MS)
const text = (date: Date) => date.toISOString().slice(0, 10)

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

/**
 * The public holidays of a year, as `YYYY-MM-DD`: those of article 3 of the Algemene termijnenwet, Good Friday and 5 May
 * included. The standard says "werkdagen" without naming a calendar; this is the one that the law gives.
 */
export function publicHolidays(year: number): readonly string[] {
  const easter = easterSunday(year)
  return [
    day(year, 1, 1),
    plusDays(easter, -2),
    plusDays(easter, 1),
    koningsdag(year),
    day(year, 5, 5),
    plusDays(easter, 39),
    plusDays(easter, 50),
    day(year, 12, 25),
    day(year, 12, 26),
  ].map(text)
}

const isWorkingDay = (date: Date) =>
  date.getUTCDay() !== SATURDAY &&
  date.getUTCDay() !== SUNDAY &&
  !publicHolidays(date.getUTCFullYear()).includes(text(date))

/** The day that is so many working days after a day (`YYYY-MM-DD`), which itself does not count. */
export function addWorkingDays(from: string, count: number): string {
  let at = new Date(`${from}T00:00:00.000Z`)
  for (let left = count; left > 0; ) {
    at = plusDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return text(at)
}

const AMSTERDAM_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE })

/** The day in Amsterdam on which a moment falls, `YYYY-MM-DD`. */
export const dayInAmsterdam = (moment: Date): string => AMSTERDAM_DAY.format(moment)

function workingDaysFor({ isRetour, retour, antwoord }: Berichtsoort): number | null {
  if (isRetour) return null
  if (retour) return RETOUR_WORKING_DAYS
  return antwoord ? DECLARATIE_WORKING_DAYS : null
}

/** The last day on which the gemeente answers a received bericht, `YYYY-MM-DD`; null when nothing is due. */
export function answerDeadline(berichtsoort: string | null, receivedAt: Date): string | null {
  const soort = berichtsoort === null ? null : findBerichtsoort(berichtsoort)
  const days = soort ? workingDaysFor(soort) : null
  return days === null ? null : addWorkingDays(dayInAmsterdam(receivedAt), days)
}
