import { z } from 'zod'

/** The messages for what is no text at all and for what is too long: keys, as everywhere in a schema. */
type Wording = { readonly absent: string; readonly tooLong: string }
const WORDING: Wording = { absent: 'required', tooLong: 'tooLong' }

// PostgreSQL refuses a text with a NUL; other control characters turn a log, a mail or a terminal around. Half of a pair
// is no character at all.
const whole = (text: string) => text.normalize('NFC').replace(/\p{Cs}/gu, '\uFFFD')

const schema = (tidy: (text: string) => string, max: number, { absent, tooLong }: Wording) =>
  z.string({ error: absent }).transform(tidy).pipe(z.string().max(max, tooLong))

/** A text of one line from outside, fit to be stored: control characters, line breaks and rows of spaces are one space. */
export const oneLine = (max: number, wording = WORDING) =>
  schema(
    (text) =>
      whole(text)
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    max,
    wording,
  )

/** The same for a text of several lines: its line breaks stay, as `\n`. */
export const someLines = (max: number, wording = WORDING) =>
  schema(
    (text) =>
      whole(text)
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]/gu, ' ')
        .trim(),
    max,
    wording,
  )
