import { cookies, headers } from 'next/headers'
import { forbidden, notFound, redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { originOf } from '#/app/_server/request-origin.ts'
import { currentSession, requireNetwork } from '#/app/_server/require-actor.ts'
import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { recordRefusedAccess } from '#/lib/audit/record-refused-access.ts'
import { loginPage } from '#/lib/identity/login/login-page.ts'
import { START_PAGE } from '#/lib/identity/login/return-path.ts'
import { recordSessionEnd } from '#/lib/identity/sessions/end-sessions.ts'
import type { EndedSession } from '#/lib/identity/sessions/resolve-session.ts'
import { touchSession } from '#/lib/identity/sessions/touch-session.ts'
import { keepDraft } from '#/lib/onboarding/form-drafts.ts'
import { type FormAction, type FormState, formErrors, formValues } from '#/lib/platform/actions/form-state.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { isSameOrigin } from '#/lib/platform/http/same-origin.ts'
import { LOCALE_COOKIE, type Locale, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { log } from '#/lib/platform/log.ts'
import type { Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** What the texts of an action may need. */
export type ActionWords = { readonly locale: Locale }

type ActionDefinition<S extends z.ZodType, V, E extends string> = {
  /** The schema that the browser's form uses, too. Its messages are keys for `fieldWording`. */
  readonly schema: S
  readonly run: (actor: MemberActor | StaffActor, input: z.infer<S>) => Promise<Result<V, E>>
  /** The text for a message of the schema. */
  readonly fieldWording: (message: string, words: ActionWords) => string
  /** A fault without a text does not compile. With a field, the fault is shown there. */
  readonly wording: (error: E, words: ActionWords) => string | { readonly field: string; readonly message: string }
  /** Goes elsewhere (redirect, revalidate), or gives the text to show. */
  readonly onOk: (value: V, words: ActionWords) => Promise<string>
  /** Name under which the values are kept when the session turns out to be over (WCAG 2.2.5). */
  readonly draft?: string
}

async function sessionOver(ended: EndedSession | null, draft: string | undefined, data: FormData): Promise<never> {
  const head = await headers()
  if (ended) await recordSessionEnd(ended, originOf(head))
  const isKept = ended !== null && draft !== undefined && (await keepDraft(ended, draft, formValues(data)))
  redirect(loginPage({ ended, page: head.get('x-portaal-pad') ?? START_PAGE, isKept }))
}

async function execute<S extends z.ZodType, V, E extends string>(
  definition: ActionDefinition<S, V, E>,
  actor: MemberActor | StaffActor,
  data: FormData,
  words: ActionWords,
): Promise<FormState> {
  const values = formValues(data)
  const parsed = definition.schema.safeParse(values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error.issues, (message) => definition.fieldWording(message, words))
    return { kind: 'error', errors, values }
  }
  const result = await definition.run(actor, parsed.data)
  if (result.ok) return { kind: 'done', message: await definition.onOk(result.value, words) }
  const fault = definition.wording(result.error, words)
  return { kind: 'error', errors: [typeof fault === 'string' ? { field: null, message: fault } : fault], values }
}

/**
 * The one way to make a server action: origin, network, session, schema (all field faults at once), use case, wording. An action is
 * a public address: nothing that the page checked counts here. A surprise is logged under the request id; the person
 * sees that id and keeps what was typed.
 */
export function defineAction<S extends z.ZodType, V, E extends string>(
  definition: ActionDefinition<S, V, E>,
): FormAction {
  return async (_previous, sent: unknown) => {
    // Whoever calls this address by hand can send anything in place of the form: to us that is an empty one.
    const data = sent instanceof FormData ? sent : new FormData()
    const head = await headers()
    const words = { locale: localeFrom((await cookies()).get(LOCALE_COOKIE)?.value) }
    if (!isSameOrigin(head, settings().portaalUrl)) forbidden()
    await requireNetwork()
    const session = await currentSession()
    if (session.kind !== 'live') return sessionOver(session.kind === 'ended' ? session : null, definition.draft, data)
    await touchSession(session)
    try {
      return await execute(definition, session.actor, data, words)
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof NotFoundError) notFound()
      if (error instanceof ForbiddenError) {
        await recordRefusedAccess(session.actor, error)
        forbidden()
      }
      const { requestId } = session.actor.origin
      log().error({ err: error, requestId }, 'action failed')
      const message = translator(words.locale, 'errors')('action.unexpected', { reference: requestId })
      return { kind: 'error', errors: [{ field: null, message }], values: formValues(data) }
    }
  }
}
