import { getTranslations } from 'next-intl/server'
import type { FormTexts } from '#/app/_ui/form.tsx'

/** The texts that every form needs, and those of its own faults. */
export async function formTexts(errors: Readonly<Record<string, string>>): Promise<FormTexts & { busy: string }> {
  const t = await getTranslations('common.form')
  return {
    summaryTitle: t('summaryTitle'),
    errorPrefix: t('errorPrefix'),
    network: t('network'),
    busy: t('saving'),
    errors,
  }
}
