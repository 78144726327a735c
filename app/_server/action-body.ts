import { z } from 'zod'
import { isFileField } from '#/app/_server/file-fields.ts'

/** Next's own bound for what is sent to an action; past it Next answers 500. */
const LARGEST_BODY = 1024 * 1024
const DEEPEST = 8

/** The status that says what is wrong with a posted form: it cannot be read or is none, or it is too large. */
export type BodyFault = 400 | 413

// In what React sends, a text that begins with one $ stands for something else: a promise, a function, a part of another
// field. Our forms have no use for those; a typed $ is doubled.
const standsForItself = (text: string) => !text.startsWith('$') || text.startsWith('$$') || text === '$undefined'

/** Whether a value is nothing but data, and not deeper than the state of a form. */
function isPlain(value: unknown): boolean {
  const left: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  for (let next = left.pop(); next; next = left.pop()) {
    if (typeof next.value === 'string' && !standsForItself(next.value)) return false
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth === DEEPEST) return false
    for (const part of Object.values(next.value)) left.push({ value: part, depth: next.depth + 1 })
  }
  return true
}

const json = z.string().transform((text, ctx): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // Whatever is wrong with it, it is no text that our form makes.
    ctx.addIssue({ code: 'custom', message: 'json' })
    return z.NEVER
  }
})
const State = z.looseObject({ kind: z.string() }).refine(isPlain)
/** What a script sends: the state before, and the fields of the form. */
const Called = json.pipe(z.tuple([State, z.literal('$K1')]))
/** What a form without script carries along: the action, and its state before. */
const Bound = {
  action: json.pipe(z.strictObject({ id: z.string(), bound: z.literal('$@1') })),
  state: json.pipe(z.tuple([State])),
}

const isCalled = (form: FormData): boolean =>
  form.getAll('0').length === 1 &&
  Called.safeParse(form.get('0')).success &&
  [...form.keys()].every((name) => name === '0' || name.startsWith('_1_'))

function isSubmitted(form: FormData): boolean {
  const framework = [...form.keys()].filter((name) => name.startsWith('$ACTION'))
  const reference = framework.find((name) => /^\$ACTION_REF_\d{1,4}$/.test(name))
  if (!reference) return false
  const prefix = reference.replace('REF_', '')
  const known = new Set([reference, `${prefix}:0`, `${prefix}:1`, '$ACTION_KEY'])
  return (
    new Set(framework).size === framework.length &&
    framework.every((name) => known.has(name)) &&
    Bound.action.safeParse(form.get(`${prefix}:0`)).success &&
    Bound.state.safeParse(form.get(`${prefix}:1`)).success
  )
}

async function parse(type: string, bytes: ArrayBuffer): Promise<FormData | null> {
  // A body that breaks off, or has no form's form, throws; to whoever sent it that is one and the same.
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null)
}

/**
 * Looks at a form that is posted to a page before Next does: only what our own forms send gets as far as React's decoder,
 * which answers everything else by 500 and could be led astray by it. Null when it is such a form.
 */
export async function actionBodyFault(request: Request): Promise<BodyFault | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return 400
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) return 413
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > LARGEST_BODY) return 413
  const form = await parse(type, bytes)
  if (!form || [...form].some(([name, value]) => typeof value !== 'string' && !isFileField(name))) return 400
  return (request.headers.has('next-action') ? isCalled(form) : isSubmitted(form)) ? null : 400
}
