import { getMessages, getTranslations } from 'next-intl/server'
import type { CodeFormTexts } from '#/app/_people/code-form.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'

/** The texts of the form that makes a verification code. */
export async function codeFormTexts(): Promise<CodeFormTexts> {
  const t = await getTranslations('beheer.code')
  const common = await getTranslations('common')
  return {
    ...(await formTexts((await getMessages()).beheer.code.errors)),
    confirm: t('confirm'),
    submit: t('submit'),
    made: t('made'),
    once: t('once'),
    valid: t('valid'),
    copy: common('copyCode'),
    copied: common('copied'),
    failed: common('copyFailed'),
    spelling: common('spelling'),
    spellingGroup: common('spellingGroup', { number: '{number}' }),
  }
}
