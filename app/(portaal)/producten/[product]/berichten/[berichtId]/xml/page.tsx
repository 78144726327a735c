import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { BerichtTabs } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/bericht-tabs.tsx'
import type { BerichtPageProps } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/load-bericht.ts'
import { XmlLines } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/xml/xml-lines.tsx'
import { BerichtenBreadcrumb, listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { titleOf } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { type ReadXml, readXml } from '#/lib/berichten/reading/read-xml.ts'
import { BerichtAddress } from '#/lib/berichten/schema.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** A line or a column; more digits are nothing that anybody clicked on. */
const NUMBER = /^[1-9][0-9]{0,8}$/
/** Reading the largest bericht takes a second or two. */
const READING_MS = 30_000

const numberOf = (text: string | string[] | undefined): number =>
  typeof text === 'string' && NUMBER.test(text) ? Number(text) : 1

// Once per request, for the title and the page: every reading is logged.
const readOnce = cache(async (product: string, berichtId: string, regel: number, kolom: number): Promise<ReadXml> => {
  const address = BerichtAddress.safeParse({ product, berichtId })
  const actor = await requireMember('ACTIEF')
  if (!address.success) throw new NotFoundError('bericht')
  return readXml(actor, address.data, { regel, kolom }, AbortSignal.timeout(READING_MS))
})

async function load({ params, searchParams }: BerichtPageProps) {
  const [{ product, berichtId }, { regel, kolom }] = [await params, await searchParams]
  return readOnce(product, berichtId, numberOf(regel), numberOf(kolom))
}

export const generateMetadata = pageTitle(async (props: BerichtPageProps) => {
  const t = translator(localeFrom(await getLocale()), 'berichten')
  return t('reading.xml.title', { name: titleOf(t, (await load(props)).bericht) })
})

/** A bericht as it stands in the file, line by line, with the findings where they were found. */
export default definePage(async function XmlPage(props: BerichtPageProps) {
  const { bericht, xml } = await load(props)
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'berichten')
  const title = titleOf(t, bericht)
  const isOpaque = !xml.ok && xml.error === 'opaque'
  const crumbs = [{ label: title, href: `${listPath(bericht.product)}/${bericht.id}` }, { label: t('reading.xml.tab') }]
  return (
    <>
      <PageHeading
        before={<BerichtenBreadcrumb product={bericht.product} last={crumbs} />}
        lead={isOpaque ? null : t('reading.xml.lead')}
      >
        {t('reading.xml.title', { name: title })}
      </PageHeading>
      <BerichtTabs bericht={bericht} current="xml" />
      {xml.ok ? (
        <XmlLines bericht={bericht} part={xml.value} t={t} locale={locale} />
      ) : (
        <EmptyState title={t(`reading.${xml.error}`)}>
          {t(xml.error === 'unreadable' ? 'reading.xml.unreadableText' : `outOfReach.${xml.error}`)}
        </EmptyState>
      )}
    </>
  )
})
