import { getLocale } from 'next-intl/server'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { Clock, TriangleAlert } from '#/app/_ui/drawings.ts'
import { Link } from '#/app/_ui/link.tsx'
import { Status } from '#/app/_ui/status.tsx'
import { Party } from '#/app/(portaal)/producten/[product]/berichten/party.tsx'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import type { BerichtenTexts } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { berichtKind } from '#/lib/berichten/bericht-name.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { workingDaysUntil } from '#/lib/berichten/terms/working-days.ts'
import type { OwedBy } from '#/lib/berichten/waiting/waiting-query.ts'
import { clock } from '#/lib/platform/clock.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { formatDay, formatRecent } from '#/lib/platform/i18n/format.ts'
import { type Locale, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

type CellProps = { readonly bericht: BerichtView; readonly t: BerichtenTexts; readonly locale: Locale }

/** The day, and how far off it is in working days: those are what terms count. */
function Due({ bericht: { deadlineOn, isLate }, t, locale }: CellProps) {
  if (deadlineOn === null) return <span className="text-ink-soft">{t('waiting.unknownDay')}</span>
  const today = dayInAmsterdam(clock.now())
  const { holidays } = settings()
  const date = formatDay(deadlineOn, locale)
  if (isLate) {
    const count = workingDaysUntil(deadlineOn, today, holidays)
    return <Status tone="bad" icon={TriangleAlert} label={t('waiting.lateBy', { count })} line={date} />
  }
  const count = workingDaysUntil(today, deadlineOn, holidays)
  return (
    <Status
      tone={count <= 1 ? 'warn' : 'plain'}
      icon={Clock}
      label={deadlineOn === today ? t('waiting.today') : t('waiting.dueIn', { count })}
      line={date}
    />
  )
}

/** What the list is for: the next act. What has no content any more is answered with a file. */
const answerColumn = (t: BerichtenTexts): Column<BerichtView> => ({
  key: 'action',
  header: t('list.action'),
  headerHidden: true,
  cell: ({ product, id, outOfReach, identificatie }) =>
    outOfReach === null ? (
      <Link href={`${listPath(product)}/${id}/beantwoorden`}>
        {t('detail.answer')}
        <span className="sr-only"> {identificatie}</span>
      </Link>
    ) : null,
})

function columnsFor(t: BerichtenTexts, locale: Locale, owedBy: OwedBy): Column<BerichtView>[] {
  return [
    {
      key: 'bericht',
      header: t('list.bericht'),
      isRowHeader: true,
      cell: (bericht) => (
        <span className="flex min-w-0 flex-col md:min-w-56">
          <Link href={`${listPath(bericht.product)}/${bericht.id}`} className="font-semibold no-underline">
            <span className="underline underline-offset-4">{berichtKind(bericht) ?? t('unknown')}</span>
            <span className="pz-code block font-normal text-ink-soft">
              {' '}
              {bericht.identificatie ?? bericht.fileName}
            </span>
          </Link>
        </span>
      ),
    },
    { key: 'party', header: t('list.party'), cell: (bericht) => <Party bericht={bericht} t={t} />, card: 'bare' },
    {
      key: 'awaits',
      header: t('waiting.awaited'),
      cell: ({ awaits }) => (awaits ? t(`waiting.awaits.${awaits}`) : null),
    },
    { key: 'due', header: t('waiting.due'), card: 'top', cell: (bericht) => <Due {...{ bericht, t, locale }} /> },
    owedBy === 'ons'
      ? answerColumn(t)
      : {
          key: 'since',
          header: t('waiting.since'),
          cell: ({ createdAt }) => formatRecent(createdAt, clock.now(), locale),
        },
  ]
}

/** Berichten that wait for an answer, the most pressing first. */
export async function WaitingTable({ items, owedBy }: { items: readonly BerichtView[]; owedBy: OwedBy }) {
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'berichten')
  return (
    <DataTable
      caption={t(`waiting.all.${owedBy}`)}
      columns={columnsFor(t, locale, owedBy)}
      rows={items}
      rowKey={({ id }) => id}
    />
  )
}
