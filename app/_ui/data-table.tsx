export type Column<Row> = {
  readonly key: string
  readonly header: string
  /** A header that only assistive technology needs, such as that of the actions. */
  readonly headerHidden?: boolean
  readonly cell: (row: Row) => React.ReactNode
  /** The cell that names the row. */
  readonly isRowHeader?: boolean
  /** On the phone: `top` stands above all else, `corner` beside it, `bare` has no label before it. */
  readonly card?: 'top' | 'corner' | 'bare' | 'labelled'
}

type DataTableProps<Row> = {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Opens below its row, over the whole width: findings, for example. */
  readonly below?: (row: Row) => React.ReactNode
}

// Browsers have forgotten the meaning of a table whose cells are not displayed as cells; written out it always holds.
const ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** A real table that becomes cards on a narrow screen, from the same markup. */
export function DataTable<Row>({ caption, captionHidden = true, columns, rows, rowKey, below }: DataTableProps<Row>) {
  return (
    <div data-surface="table" className="overflow-clip rounded-panel border border-line bg-paper">
      <table {...ROLES.table} className="pz-table">
        <caption className={captionHidden ? 'sr-only' : 'px-4 pt-4 pb-2 text-start text-h2 font-heavy'}>
          {caption}
        </caption>
        <thead {...ROLES.rowgroup}>
          <tr {...ROLES.row}>
            {columns.map((column) => (
              <th key={column.key} {...ROLES.columnheader} scope="col">
                {column.headerHidden ? <span className="sr-only">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <TableRow key={rowKey(row)} row={row} columns={columns} below={below?.(row)} />
        ))}
      </table>
    </div>
  )
}

type TableRowProps<Row> = {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly below: React.ReactNode
}

function TableRow<Row>({ row, columns, below }: TableRowProps<Row>) {
  return (
    <tbody {...ROLES.rowgroup}>
      <tr {...ROLES.row}>
        {columns.map((column) => {
          const card = column.card ?? (column.headerHidden || column.isRowHeader ? 'bare' : 'labelled')
          const shared = { 'data-card': card, ...(card === 'labelled' ? { 'data-label': column.header } : {}) }
          return column.isRowHeader ? (
            <th key={column.key} {...ROLES.rowheader} scope="row" {...shared}>
              {column.cell(row)}
            </th>
          ) : (
            <td key={column.key} {...ROLES.cell} {...shared}>
              {column.cell(row)}
            </td>
          )
        })}
      </tr>
      {below ? (
        <tr {...ROLES.row} data-below="">
          <td {...ROLES.cell} colSpan={columns.length}>
            {below}
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}
