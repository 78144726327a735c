import { TIME_ZONE } from '#/lib/platform/i18n/locale.ts'

// The Swedish way of writing a date is that of ISO 8601.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE })

/** The calendar date in Amsterdam at a moment, as `YYYY-MM-DD`. */
export const dayInAmsterdam = (moment: Date): string => isoDay.format(moment)
