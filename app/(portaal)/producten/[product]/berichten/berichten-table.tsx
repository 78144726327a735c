import { getLocale } from 'next-intl/server'
import { BerichtStatusBadge } from '#/app/_ui/bericht-status.tsx'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { TriangleAlert } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { Findings } from '#/app/(portaal)/producten/[product]/berichten/findings.tsx'
import { Party } from '#/app/(portaal)/producten/[product]/berichten/party.tsx'
import { listPath } from '#/app/(portaal)/producten/[product]/berichten/product-page.tsx'
import { SELECTION_FORM } from '#/app/(portaal)/producten/[product]/berichten/selection-form.ts'
import { type BerichtenTexts, listLine } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import { berichtKind } from '#/lib/berichten/bericht-name.ts'
import { canWithdraw } from '#/lib/berichten/rules.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { formatNearDate, formatRecentInline } from '#/lib/platform/i18n/format.ts'
import { type Locale, localeFrom } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

type CellProps = {
  readonly bericht: BerichtView
  readonly t: BerichtenTexts
  readonly locale: Locale
  readonly now: Date
}

/** The file name stands in the list where it is all there is, or where one may have searched for it. */
function NameCell({ bericht, t, withFiles }: Pick<CellProps, 'bericht' | 't'> & { readonly withFiles: boolean }) {
  const { product, id, identificatie, fileName } = bericht
  return (
    <span className="flex min-w-0 flex-col md:min-w-56 lg:min-w-72">
      <Link href={`${listPath(product)}/${id}`} className="font-semibold no-underline">
        <span className="underline underline-offset-4">{berichtKind(bericht) ?? t('unknown')}</span>
        {identificatie ? <span className="pz-code block font-normal text-ink-soft"> {identificatie}</span> : null}
      </Link>
      {withFiles || !identificatie ? (
        <span className="text-small font-normal text-ink-soft wrap-anywhere">{fileName}</span>
      ) : null}
    </span>
  )
}

/** When an answer is due, for as long as none was sent; a day that has passed says so. */
function Deadline({ bericht, t, locale, now }: CellProps) {
  const { deadlineOn, direction, answeredAt } = bericht
  if (direction !== 'ONTVANGEN') return null
  if (answeredAt !== null) return <span className="text-small text-ink-soft">{t('list.answered')}</span>
  if (deadlineOn === null) return null
  const date = formatNearDate(deadlineOn, now, locale)
  if (deadlineOn >= dayInAmsterdam(now))
    return <span className="text-small font-semibold text-warn">{t('list.dueOn', { date })}</span>
  return (
    <span className="flex items-center gap-1.5 text-small font-semibold text-bad">
      <Icon of={TriangleAlert} className="size-4 shrink-0" />
      {t('list.overdue', { date })}
    </span>
  )
}

function WhenCell(props: CellProps) {
  const { bericht, t, locale, now } = props
  return (
    <span className="flex flex-col">
      <span className="max-md:text-small">
        <span className="md:hidden">{t(`direction.${bericht.direction}`)} </span>
        <time
          dateTime={bericht.createdAt.toISOString()}
          className="md:inline-block md:whitespace-nowrap md:first-letter:uppercase"
        >
          {formatRecentInline(bericht.createdAt, now, locale)}
        </time>
      </span>
      <span className="text-small text-ink-soft max-md:hidden">{t(`direction.${bericht.direction}`)}</span>
      <Deadline {...props} />
    </span>
  )
}

