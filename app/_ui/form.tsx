'use client'

import { useActionState, useEffect, useRef, useState, useTransition } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import type { ZodType } from 'zod'
import { classNames } from '#/app/_ui/class-names.ts'
import { ConflictTable } from '#/app/_ui/conflict-table.tsx'
import { ErrorSummary } from '#/app/_ui/error-summary.tsx'
import { FORM_KEY_FIELD } from '#/lib/platform/actions/form-key.ts'
import {
  type FormAction,
  type FormError,
  type FormState,
  type FormValues,
  formErrors,
  formValues,
  IDLE_FORM,
} from '#/lib/platform/actions/form-state.ts'

/** Texts of a form, handed over by the page, so that no translation library is sent to the browser. */
export type FormTexts = {
  readonly summaryTitle: string
  /** "Fout:", before the title of the page and before each error for a screen reader. */
  readonly errorPrefix: string
  /** Shown when the answer never came; what was typed is still there. */
  readonly network: string
  /** Text for each message of the schema; a message that is not listed is a text already. */
  readonly errors?: Readonly<Record<string, string>>
}

/** What the form hands to a control: spread it on TextField, Select, Checkbox, TextArea. */
export type FieldTools = {
  readonly field: (name: string) => ReturnType<typeof fieldProps>
  readonly radio: (name: string) => ReturnType<typeof radioProps>
  readonly checkbox: (name: string) => ReturnType<typeof checkboxProps>
  readonly pending: boolean
  readonly state: FormState
}

type FormProps = {
  readonly action: FormAction
  /** The schema that the action parses with, too. */
  readonly schema: ZodType
  readonly defaults?: FormValues
  readonly texts: FormTexts
  /** A key made by the server at rendering: the form sent twice counts once. */
  readonly formKey?: string
  /** Name under which what was typed is kept when the session ends (WCAG 2.2.5). */
  readonly draft?: string
  /** Sets a form apart that stands more than once on a page; its fields carry the same suffix. */
  readonly idSuffix?: string | undefined
  /** Wider than one column of fields: a matrix. */
  readonly wide?: boolean
  readonly children: (tools: FieldTools) => React.ReactNode
}

type Registration = ReturnType<ReturnType<typeof useForm>['register']>
/** What is known of one field: what stood in it, and what is wrong with it. */
type Known = {
  readonly value: FormValues[string] | undefined
  readonly error: string | undefined
  readonly errorPrefix: string
}
const first = (value: FormValues[string] | undefined) => (typeof value === 'string' ? value : value?.[0])

const fieldProps = (registration: Registration, { value, error, errorPrefix }: Known) => ({
  ...registration,
  defaultValue: first(value) ?? '',
  error,
  errorPrefix,
})
const radioProps = ({ name, ref, onChange, onBlur }: Registration, { value, error, errorPrefix }: Known) => ({
  name,
  registration: { ref, onChange, onBlur },
  defaultValue: first(value),
  error,
  errorPrefix,
})
const checkboxProps = (registration: Registration, { value, error, errorPrefix }: Known) => ({
  ...registration,
  defaultChecked: value !== undefined && value !== '',
  error,
  errorPrefix,
})

/**
 * A form that works without script and is better with it: the browser checks with the server's own schema before it
 * sends, both sides' faults appear in one summary, a second press while sending does nothing, and a lost connection
 * loses nothing that was typed.
 */
