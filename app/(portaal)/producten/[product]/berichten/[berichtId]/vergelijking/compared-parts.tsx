import { type Column, DataTable } from '#/app/_ui/data-table.tsx'
import { EmptyState } from '#/app/_ui/empty-state.tsx'
import type { BerichtenTexts } from '#/app/(portaal)/producten/[product]/berichten/status-line.ts'
import type { ComparedPart, Comparison, Difference } from '#/lib/istandaarden/comparing/compare-elements.ts'

type Row = Difference & { readonly place: number }

/** Text of the bericht itself, which is Dutch in every language of the portal. */
const value = (text: string) => (
  <span lang="nl" className="wrap-anywhere whitespace-pre-line">
    {text}
  </span>
)

function columnsFor(t: BerichtenTexts, kind: ComparedPart['kind']): Column<Row>[] {
  const absent = <span className="text-ink-soft">{t('comparing.absent')}</span>
  // What is compared whole and shown masked can look the same on both sides.
  const isMasked = ({ was, now }: Row) => was !== null && was === now
  const was: Column<Row> = {
    key: 'was',
    header: t('comparing.was'),
    cell: (row) => (row.was === null ? absent : <del className="no-underline">{value(row.was)}</del>),
  }
  const now: Column<Row> = {
    key: 'now',
    header: t('comparing.now'),
    cell: (row) =>
      row.now === null ? (
        absent
      ) : (
        <ins className="font-semibold no-underline">{isMasked(row) ? t('comparing.masked') : value(row.now)}</ins>
      ),
  }
  return [
    {
      key: 'field',
      header: t('comparing.field'),
      isRowHeader: true,
      cell: ({ label }) => <span lang="nl">{label}</span>,
    },
    // Of what came or went only one side says anything.
    ...(kind === 'added' ? [] : [was]),
    ...(kind === 'removed' ? [] : [now]),
  ]
}

/** Parts and fields of a file have no identity but their place, and the file does not change. */
const placed = <T,>(all: readonly T[]) => all.map((one, place) => ({ ...one, place }))

/** Names of the standard stay as they are; the header has a name in every language. */
const titleText = (t: BerichtenTexts, title: string) =>
  title === 'Header' ? t('reading.header') : title || t('comparing.whole')

type PartsProps = { readonly comparison: Comparison; readonly t: BerichtenTexts }

/** What is not the same, part by part, and how much is. */
export function ComparedParts({ comparison: { parts, sameCount }, t }: PartsProps) {
  if (parts.length === 0)
    return <EmptyState title={t('comparing.nothing')}>{t('comparing.nothingText', { count: sameCount })}</EmptyState>
  return (
    <>
      {placed(parts).map(({ title, kind, differences, place }) => (
        <DataTable
          key={place}
          caption={t(`comparing.caption.${kind}`, { title: titleText(t, title) })}
          captionHidden={false}
          columns={columnsFor(t, kind)}
          rows={placed(differences)}
          rowKey={({ place }) => String(place)}
        />
      ))}
      <p>{t('comparing.same', { count: sameCount })}</p>
    </>
  )
}
