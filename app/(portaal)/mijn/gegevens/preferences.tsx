import { getMessages, getTranslations } from 'next-intl/server'
import { formTexts } from '#/app/_server/form-texts.ts'
import { Panel } from '#/app/_ui/panel.tsx'
import { savePreferencesAction } from '#/app/(portaal)/mijn/gegevens/actions.ts'
import { PreferencesForm } from '#/app/(portaal)/mijn/gegevens/preferences-form.tsx'
import { PRODUCT_NAMES } from '#/lib/access/products.ts'
import {
  FREQUENCY_CHOICES,
  MAIL_FREQUENCIES,
  type MailChoices,
  SWITCH_CHOICES,
} from '#/lib/inbox/preferences/schema.ts'

const PRODUCT_OF = { newIwmo: 'iwmo', newIjw: 'ijw' } as const

/** What one is mailed of, and the form to choose otherwise; absent for who is told of nothing. */
export async function Preferences({ choices }: { choices: Partial<MailChoices> }) {
  const t = await getTranslations('inbox.preferences')
  const frequencies = FREQUENCY_CHOICES.filter((name) => choices[name] !== undefined)
  const switches = SWITCH_CHOICES.filter((name) => choices[name] !== undefined)
  if (frequencies.length + switches.length === 0) return null
  const values = Object.fromEntries([
    ...frequencies.map((name) => [name, choices[name] ?? ''] as const),
    ...switches.map((name) => [name, choices[name] ? 'ja' : ''] as const),
  ])
  return (
    <Panel title={t('title')} id="mail">
      <p>{t('lead')}</p>
      <PreferencesForm
        action={savePreferencesAction}
        values={values}
        frequencies={frequencies.map((name) => ({
          name,
          label: t('newBerichten', { product: PRODUCT_NAMES[PRODUCT_OF[name]] }),
        }))}
        options={MAIL_FREQUENCIES.map((value) => ({ value, label: t(`frequencies.${value}`) }))}
        switches={switches.map((name) => ({ name, label: t(`switches.${name}`) }))}
        texts={{ switches: t(frequencies.length > 0 ? 'also' : 'about'), submit: t('submit') }}
        formTexts={await formTexts((await getMessages()).inbox.preferences.errors)}
      />
    </Panel>
  )
}
