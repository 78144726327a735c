import { cookies, headers } from 'next/headers'
import { forbidden, notFound, redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { FileFieldName } from '#/app/_server/file-fields.ts'
import { originOf } from '#/app/_server/request-origin.ts'
import { currentSession, requireNetwork } from '#/app/_server/require-actor.ts'
import { tellFault } from '#/app/_server/tell-fault.ts'
import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { recordRefusedAccess } from '#/lib/audit/record-refused-access.ts'
import { loginPage } from '#/lib/identity/login/login-page.ts'
import { START_PAGE } from '#/lib/identity/login/return-path.ts'
import { recordSessionEnd } from '#/lib/identity/sessions/end-sessions.ts'
import type { EndedSession } from '#/lib/identity/sessions/resolve-session.ts'
import { touchSession } from '#/lib/identity/sessions/touch-session.ts'
import { keepDraft } from '#/lib/onboarding/form-drafts.ts'
import {
  type FormAction,
  type FormConflict,
  type FormState,
  formErrors,
  formValues,
  IDLE_FORM,
} from '#/lib/platform/actions/form-state.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { isScriptAction, noteAnswer } from '#/lib/platform/http/answer-notes.ts'
import { isSameOrigin } from '#/lib/platform/http/same-origin.ts'
import { LOCALE_COOKIE, type Locale, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { log } from '#/lib/platform/log.ts'
import type { Reason, Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** What the texts of an action may need. */
export type ActionWords = { readonly locale: Locale }

type ActionDefinition<S extends z.ZodType, V, E extends Reason> = {
  /** The schema that the browser's form uses, too. Its messages are keys for `fieldWording`. */
  readonly schema: S
  readonly run: (actor: MemberActor | StaffActor, input: z.infer<S>) => Promise<Result<V, E>>
  /** The text for a message of the schema. */
  readonly fieldWording: (message: string, words: ActionWords) => string
  /** A fault without a text does not compile. With a field, the fault is shown there. */
  readonly wording: (error: E, words: ActionWords) => string | { readonly field: string; readonly message: string }
  /** For a fault that somebody else was first: both versions side by side. */
  readonly conflict?: (error: E, words: ActionWords) => FormConflict | null
  /** Goes elsewhere (redirect, revalidate), or gives the text to show. */
  readonly onOk: (value: V, words: ActionWords) => Promise<string>
  /** Name under which the values are kept when the session turns out to be over (WCAG 2.2.5). */
  readonly draft?: string
  /** A file that may be sent in place of typing: what is read of it becomes the text of a field. */
  readonly file?: FileField
}

/** `name` of the file's control, and the field that its text is put `into`. */
type FileField = {
  readonly name: FileFieldName
  readonly into: string
  readonly longestBytes: number
  readonly read: (fileName: string, bytes: Uint8Array) => string
}

/** What was filled in, with the text of the file where one was chosen. */
async function valuesOf(data: FormData, field: FileField | undefined): Promise<Record<string, string | string[]>> {
  const values = formValues(data)
  const file = field === undefined ? null : data.get(field.name)
  // A control without a file sends an empty one.
  if (!field || !(file instanceof File) || file.size === 0) return values
  const bytes = await file.slice(0, field.longestBytes + 1).arrayBuffer()
  return { ...values, [field.into]: field.read(file.name, new Uint8Array(bytes)) }
}

async function sessionOver(ended: EndedSession | null, draft: string | undefined, data: FormData): Promise<never> {
  const head = await headers()
  if (ended) await recordSessionEnd(ended, originOf(head))
  const isKept = ended !== null && draft !== undefined && (await keepDraft(ended, draft, formValues(data)))
  redirect(loginPage({ ended, page: head.get('x-portaal-pad') ?? START_PAGE, isKept }))
}

async function execute<S extends z.ZodType, V, E extends Reason>(
  definition: ActionDefinition<S, V, E>,
  actor: MemberActor | StaffActor,
  data: FormData,
  words: ActionWords,
): Promise<FormState> {
  const values = await valuesOf(data, definition.file)
  const parsed = definition.schema.safeParse(values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error.issues, (message) => definition.fieldWording(message, words))
    return { kind: 'error', errors, values }
  }
  const result = await definition.run(actor, parsed.data)
  if (result.ok) return { kind: 'done', message: await definition.onOk(result.value, words) }
  const fault = definition.wording(result.error, words)
  const errors = [typeof fault === 'string' ? { field: null, message: fault } : fault]
  const conflict = definition.conflict?.(result.error, words)
  return { kind: 'error', errors, values, ...(conflict ? { conflict } : {}) }
}

async function perform<S extends z.ZodType, V, E extends Reason>(
  definition: ActionDefinition<S, V, E>,
  data: FormData,
  words: ActionWords,
): Promise<FormState> {
  await requireNetwork()
  const session = await currentSession()
  if (session.kind !== 'live') return sessionOver(session.kind === 'ended' ? session : null, definition.draft, data)
  await touchSession(session)
  try {
    return await execute(definition, session.actor, data, words)
  } catch (error) {
    if (error instanceof ForbiddenError) await recordRefusedAccess(session.actor, error)
    throw error
  }
}

/**
 * Refuses: a script draws the page of the refusal itself. Without script the page comes with this very answer, and is told
 * to show the refusal instead of itself (definePage).
 */
function refuse(requestId: string, refusal: 'notFound' | 'forbidden'): FormState {
  if (isScriptAction(requestId)) return refusal === 'notFound' ? notFound() : forbidden()
  noteAnswer(requestId, { refusal })
  return IDLE_FORM
}

async function failed(error: unknown, requestId: string, data: FormData, { locale }: ActionWords): Promise<FormState> {
  log().error({ err: error, requestId }, 'action failed')
  await tellFault(error, { requestId, place: 'formulier' })
  const message = translator(locale, 'errors')('action.unexpected', { reference: requestId })
  noteAnswer(requestId, { hasFailed: true, formFaults: [message] })
  return { kind: 'error', errors: [{ field: null, message }], values: formValues(data) }
}

/**
 * The one way to make a server action: origin, network, session, schema (all field faults at once), use case, wording. An action is
 * a public address: nothing that the page checked counts here. A surprise is logged under the request id; the person
 * sees that id and keeps what was typed.
 */
export function defineAction<S extends z.ZodType, V, E extends Reason>(
  definition: ActionDefinition<S, V, E>,
): FormAction {
  return async (_previous, sent: unknown) => {
    // Whoever calls this address by hand can send anything in place of the form: to us that is an empty one.
    const data = sent instanceof FormData ? sent : new FormData()
    const head = await headers()
    const { requestId } = originOf(head)
    const words = { locale: localeFrom((await cookies()).get(LOCALE_COOKIE)?.value) }
    noteAnswer(requestId, { isBegun: true })
    if (!isSameOrigin(head, settings().portaalUrl)) return refuse(requestId, 'forbidden')
    try {
      const state = await perform(definition, data, words)
      if (state.kind === 'error') noteAnswer(requestId, { formFaults: state.errors.map(({ message }) => message) })
      return state
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof NotFoundError) return refuse(requestId, 'notFound')
      return error instanceof ForbiddenError ? refuse(requestId, 'forbidden') : failed(error, requestId, data, words)
    }
  }
}
