import { z } from 'zod'
import { oneLine } from '#/lib/platform/input/text.ts'

// Names hold letters of any script, digits, spaces, points, hyphens and apostrophes; a person knows the own name best.
const NAME = /^[\p{L}\p{M}\p{N} .'’-]*$/u

const name = (max: number) => oneLine(max).pipe(z.string().regex(NAME, 'name'))

/** "06-12 34 56 78" and "+31 (0)6 12345678" become digits with at most a plus sign before them. */
const phone = z
  .string({ error: 'required' })
  .transform((value) => value.replace(/\(0\)/g, '').replace(/[\s().\-/]/g, ''))
  .pipe(
    z
      .string()
      .min(1, 'required')
      .regex(/^\+?[0-9]{10,15}$/, 'phone'),
  )

const email = z
  .string({ error: 'required' })
  .transform((value) => value.trim())
  .pipe(z.string().min(1, 'required').max(254, 'tooLong').pipe(z.email('email')))

/** Personal settings (product chapter 3): one schema for the browser's form and the server. Messages are keys. */
export const Profile = z.object({
  salutation: z.enum(['DE_HEER', 'MEVROUW'], { error: 'salutation' }),
  initials: name(20).pipe(z.string().min(1, 'required')),
  firstName: name(80),
  infix: name(20),
  lastName: name(100).pipe(z.string().min(1, 'required')),
  department: oneLine(100),
  phone,
  email,
  newsletter: z
    .literal('ja', { error: 'required' })
    .optional()
    .transform((value) => value === 'ja'),
})
export type Profile = z.infer<typeof Profile>

/** Name under which an unfinished form is kept when the session ends. */
export const PROFILE_DRAFT = 'profiel'
