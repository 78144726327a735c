import { z } from 'zod'
import { oneLine } from '#/lib/platform/input/text.ts'

// Names hold letters of any script, digits, spaces, points, hyphens and apostrophes; a person knows the own name best.
const NAME = /^[\p{L}\p{M}\p{N} .'’-]*$/u

// Each fault names its field: the summary of faults is a list of links, and "fill in this field" three times says nothing.
const text = (max: number, field: string) => oneLine(max, { absent: `${field}Missing`, tooLong: `${field}Long` })
const name = (max: number, field: string) => text(max, field).pipe(z.string().regex(NAME, `${field}Signs`))

/** "06-12 34 56 78" and "+31 (0)6 12345678" become digits with at most a plus sign before them. */
const phone = z
  .string({ error: 'phoneMissing' })
  .transform((value) => value.replace(/\(0\)/g, '').replace(/[\s().\-/]/g, ''))
  .pipe(
    z
      .string()
      .min(1, 'phoneMissing')
      .regex(/^\+?[0-9]{10,15}$/, 'phone'),
  )

const email = z
  .string({ error: 'emailMissing' })
  .transform((value) => value.trim())
  .pipe(z.string().min(1, 'emailMissing').max(254, 'emailLong').pipe(z.email('email')))

/** Personal settings (product chapter 3): one schema for the browser's form and the server. Messages are keys. */
export const Profile = z.object({
  salutation: z.enum(['DE_HEER', 'MEVROUW'], { error: 'salutation' }),
  initials: name(20, 'initials').pipe(z.string().min(1, 'initialsMissing')),
  firstName: name(80, 'firstName'),
  infix: name(20, 'infix'),
  lastName: name(100, 'lastName').pipe(z.string().min(1, 'lastNameMissing')),
  department: text(100, 'department'),
  phone,
  email,
  newsletter: z
    .literal('ja', { error: 'newsletter' })
    .optional()
    .transform((value) => value === 'ja'),
})
export type Profile = z.infer<typeof Profile>

/** Name under which an unfinished form is kept when the session ends. */
export const PROFILE_DRAFT = 'profiel'
