import { getLocale } from 'next-intl/server'
import { BerichtStatusBadge } from '#/app/_ui/bericht-status.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { Findings } from '#/app/(portaal)/producten/[product]/berichten/findings.tsx'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { type BerichtenTexts, statusLine } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { berichtKind, otherParty } from '#/lib/berichten/bericht-name.ts'
import { canWithdraw } from '#/lib/berichten/rules.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { formatNearDate, formatRecent } from '#/lib/platform/i18n/format.ts'
import { type Locale, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

function NameCell({ bericht, t }: { bericht: BerichtView; t: BerichtenTexts }) {
  const { product, id, identificatie, fileName } = bericht
  return (
    <span className="flex min-w-0 flex-col md:min-w-56 lg:min-w-76">
      <Link href={`${listPath(product)}/${id}`} className="font-semibold no-underline">
        <span className="underline underline-offset-4">{berichtKind(bericht) ?? t('unknown')}</span>
        {identificatie ? <span className="pz-code block font-normal text-ink-soft"> {identificatie}</span> : null}
      </Link>
      <span className="text-small font-normal text-ink-soft wrap-anywhere">{fileName}</span>
    </span>
  )
}

/** The one act that is next for a bericht. */
function RowAction({ bericht, t }: { bericht: BerichtView; t: BerichtenTexts }) {
  const { product, id, direction, status, hasContent } = bericht
  const about = <span className="sr-only"> {bericht.identificatie ?? bericht.fileName}</span>
  if (direction === 'ONTVANGEN' && hasContent)
    return (
      <ButtonLink href={`/api/berichten/${product}/${id}/inhoud`} look="secondary" plain>
        {t(status === 'BESCHIKBAAR' ? 'list.fetch' : 'list.fetchAgain')}
        {about}
      </ButtonLink>
    )
  if (canWithdraw(bericht))
    return (
      <Link href={`${listPath(product)}/${id}/intrekken`}>
        {t('list.withdraw')}
        {about}
      </Link>
    )
  return null
}

function columnsFor(t: BerichtenTexts, locale: Locale, now: Date): Column<BerichtView>[] {
  const party = (bericht: BerichtView) => {
    const code = otherParty(bericht)
    if (code === null) return ''
    return t(code.length === 4 ? 'list.gemeente' : 'list.provider', { code })
  }
  return [
    {
      key: 'bericht',
      header: t('list.bericht'),
      cell: (bericht) => <NameCell bericht={bericht} t={t} />,
      isRowHeader: true,
    },
    { key: 'party', header: t('list.party'), cell: party },
    {
      key: 'when',
      header: t('list.when'),
      cell: ({ createdAt, direction }) => (
        <>
          <span className="block text-small text-ink-soft">{t(`direction.${direction}`)}</span>
          <time dateTime={createdAt.toISOString()} className="block lg:w-40">
            {formatRecent(createdAt, now, locale)}
          </time>
        </>
      ),
    },
    {
      key: 'status',
      header: t('list.status'),
      card: 'top',
      cell: (bericht) => (
        <BerichtStatusBadge
          status={bericht.status}
          label={t(`status.${bericht.status}`)}
          line={
            <>
              {statusLine(t, bericht, locale)}
              {bericht.deadlineOn ? (
                <span className="block font-semibold text-warn">
                  {t('list.dueOn', { date: formatNearDate(bericht.deadlineOn, now, locale) })}
                </span>
              ) : null}
            </>
          }
        />
      ),
    },
    {
      key: 'action',
      header: t('list.action'),
      headerHidden: true,
      cell: (bericht) => <RowAction bericht={bericht} t={t} />,
    },
  ]
}

/** The berichten of one page of the list; findings open under their row. */
export async function BerichtenTable({ items }: { items: readonly BerichtView[] }) {
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'berichten')
  return (
    <DataTable
      caption={t('list.title')}
      columns={columnsFor(t, locale, clock.now())}
      rows={items}
      rowKey={({ id }) => id}
      below={(bericht) =>
        bericht.findings.length === 0 ? null : (
          <details>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-action">
              {t('list.findings', { count: bericht.errorCount + bericht.warningCount })}
              <span className="sr-only"> {t('delivery.about', { name: bericht.fileName })}</span>
            </summary>
            <Findings findings={bericht.findings} locale={locale} />
          </details>
        )
      }
    />
  )
}
