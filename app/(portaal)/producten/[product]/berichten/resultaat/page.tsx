import { getTranslations } from 'next-intl/server'
import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { requireMember } from '#/app/_server/require-actor.ts'
import { Banner } from '#/app/_ui/banner.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { CircleCheck, CircleX } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { PageHeading } from '#/app/_ui/page-heading.tsx'
import { Panel } from '#/app/_ui/panel.tsx'
import { placed } from '#/app/_ui/placed.ts'
import {
  BerichtenBreadcrumb,
  listPath,
  productOf,
} from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { type FormEntry, type FormResult, openFormResult } from '#/lib/berichten/form-result.ts'
import { MOST_FILES } from '#/lib/berichten/schema.ts'

type PageProps = {
  params: Promise<{ product: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = pageTitle(async ({ params }: PageProps) => {
  await productOf(params)
  return (await getTranslations('berichten.result'))('title')
})

async function Entry({ entry, product }: { entry: FormEntry; product: BerichtProduct }) {
  const t = await getTranslations('berichten')
  const isAccepted = entry.outcome === 'accepted'
  const tone = isAccepted ? 'text-ok' : 'text-bad'
  return (
    <li className="flex items-start gap-3 py-3">
      <Icon of={isAccepted ? CircleCheck : CircleX} className={`mt-1 size-5 shrink-0 ${tone}`} />
      <div className="flex min-w-0 max-w-text flex-col gap-1">
        <p className="font-semibold break-all">{entry.fileName}</p>
        <p className={tone}>{t(`result.${entry.outcome}`)}</p>
        {entry.title ? <p>{entry.title}</p> : null}
        {entry.detail ? <p>{entry.detail}</p> : null}
        {entry.berichtId ? (
          <p>
            <Link href={`${listPath(product)}/${entry.berichtId}`}>
              {t('delivery.open')}
              <span className="sr-only"> {t('delivery.about', { name: entry.fileName })}</span>
            </Link>
          </p>
        ) : null}
      </div>
    </li>
  )
}

async function Outcome({ result, product }: { result: FormResult; product: BerichtProduct }) {
  const t = await getTranslations('berichten.result')
  const { entries, note } = result
  const accepted = entries.filter(({ outcome }) => outcome === 'accepted').length
  const sum = t('summary', {
    total: entries.length,
    accepted: String(accepted),
    other: String(entries.length - accepted),
  })
  return (
    <>
      {note ? <Banner tone="warn" title={t(note, { files: String(MOST_FILES) })} /> : null}
      {entries.length > 0 ? (
        <Panel>
          <p className="font-semibold">{sum}</p>
          <ol className="flex flex-col divide-y divide-line">
            {placed(entries).map(({ item: entry, place }) => (
              <Entry key={place} entry={entry} product={product} />
            ))}
          </ol>
        </Panel>
      ) : null}
      {entries.length === 0 && note === null ? (
        <Banner tone="warn" title={t('none')}>
          <p>{t('noneText')}</p>
        </Banner>
      ) : null}
    </>
  )
}

/** What became of the files of a form that was sent without script. */
export default definePage(async function ResultPage({ params, searchParams }: PageProps) {
  const product = await productOf(params)
  const actor = await requireMember('ACTIEF')
  const { uitslag } = await searchParams
  const { member } = authoriseProduct(actor, 'bericht.deliver', product)
  const result = typeof uitslag === 'string' ? await openFormResult(member, uitslag) : null
  const t = await getTranslations('berichten.result')
  return (
    <>
      <PageHeading before={<BerichtenBreadcrumb product={product} last={[{ label: t('title') }]} />}>
        {t('title')}
      </PageHeading>
      {result ? (
        <Outcome result={result} product={product} />
      ) : (
        <Banner tone="warn" title={t('unreadable')}>
          <p>{t('unreadableText')}</p>
        </Banner>
      )}
      <div>
        <ButtonLink href={listPath(product)}>{t('back')}</ButtonLink>
      </div>
    </>
  )
})
