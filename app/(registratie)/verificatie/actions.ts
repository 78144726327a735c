'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { SESSION_COOKIE } from '#/lib/identity/sessions/session-token.ts'
import { requestCode } from '#/lib/onboarding/codes/request-code.ts'
import { RequestCode } from '#/lib/onboarding/codes/request-schema.ts'
import { VerifyCode } from '#/lib/onboarding/codes/schema.ts'
import { verifyCode } from '#/lib/onboarding/codes/verify-code.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const FIELD = 'verificatiecode'

/** Uses the code. When it is right the session is over on the server, and the browser forgets its cookie. */
export const verifyCodeAction = defineAction({
  schema: VerifyCode,
  run: verifyCode,
  fieldWording: (message, { locale }) => {
    const t = translator(locale, 'onboarding')
    const [fault, detail = ''] = message.split(':')
    if (fault === 'length') return t('verification.errors.length', { count: detail })
    if (fault === 'character') return t('verification.errors.character', { character: detail })
    return t('verification.errors.empty')
  },
  wording: (error, { locale }) => {
    const t = translator(locale, 'onboarding')
    const texts = { unusable: 'unusable', closed: 'closed', too_often: 'tooOften' } as const
    // Paused or locked is shown by the page itself, so it must be read anew.
    revalidatePath('/verificatie')
    return { field: FIELD, message: t(`verification.errors.${texts[error]}`) }
  },
  onOk: async () => {
    const jar = await cookies()
    jar.delete({ name: SESSION_COOKIE, path: '/', secure: true })
    redirect('/opnieuw-inloggen')
  },
})

/** Asks whoever makes the codes for a new one. Always the same answer. */
export const requestCodeAction = defineAction({
  schema: RequestCode,
  run: requestCode,
  fieldWording: (_message, { locale }) => translator(locale, 'onboarding')('verification.errors.form'),
  wording: (error: never) => error,
  onOk: async (_value, { locale }) => {
    revalidatePath('/verificatie')
    return translator(locale, 'onboarding')('verification.requested')
  },
})
