/** A fault in what was filled in; without a field it is about the form as a whole. */
export type FormError = { readonly field: string | null; readonly message: string }

/** What was typed, by field name; several for checkboxes that share a name. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** Somebody else was first: field by field what is in force by now and what was filled in, as texts. */
export type FormConflict = {
  /** The version that is in force by now, on which the form may be sent again. */
  readonly version: number
  /** Who made it, and when. */
  readonly caption: string
  readonly headers: Readonly<Record<'field' | 'now' | 'filled', string>>
  readonly rows: readonly Readonly<Record<'field' | 'now' | 'filled', string>>[]
}

/**
 * What a form's server action answers. Works through `useActionState`, with and without script: it holds plain data
 * only. `error` repeats the values, so that nothing typed is lost. Messages are texts in the user's language.
 */
export type FormState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'error'
      readonly errors: readonly FormError[]
      readonly values: FormValues
      readonly conflict?: FormConflict
    }
  | { readonly kind: 'done'; readonly message: string }

export const IDLE_FORM: FormState = { kind: 'idle' }

/** The version that a form is about to be made on: the one that was shown last, in the page or in the table of a conflict. */
export const shownVersion = (state: FormState, version: number): number =>
  Math.max(version, (state.kind === 'error' ? state.conflict?.version : undefined) ?? 0)

/** A server action that a form can be wired to. */
export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>

/**
 * The text fields of a sent form as one object for a zod schema: the same on both sides of the connection. A name that
 * occurs once is a text, more often a list. Files and the framework's own fields (`$ACTION…`) are left out.
 */
export function formValues(data: FormData): Record<string, string | string[]> {
  // A map, because names come from outside: `constructor` and `__proto__` are names like any other.
  const values = new Map<string, string | string[]>()
  for (const [name, value] of data.entries()) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue
    const earlier = values.get(name)
    values.set(name, earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value])
  }
  return Object.fromEntries(values)
}

/** What a failed parse of zod tells, one fault per field (the first), in the order of the fields. */
export type IssueLike = { readonly path: readonly PropertyKey[]; readonly message: string }

/** Turns the issues of zod into form errors; `wording` finds the text for the message of an issue. */
export function formErrors(issues: readonly IssueLike[], wording: (message: string) => string): FormError[] {
  const errors: FormError[] = []
  for (const issue of issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : null
    if (!errors.some((error) => error.field === field)) errors.push({ field, message: wording(issue.message) })
  }
  return errors
}
