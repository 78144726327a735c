import { classNames } from '#/app/_ui/class-names.ts'
import { Link } from '#/app/_ui/link.tsx'

export type FigureChip = {
  readonly key: string
  readonly count: number
  /** The count as people read it. */
  readonly figure: string
  readonly label: string
  /** What cannot wait, beside the label: "2 te laat". */
  readonly urgent?: string | null
  readonly href: string
  readonly current: boolean
}

/** Figures that are links to the lists behind them, in one row above a list. What is zero stays, calm. */
export function FigureChips({ label, chips }: { label: string; chips: readonly FigureChip[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ key, count, figure, label: text, urgent, href, current }) => (
          <li key={key}>
            <Link
              href={href}
              look="plain"
              aria-current={current ? 'true' : undefined}
              data-surface="quiet"
              className={classNames(
                'inline-flex min-h-11 items-center gap-2 rounded-full border px-4 py-1 hover:bg-tint',
                current ? 'border-action bg-tint font-semibold' : 'border-line bg-paper',
              )}
            >
              <span className={count > 0 ? 'font-heavy tabular-nums' : 'text-ink-soft tabular-nums'}>{figure}</span>
              <span className={count > 0 ? undefined : 'text-ink-soft'}>{text}</span>
              {urgent ? <span className="text-small font-semibold text-bad">{urgent}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