export function Form(props: FormProps) {
  const { action, schema, defaults = {}, texts, formKey, draft, idSuffix, wide = false, children } = props
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const { state, formAction, send, pending } = useSending(action, texts.network)
  const { register, handleSubmit, formState } = useForm<Record<string, string>>({
    resolver: schemaResolver(schema, form, texts.errors ?? {}),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const found = clientErrors(formState.errors)
  const errors = found.length > 0 ? found : state.kind === 'error' ? state.errors : []
  useErrorTitle(errors.length > 0, texts.errorPrefix)
  const { submitCount } = formState
  // Each refused press and each answer brings the focus to the summary, also when its text stays the same.
  useEffect(() => {
    if (!pending && (state.kind === 'error' || submitCount > 0)) summary.current?.focus()
  }, [state, pending, submitCount])

  const values = state.kind === 'error' ? state.values : defaults
  const known = (name: string): Known => ({
    value: values[name],
    error: errors.find((fault) => fault.field === name)?.message,
    errorPrefix: texts.errorPrefix,
  })
  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const { submitter } = event.nativeEvent
    const data = new FormData(event.currentTarget, submitter instanceof HTMLElement ? submitter : null)
    void handleSubmit(() => send(data))(event)
  }
  return (
    <form
      ref={form}
      action={formAction}
      onSubmit={submit}
      noValidate
      data-concept={draft}
      aria-busy={pending}
      className={classNames('flex flex-col gap-6', wide ? 'max-w-text' : 'max-w-form')}
    >
      <ErrorSummary ref={summary} title={texts.summaryTitle} errors={errors} idSuffix={idSuffix} />
      {state.kind === 'error' && state.conflict ? <ConflictTable conflict={state.conflict} /> : null}
      {formKey ? <input type="hidden" name={FORM_KEY_FIELD} value={formKey} /> : null}
      {children({
        field: (name) => fieldProps(register(name), known(name)),
        radio: (name) => radioProps(register(name), known(name)),
        checkbox: (name) => checkboxProps(register(name), known(name)),
        pending,
        state,
      })}
    </form>
  )
}

/**
 * Sends the form by script, beside the browser's own way (`formAction`), which a page without script uses. A connection
 * that fails becomes an answer: a thrown error would replace the page, and what was typed with it.
 */
function useSending(action: FormAction, network: string) {
  const [withoutScript, formAction] = useActionState(action, IDLE_FORM)
  const [answer, setAnswer] = useState<FormState | null>(null)
  const [pending, start] = useTransition()
  const state = answer ?? withoutScript
  const send = (data: FormData) =>
    start(async () => {
      try {
        setAnswer(await action(state, data))
      } catch (error) {
        // Only a fetch that got no answer is ours; redirects and refusals of Next travel as errors, too.
        if (!(error instanceof TypeError)) throw error
        setAnswer({ kind: 'error', errors: [{ field: null, message: network }], values: formValues(data) })
      }
    })
  return { state, formAction, send, pending }
}

/** Checks what the form would send, not the library's copy of it: exactly what the server will parse. */
function schemaResolver(
  schema: ZodType,
  form: React.RefObject<HTMLFormElement | null>,
  texts: Readonly<Record<string, string>>,
): Resolver<Record<string, string>> {
  return (values) => {
    if (!form.current) return { values, errors: {} }
    const parsed = schema.safeParse(formValues(new FormData(form.current)))
    if (parsed.success) return { values, errors: {} }
    const faults = formErrors(parsed.error.issues, (message) => texts[message] ?? message)
    return {
      values: {},
      errors: Object.fromEntries(faults.map(({ field, message }) => [field ?? 'root', { type: 'schema', message }])),
    }
  }
}

/** The library's faults in the order of the schema. */
function clientErrors(errors: Readonly<Record<string, { message?: string | undefined } | undefined>>): FormError[] {
  return Object.entries(errors).map(([field, fault]) => ({
    field: field === 'root' ? null : field,
    message: fault?.message ?? '',
  }))
}

/** "Fout:" before the title of the page while there are faults. */
function useErrorTitle(faulty: boolean, prefix: string) {
  useEffect(() => {
    if (!faulty) return
    // The server says it in the title, too, when the answer came without script.
    const title = document.title.startsWith(prefix) ? document.title.slice(prefix.length).trimStart() : document.title
    document.title = `${prefix} ${title}`
    return () => {
      document.title = title
    }
  }, [faulty, prefix])
}
