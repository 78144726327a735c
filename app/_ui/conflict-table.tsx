import { DataTable } from '#/app/_ui/data-table.tsx'
import type { FormConflict } from '#/lib/platform/actions/form-state.ts'

type Row = FormConflict['rows'][number]

/** What a colleague made of it beside what was filled in, so that nobody overwrites unseen. */
export function ConflictTable({ conflict }: { readonly conflict: FormConflict }) {
  const { caption, headers, rows } = conflict
  return (
    <DataTable
      caption={caption}
      captionHidden={false}
      columns={[
        { key: 'field', header: headers.field, cell: (row: Row) => row.field, isRowHeader: true },
        { key: 'now', header: headers.now, cell: (row: Row) => <span className="wrap-anywhere">{row.now}</span> },
        {
          key: 'filled',
          header: headers.filled,
          cell: (row: Row) => <span className="wrap-anywhere">{row.filled}</span>,
        },
      ]}
      rows={rows}
      rowKey={({ field }) => field}
    />
  )
}
