import { X } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'
import { Link } from '#/app/_ui/link.tsx'

export type Chip = {
  readonly key: string
  readonly label: string
  /** The same list without this filter. */
  readonly removeHref: string
  /** "Filter Deze maand weghalen". */
  readonly removeText: string
}

/** The filters that are on, each removable by a link: they live in the address. */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  if (chips.length === 0) return null
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {chips.map((chip) => (
        <li key={chip.key}>
          <Link
            href={chip.removeHref}
            look="plain"
            data-surface="quiet"
            className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-tint px-3 text-small text-ink hover:underline"
          >
            <span aria-hidden="true">{chip.label}</span>
            <span className="sr-only">{chip.removeText}</span>
            <Icon of={X} className="size-4" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
