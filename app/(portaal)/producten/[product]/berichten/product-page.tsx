import { getTranslations } from 'next-intl/server'
import { Breadcrumb, type Crumb } from '#/app/_ui/breadcrumb.tsx'
import { Tabs } from '#/app/_ui/tabs.tsx'
import type { MemberActor } from '#/lib/access/actor.ts'
import { holds } from '#/lib/access/authorise.ts'
import { type BerichtProduct, isBerichtProduct, PRODUCT_NAMES } from '#/lib/access/products.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

/** The product of the address; every other name is a page that does not exist. */
export async function productOf(params: Promise<{ readonly product: string }>): Promise<BerichtProduct> {
  const { product } = await params
  if (!isBerichtProduct(product)) throw new NotFoundError('product')
  return product
}

/** Where the berichten of a product are. */
export const listPath = (product: BerichtProduct) => `/producten/${product}/berichten`

/** The way to a page below the berichten of a product. */
export async function BerichtenBreadcrumb({ product, last }: { product: BerichtProduct; last: readonly Crumb[] }) {
  const common = await getTranslations('common')
  const t = await getTranslations('berichten')
  const title = t('title', { product: PRODUCT_NAMES[product] })
  const list = last.length > 0 ? { href: listPath(product), label: title } : { label: title }
  const crumbs = [{ href: '/dashboard', label: common('nav.dashboard') }, list, ...last]
  return <Breadcrumb label={common('breadcrumb')} crumbs={crumbs} />
}

/** Where the overview of what waits for an answer is. */
export const waitingPath = (product: BerichtProduct) => `/producten/${product}/wacht-op-antwoord`

/** The product that has an eigen bijdrage, and where it is. */
export const EIGEN_BIJDRAGE_PRODUCT = 'iwmo' satisfies BerichtProduct
export const EIGEN_BIJDRAGE_PATH = `/producten/${EIGEN_BIJDRAGE_PRODUCT}/eigen-bijdrage`

type ProductTabsProps = {
  readonly actor: MemberActor
  readonly product: BerichtProduct
  readonly current: 'berichten' | 'wachten' | 'eigenBijdrage'
}

/** The parts of a product that this person may use. */
export async function ProductTabs({ actor, product, current }: ProductTabsProps) {
  const common = await getTranslations('common')
  const t = await getTranslations('settings.tabs')
  const mayList = holds(actor, 'bericht.list', product)
  const tabs = [
    { href: listPath(product), label: t('berichten'), current: current === 'berichten', shown: mayList },
    { href: waitingPath(product), label: t('wachten'), current: current === 'wachten', shown: mayList },
    {
      href: EIGEN_BIJDRAGE_PATH,
      label: t('eigenBijdrage'),
      current: current === 'eigenBijdrage',
      shown: mayList && product === EIGEN_BIJDRAGE_PRODUCT,
    },
    {
      href: `/producten/${product}/instellingen`,
      label: t('instellingen'),
      current: false,
      shown: holds(actor, 'settings.read', product),
    },
  ]
  return <Tabs label={common('tabs')} tabs={tabs.filter(({ shown }) => shown)} />
}