/** The one act that is next for a bericht; what was done already stays quiet. */
function RowAction({ bericht, t }: Pick<CellProps, 'bericht' | 't'>) {
  const { product, id, direction, status, outOfReach } = bericht
  const about = <span className="sr-only"> {bericht.identificatie ?? bericht.fileName}</span>
  const content = `/api/berichten/${product}/${id}/inhoud`
  if (direction === 'ONTVANGEN' && outOfReach === null)
    return (
      <ButtonLink href={content} look={status === 'BESCHIKBAAR' ? 'secondary' : 'quiet'} plain>
        {t(status === 'BESCHIKBAAR' ? 'list.fetch' : 'list.fetchAgain')}
        {about}
      </ButtonLink>
    )
  if (canWithdraw(bericht))
    return (
      <ButtonLink href={`${listPath(product)}/${id}/intrekken`} look="quiet">
        {t('list.withdraw')}
        {about}
      </ButtonLink>
    )
  return null
}

/** Belongs to the form of the selection, which stands below the table. */
function Choice({ bericht, t }: Pick<CellProps, 'bericht' | 't'>) {
  if (bericht.outOfReach !== null) return null
  const name = [berichtKind(bericht), bericht.identificatie ?? bericht.fileName].filter(Boolean).join(' ')
  return (
    <span className="flex md:-mt-2.25">
      <input
        type="checkbox"
        name="ids"
        value={bericht.id}
        form={SELECTION_FORM}
        aria-label={t('selection.row', { name })}
        className="my-2.5 size-6 accent-action max-md:m-2.5"
      />
    </span>
  )
}

function columnsFor(t: BerichtenTexts, locale: Locale, now: Date, withFiles: boolean): Column<BerichtView>[] {
  return [
    {
      key: 'choice',
      header: t('selection.column'),
      headerHidden: true,
      card: 'corner',
      cell: (bericht) => <Choice bericht={bericht} t={t} />,
    },
    {
      key: 'bericht',
      header: t('list.bericht'),
      cell: (bericht) => <NameCell bericht={bericht} t={t} withFiles={withFiles} />,
      isRowHeader: true,
    },
    { key: 'party', header: t('list.party'), cell: (bericht) => <Party bericht={bericht} t={t} />, card: 'bare' },
    {
      key: 'when',
      header: t('list.when'),
      cell: (bericht) => <WhenCell {...{ bericht, t, locale, now }} />,
      card: 'bare',
    },
    {
      key: 'status',
      header: t('list.status'),
      card: 'top',
      cell: (bericht) => (
        <BerichtStatusBadge
          status={bericht.status}
          label={t(`status.${bericht.status}`)}
          line={listLine(t, bericht, now, locale)}
        />
      ),
    },
    {
      key: 'action',
      header: t('list.action'),
      headerHidden: true,
      // Beside the first line of the row, not below it.
      cell: (bericht) => (
        <span className="flex md:-mt-2.25">
          <RowAction bericht={bericht} t={t} />
        </span>
      ),
    },
  ]
}

function findingsText(t: BerichtenTexts, { errorCount: errors, warningCount: warnings }: BerichtView): string {
  if (errors > 0 && warnings > 0) return t('list.errorsAndWarnings', { errors, warnings })
  return errors > 0 ? t('list.errors', { count: errors }) : t('list.warnings', { count: warnings })
}

type BerichtenTableProps = {
  readonly items: readonly BerichtView[]
  readonly withFiles: boolean
  /** What the table holds, when it is not all. */
  readonly caption?: string
}

/** The berichten of one page of the list; findings open under their row. */
export async function BerichtenTable({ items, withFiles, caption }: BerichtenTableProps) {
  const locale = localeFrom(await getLocale())
  const t = translator(locale, 'berichten')
  return (
    <DataTable
      caption={caption ?? t('list.title')}
      columns={columnsFor(t, locale, clock.now(), withFiles)}
      rows={items}
      rowKey={({ id }) => id}
      below={(bericht) =>
        bericht.findings.length === 0 ? null : (
          <details>
            <summary className="w-fit cursor-pointer py-1 text-action hover:underline">
              {findingsText(t, bericht)}
              <span className="sr-only"> {t('delivery.about', { name: bericht.fileName })}</span>
            </summary>
            <Findings findings={bericht.findings} locale={locale} />
          </details>
        )
      }
    />
  )
}
