import { DAY_MS } from '#/lib/platform/clock.ts'
import { type Locale, TIME_ZONE } from '#/lib/platform/i18n/locale.ts'

const TAG: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' }

const WORDS: Readonly<Record<Locale, { today: string; yesterday: string; tomorrow: string }>> = {
  nl: { today: 'Vandaag', yesterday: 'Gisteren', tomorrow: 'Morgen' },
  en: { today: 'Today', yesterday: 'Yesterday', tomorrow: 'Tomorrow' },
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than using it a hundred times, so each is made once. */
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(TAG[locale], { timeZone: TIME_ZONE, ...options })
  formatters.set(key, made)
  return made
}

/** A calendar date of the standard (`YYYY-MM-DD`) at noon UTC: the same day in Amsterdam in every season. */
const asDate = (value: Date | string) =>
  typeof value === 'string' ? new Date(`${value.slice(0, 10)}T12:00:00Z`) : value

/** "4 juni 2026" / "4 June 2026". A string is a calendar date `YYYY-MM-DD`, never a moment. */
export function formatDate(value: Date | string, locale: Locale): string {
  return formatter(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(asDate(value))
}

/** "donderdag 4 juni" / "Thursday 4 June", for days close by. */
export function formatDay(value: Date | string, locale: Locale): string {
  return formatter(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(asDate(value)).replace(',', '')
}

/** "5 okt" / "5 Oct", for the weeks under a drawing. */
export function formatShortDay(value: string, locale: Locale): string {
  return formatter(locale, { day: 'numeric', month: 'short' }).format(asDate(value)).replace('.', '')
}

/** "9.32 uur" / "9:32", in Amsterdam. */
export function formatTime(moment: Date, locale: Locale): string {
  const parts = formatter(locale, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).formatToParts(moment)
  const part = (type: 'hour' | 'minute') => parts.find((piece) => piece.type === type)?.value ?? ''
  const hour = String(Number(part('hour')))
  return locale === 'nl' ? `${hour}.${part('minute')} uur` : `${hour}:${part('minute')}`
}

/** "4 juni 2026 om 9.32 uur" / "4 June 2026 at 9:32". */
export function formatMoment(moment: Date, locale: Locale): string {
  return `${formatDate(moment, locale)} ${locale === 'nl' ? 'om' : 'at'} ${formatTime(moment, locale)}`
}

const dayKey = (moment: Date) =>
  formatter('en', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment).split('/').reverse().join('-')

/** Whole calendar days in Amsterdam from one moment to another; summer time does not matter. */
function daysBetween(from: Date, to: Date): number {
  return Math.round((asDate(dayKey(to)).getTime() - asDate(dayKey(from)).getTime()) / DAY_MS)
}

const wordFor = (day: Date, now: Date, locale: Locale): string | undefined =>
  ({ '0': WORDS[locale].today, '-1': WORDS[locale].yesterday, '1': WORDS[locale].tomorrow })[
    String(daysBetween(now, day))
  ]

/** The year says something only when it is another one. */
const withoutYear = (day: Date, now: Date, locale: Locale): string =>
  dayKey(day).slice(0, 4) === dayKey(now).slice(0, 4)
    ? formatter(locale, { day: 'numeric', month: 'long' }).format(day)
    : formatDate(day, locale)

/** "Vandaag, 13.41 uur", "Gisteren, 9.02 uur", "4 juni, 9.32 uur", "31 december 2025, 9.32 uur": for lists. */
export function formatRecent(moment: Date, now: Date, locale: Locale): string {
  return `${wordFor(moment, now, locale) ?? withoutYear(moment, now, locale)}, ${formatTime(moment, locale)}`
}

/** A calendar date within a sentence: "vandaag", "morgen", "9 december", "9 januari 2027". */
export function formatNearDate(date: string, now: Date, locale: Locale): string {
  const day = asDate(date)
  return wordFor(day, now, locale)?.toLowerCase() ?? withoutYear(day, now, locale)
}

/** As `formatRecent`, within a sentence: "vandaag, 13.41 uur". */
export function formatRecentInline(moment: Date, now: Date, locale: Locale): string {
  const text = formatRecent(moment, now, locale)
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** "€ 1.234,50" / "€1,234.50". */
export function formatEuros(amount: number, locale: Locale): string {
  return new Intl.NumberFormat(TAG[locale], { style: 'currency', currency: 'EUR' }).format(amount)
}

/** "1.243" / "1,243"; at most `digits` decimals. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(TAG[locale], { maximumFractionDigits: digits }).format(value)
}

/** "5,6 kB" / "5.6 kB", in steps of 1,000 as the limits are told ("25 MB"). */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1_000) return `${formatNumber(bytes, locale)} bytes`
  const [unit, size] = bytes < 1_000_000 ? (['kB', 1_000] as const) : (['MB', 1_000_000] as const)
  return `${formatNumber(bytes / size, locale, 1)} ${unit}`
}
