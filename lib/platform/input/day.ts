import { z } from 'zod'

// The database knows dates of four digits from year 1 on; ISO 8601 has a year 0.
const hasYear = (text: string) => !text.startsWith('0000')

/** A calendar date from outside, as `YYYY-MM-DD`, that the database knows, too. `error` is the message for all others. */
export const day = (error = 'date') => z.iso.date({ error }).refine(hasYear, { error })

/** A moment as `Date.toISOString` writes it, that exists and that the database knows. */
export const moment = () => z.iso.datetime({ precision: 3 }).refine(hasYear)
