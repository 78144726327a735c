import { getLocale, getMessages } from 'next-intl/server'
import { formTexts } from '#/app/_server/form-texts.ts'
import { Panel } from '#/app/_ui/panel.tsx'
import { changeSoortenAction } from '#/app/(portaal)/producten/[product]/instellingen/soorten-actions.ts'
import { SoortenForm } from '#/app/(portaal)/producten/[product]/instellingen/soorten-form.tsx'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { type Berichtsoort, berichtsoortenFor } from '#/lib/istandaarden/berichtsoorten.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import type { SettingsView } from '#/lib/settings/schema.ts'

const named = ({ soort, label }: Berichtsoort) => ({ soort, label: `${soort} ${label}` })

type SoortenPanelProps = { readonly product: BerichtProduct; readonly settings: SettingsView }

/** The berichtsoorten of a product, each to be switched on or off. */
export async function SoortenPanel({ product, settings }: SoortenPanelProps) {
  const t = translator(localeFrom(await getLocale()), 'settings')
  const { errors } = (await getMessages()).settings
  const [delivered, received] = [berichtsoortenFor(product, 'aanleveren'), berichtsoortenFor(product, 'ophalen')]
  const groups = [
    { legend: t('soorten.deliver'), soorten: delivered.map(named) },
    { legend: t('soorten.receive'), soorten: received.map(named) },
  ]
  const active = [...delivered, ...received]
    .map(({ soort }) => soort)
    .filter((soort) => !settings.inactiveSoorten.includes(soort))
  return (
    <Panel title={t('soorten.title')}>
      <p className="max-w-text">{t('soorten.lead')}</p>
      <SoortenForm
        action={changeSoortenAction}
        product={product}
        version={settings.version}
        active={active}
        groups={groups}
        submitText={t('soorten.submit')}
        formTexts={await formTexts(errors)}
      />
    </Panel>
  )
}
