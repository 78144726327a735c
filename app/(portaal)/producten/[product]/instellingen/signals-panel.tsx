import { getLocale, getMessages } from 'next-intl/server'
import { formTexts } from '#/app/_server/form-texts.ts'
import { Panel } from '#/app/_ui/panel.tsx'
import { changeSignalsAction } from '#/app/(portaal)/producten/[product]/instellingen/signals-actions.ts'
import { SignalsForm } from '#/app/(portaal)/producten/[product]/instellingen/signals-form.tsx'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import type { SettingsView } from '#/lib/settings/schema.ts'
import { SIGNAL_CHOICES } from '#/lib/settings/signals-schema.ts'

const POINTS = ['read', 'gone', 'once', 'log', 'unknown', 'mail', 'youth'] as const

/** The daily Wlz-signalen: what they do, what they cannot see, and whether the gemeente wants them. */
export async function SignalsPanel({ settings }: { readonly settings: SettingsView }) {
  const t = translator(localeFrom(await getLocale()), 'wlz')
  const { errors } = (await getMessages()).wlz.signals.settings
  return (
    <Panel title={t('signals.settings.title')}>
      <p className="max-w-text">{t('signals.settings.lead')}</p>
      <p className="max-w-text">{t('signals.settings.what')}</p>
      <ul className="flex max-w-text list-disc flex-col gap-2 ps-6">
        {POINTS.map((point) => (
          <li key={point}>{t(`signals.settings.points.${point}`)}</li>
        ))}
      </ul>
      <SignalsForm
        action={changeSignalsAction}
        version={settings.version}
        choice={settings.signals ? 'AAN' : 'UIT'}
        choices={SIGNAL_CHOICES.map((value) => ({ value, label: t(`signals.settings.choices.${value}`) }))}
        texts={{
          legend: t('signals.settings.legend'),
          hint: t('signals.settings.hint'),
          submit: t('signals.settings.submit'),
        }}
        formTexts={await formTexts(errors)}
      />
    </Panel>
  )
}
