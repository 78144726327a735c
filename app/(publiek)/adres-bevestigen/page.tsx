import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { originOf } from '#/app/_server/request-origin.ts'
import { Button } from '#/app/_ui/button.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Facts } from '#/app/_ui/summary-list.tsx'
import { PRODUCT_NAMES } from '#/lib/access/products.ts'
import { lookAtLink } from '#/lib/settings/addresses/confirm-address.ts'
import { ConfirmAddress } from '#/lib/settings/addresses/schema.ts'

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = pageTitle(async () => (await getTranslations('address'))('title'))

/** What became of it, or of a link that cannot be used: one page for each, whatever was wrong with the link. */
async function Ending({ outcome }: { readonly outcome: 'bevestigd' | 'ongeldig' | 'druk' }) {
  const t = await getTranslations('address')
  return <PageHeading lead={t(`${outcome}.lead`)}>{t(`${outcome}.title`)}</PageHeading>
}

/** The page of the link in the mail to an address for notices: what is confirmed, and the button that does it. */
export default definePage(async function ConfirmAddressPage({ searchParams }: PageProps) {
  const given = await searchParams
  if (given.uitkomst === 'bevestigd' || given.uitkomst === 'druk') return <Ending outcome={given.uitkomst} />
  const link = ConfirmAddress.safeParse(given)
  if (!link.success) return <Ending outcome="ongeldig" />
  const open = await lookAtLink(link.data, originOf(await headers()))
  if (!open.ok) return <Ending outcome={open.error === 'too_many' ? 'druk' : 'ongeldig'} />
  const t = await getTranslations('address')
  const { gemeente, product } = open.value
  return (
    <div className="flex flex-col gap-6">
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Facts
        facts={[
          { term: t('gemeente'), value: gemeente },
          { term: t('product'), value: PRODUCT_NAMES[product] },
        ]}
      />
      <p className="max-w-text">{t('stop')}</p>
      <form method="post" action="/api/adres-bevestigen">
        <input type="hidden" name="adres" value={link.data.adres} />
        <input type="hidden" name="code" value={link.data.code} />
        <Button type="submit">{t('submit')}</Button>
      </form>
    </div>
  )
})
