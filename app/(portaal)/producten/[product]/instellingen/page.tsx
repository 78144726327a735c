import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { formTexts } from '#/app/_server/form-texts.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { Breadcrumb } from '#/app/_ui/breadcrumb.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { changeSettingsAction } from '#/app/(portaal)/producten/[product]/instellingen/actions.ts'
import { AddressStatus } from '#/app/(portaal)/producten/[product]/instellingen/address-status.tsx'
import { ConnectionPanel } from '#/app/(portaal)/producten/[product]/instellingen/connection-panel.tsx'
import { EarlierVersions } from '#/app/(portaal)/producten/[product]/instellingen/earlier-versions.tsx'
import { SettingsForm } from '#/app/(portaal)/producten/[product]/instellingen/settings-form.tsx'
import { SettingsHistory } from '#/app/(portaal)/producten/[product]/instellingen/settings-history.tsx'
import { SignalsPanel } from '#/app/(portaal)/producten/[product]/instellingen/signals-panel.tsx'
import { SoortenPanel } from '#/app/(portaal)/producten/[product]/instellingen/soorten-panel.tsx'
import { isBerichtProduct, isProduct, PRODUCT_NAMES, type Product } from '#/lib/access/products.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { formatMoment } from '#/lib/platform/i18n/format.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { readSettings } from '#/lib/settings/change-settings.ts'
import { RETENTIONS, type SettingsView } from '#/lib/settings/schema.ts'

type PageProps = {
  params: Promise<{ product: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** In the address after a version was put back: which, and the one that it became. */
const VERSION = /^[1-9][0-9]{0,5}$/

async function productOf({ params }: PageProps): Promise<Product> {
  const { product } = await params
  if (!isProduct(product)) throw new NotFoundError('product')
  return product
}

export const generateMetadata = pageTitle(async (props: PageProps) => {
  const t = await getTranslations('settings')
  return t('title', { product: PRODUCT_NAMES[await productOf(props)] })
})

async function LastChange({ settings }: { settings: SettingsView }) {
  const t = await getTranslations('settings')
  const locale = localeFrom(await getLocale())
  const { changedAt, changedByName } = settings
  const text =
    changedAt && changedByName
      ? t('lastChanged', { name: changedByName, moment: formatMoment(changedAt, locale) })
      : t('neverChanged')
  return <p className="text-ink-soft">{text}</p>
}

/** The settings of one product, for its Productbeheerders. */
export default definePage(async function InstellingenPage(props: PageProps) {
  const product = await productOf(props)
  const actor = await requireMember('ACTIEF')
  const t = await getTranslations('settings')
  const { errors } = (await getMessages()).settings
  const { settings, addresses, history, earlier } = await readSettings(actor, product)
  const { teruggezet, versie } = await props.searchParams
  const restored = VERSION.exec(String(teruggezet))?.[0]
  // What was typed before an earlier version came back stands in the way of what holds now: the forms begin anew.
  const forms = VERSION.exec(String(versie))?.[0] ?? 'formulieren'
  const name = PRODUCT_NAMES[product]
  const common = await getTranslations('common')
  const keepsContent = product !== 'wlz-registertoets'
  const crumbs = [{ href: '/dashboard', label: common('nav.dashboard') }, { label: t('title', { product: name }) }]
  return (
    <>
      <PageHeading
        before={<Breadcrumb label={common('breadcrumb')} crumbs={crumbs} />}
        lead={t('lead', { product: name })}
      >
        {t('title', { product: name })}
      </PageHeading>
      {restored === undefined ? null : <Banner tone="ok" title={t('restore.done', { version: restored })} announce />}
      <LastChange settings={settings} />
      <Fragment key={forms}>
        <SettingsForm
          action={changeSettingsAction}
          product={product}
          version={settings.version}
          addresses={settings.notificationAddresses}
          retention={settings.retention}
          retentions={keepsContent ? RETENTIONS.map((value) => ({ value, label: t(`retentions.${value}`) })) : []}
          texts={{
            addresses: t('addresses'),
            addressesHint: t('addressesHint'),
            retention: t('retention'),
            retentionHint: t('retentionHint'),
            submit: t('submit'),
          }}
          formTexts={await formTexts(errors)}
        />
        <AddressStatus product={product} addresses={addresses} />
        <ConnectionPanel product={product} settings={settings} />
        {product === 'wlz-registertoets' ? <SignalsPanel settings={settings} /> : null}
        {isBerichtProduct(product) ? <SoortenPanel product={product} settings={settings} /> : null}
      </Fragment>
      <Panel title={t('history')}>
        <SettingsHistory product={product} changes={history} />
      </Panel>
      <EarlierVersions product={product} settings={settings} versions={earlier} />
    </>
  )
})
