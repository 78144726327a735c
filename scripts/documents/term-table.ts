import { TERMS } from '#/lib/berichten/terms/terms.ts'

const HEADINGS = ['on', 'awaited', 'by', 'term', 'from', 'source'] as const

/** The terms that the portal watches, as a table for docs/domain/berichten.md. */
export function termTable(): string {
  const rows = TERMS.map(({ on, awaited, by, count, unit, from, source }) => [
    on.join(', '),
    `\`${awaited}\``,
    by,
    `${count} ${unit}`,
    from,
    source,
  ])
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(HEADINGS), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join('\n')
}
