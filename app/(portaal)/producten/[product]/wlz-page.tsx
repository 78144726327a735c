import { getLocale, getTranslations } from 'next-intl/server'
import { Breadcrumb, type Crumb } from '#/app/_ui/breadcrumb.tsx'
import { Tabs } from '#/app/_ui/tabs.tsx'
import type { MemberActor } from '#/lib/access/actor.ts'
import { holds } from '#/lib/access/authorise.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** The product of the pages that only the Wlz-Registertoets has. */
export const WLZ = 'wlz-registertoets'
export const CONSULT_PATH = `/producten/${WLZ}/raadplegen`
export const SIGNALS_PATH = `/producten/${WLZ}/signalen`

/** Every other product has no such page. */
export async function requireWlz(params: Promise<{ readonly product: string }>): Promise<void> {
  if ((await params).product !== WLZ) throw new NotFoundError('page')
}

/** The way to a page of the Wlz-Registertoets. */
export async function WlzBreadcrumb({ last }: { readonly last: readonly Crumb[] }) {
  const common = await getTranslations('common')
  const crumbs = [{ href: '/dashboard', label: common('nav.dashboard') }, ...last]
  return <Breadcrumb label={common('breadcrumb')} crumbs={crumbs} />
}

type WlzTabsProps = { readonly actor: MemberActor; readonly current: 'raadplegen' | 'signalen' }

/** The parts of the Wlz-Registertoets that this person may use. */
export async function WlzTabs({ actor, current }: WlzTabsProps) {
  const common = await getTranslations('common')
  const t = translator(localeFrom(await getLocale()), 'wlz')
  const tabs = [
    { href: CONSULT_PATH, label: t('tab'), part: 'raadplegen', shown: holds(actor, 'wlz.consult', WLZ) },
    { href: SIGNALS_PATH, label: t('signals.tab'), part: 'signalen', shown: holds(actor, 'wlz.read-signals', WLZ) },
  ]
  const shown = tabs
    .filter((tab) => tab.shown)
    .map(({ href, label, part }) => ({ href, label, current: part === current }))
  return <Tabs label={common('tabs')} tabs={shown} />
}
