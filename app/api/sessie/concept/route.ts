import { z } from 'zod'
import { defineRoute } from '#/app/_server/define-route.ts'
import { DRAFT_FIELD } from '#/app/_ui/frame/viewer.ts'
import { keepOwnDraft } from '#/lib/onboarding/form-drafts.ts'
import { PROFILE_DRAFT } from '#/lib/onboarding/profile/schema.ts'
import { formValues } from '#/lib/platform/actions/form-state.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { API_HEADERS, problem } from '#/lib/platform/http/problem.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const KEPT_FORMS: readonly string[] = [PROFILE_DRAFT]

/** Keeps what stands in a form shortly before the session ends. The script does it by itself, so it is no activity. */
export const POST = defineRoute({
  params: z.unknown(),
  countsAsActivity: false,
  handle: async ({ actor, req, locale, requestId }) => {
    if (actor.kind !== 'member') throw new ForbiddenError('draft.keep')
    // A body that is no form throws; to whoever sent it that is the same as a form that we do not know.
    const body = await req.formData().catch(() => new FormData())
    const { [DRAFT_FIELD]: form, ...values } = formValues(body)
    if (typeof form !== 'string' || !KEPT_FORMS.includes(form)) throw new NotFoundError('form')
    const kept = await keepOwnDraft(actor, form, values)
    if (!kept.ok) {
      const title = translator(locale, 'errors')('api.tooLarge')
      return problem({ status: 413, code: 'TE_GROOT', title, requestId })
    }
    return new Response(null, { status: 204, headers: API_HEADERS })
  },
})
