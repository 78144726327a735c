import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { BerichtTabs } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/bericht-tabs.tsx'
import {
  CLIENTS_SHOWN,
  ContentView,
} from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/inhoud/content-view.tsx'
import type { BerichtPageProps } from '#/app/(portaal)/producten/[product]/berichten/[berichtId]/load-bericht.ts'
import { BerichtenBreadcrumb, listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { titleOf } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { type ReadContent, readContent } from '#/lib/berichten/reading/read-content.ts'
import { SOUGHT_AT_MOST, soughtText } from '#/lib/berichten/reading/sought-text.ts'
import { BerichtAddress } from '#/lib/berichten/schema.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** The number of a client; more digits are no number that anybody clicked on. */
const NUMBER = /^[1-9][0-9]{0,6}$/
/** Reading the largest bericht takes a second or two. */
const READING_MS = 30_000

// Once per request, for the title and the page: every reading is logged.
const readOnce = cache(async (product: string, berichtId: string, skip: number, zoek: string): Promise<ReadContent> => {
  const address = BerichtAddress.safeParse({ product, berichtId })
  const actor = await requireMember('ACTIEF')
  if (!address.success) throw new NotFoundError('bericht')
  const text = soughtText(zoek)
  const locale = localeFrom(await getLocale())
  const sought = text === null ? null : { text, words: { locale, t: translator(locale, 'berichten') } }
  return readContent(actor, address.data, { skip, take: CLIENTS_SHOWN }, AbortSignal.timeout(READING_MS), sought)
})

async function load({ params, searchParams }: BerichtPageProps) {
  const [{ product, berichtId }, { vanaf, zoek: typed }] = [await params, await searchParams]
  const skip = typeof vanaf === 'string' && NUMBER.test(vanaf) ? Number(vanaf) - 1 : 0
  const zoek = typeof typed === 'string' ? typed.slice(0, SOUGHT_AT_MOST) : ''
  return { skip, zoek, ...(await readOnce(product, berichtId, skip, zoek)) }
}

export const generateMetadata = pageTitle(async (props: BerichtPageProps) => {
  const t = translator(localeFrom(await getLocale()), 'berichten')
  return t('reading.title', { name: titleOf(t, (await load(props)).bericht) })
})

/** What stands in a bericht, as people read it: a page of it, because a declaratie may be about thousands. */
export default definePage(async function ContentPage(props: BerichtPageProps) {
  const { skip, zoek, bericht, content } = await load(props)
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'berichten')
  const title = titleOf(t, bericht)
  const isOpaque = !content.ok && content.error === 'opaque'
  const crumbs = [{ label: title, href: `${listPath(bericht.product)}/${bericht.id}` }, { label: t('reading.content') }]
  return (
    <>
      <PageHeading
        before={<BerichtenBreadcrumb product={bericht.product} last={crumbs} />}
        lead={isOpaque ? null : t('reading.lead')}
      >
        {t('reading.title', { name: title })}
      </PageHeading>
      <BerichtTabs bericht={bericht} current="content" />
      {content.ok ? (
        <ContentView bericht={bericht} part={content.value} skip={skip} zoek={zoek} t={t} locale={locale} />
      ) : (
        <EmptyState title={t(`reading.${content.error}`)}>
          {t(content.error === 'unreadable' ? 'reading.unreadableText' : `outOfReach.${content.error}`)}
        </EmptyState>
      )}
    </>
  )
})
