import { loadavg } from 'node:os'

/** One line of the report. `numbers` are for the file, in the unit that their names end with. */
export type Row = {
  readonly measure: string
  readonly value: string
  /** Null: told for comparison. */
  readonly goal: string | null
  readonly isMet: boolean | null
  readonly numbers: Readonly<Record<string, number>>
}

/** A row without a goal. */
export const fact = (measure: string, value: string, numbers: Readonly<Record<string, number>> = {}): Row => ({
  measure,
  value,
  goal: null,
  isMet: null,
  numbers,
})

/** The value below which a share of the sorted values lies; 0 when there are none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The middle one of unsorted values. */
export const median = (values: readonly number[]): number =>
  percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  )

const NUMBER = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

/** A number as a person reads it. */
export const readable = (value: number): string => NUMBER.format(value)

/** How busy the machine is, over the last minute: measures of a shared machine say little without it. */
export const machineLoad = (): number => loadavg()[0] ?? 0

const HEADINGS = ['meting', 'waarde', 'doel', 'gehaald'] as const

/** The report as a table of text. */
export function reportTable(rows: readonly Row[]): string {
  const met = ({ isMet }: Row) => (isMet === null ? '' : isMet ? 'ja' : 'nee')
  const cells = [HEADINGS, ...rows.map((row) => [row.measure, row.value, row.goal ?? '', met(row)] as const)]
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  const line = (texts: readonly string[]) => texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')
  return cells.map((texts) => line(texts).trimEnd()).join('\n')
}
