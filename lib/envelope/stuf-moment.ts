import { TIME_ZONE } from '#/lib/platform/i18n/locale.ts'

const AMSTERDAM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** A moment as StUF writes it, in Dutch time and without separators: `20250103101500`. */
export const stufMoment = (moment: Date): string => AMSTERDAM.format(moment).replace(/[^0-9]/g, '')
