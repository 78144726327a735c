import { ButtonLink } from '#/app/_ui/button.tsx'
import { ArrowLeft, ArrowRight } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'

type PaginationProps = {
  readonly label: string
  readonly newer: { readonly href: string | null; readonly text: string }
  readonly older: { readonly href: string | null; readonly text: string }
}

/** Through a long list by cursor: newer and older, no page numbers that shift while one reads. */
export function Pagination({ label, newer, older }: PaginationProps) {
  if (newer.href === null && older.href === null) return null
  return (
    <nav aria-label={label} className="flex flex-wrap justify-between gap-3">
      {newer.href === null ? (
        <span />
      ) : (
        <ButtonLink href={newer.href} look="secondary">
          <Icon of={ArrowLeft} className="size-5" />
          {newer.text}
        </ButtonLink>
      )}
      {older.href === null ? null : (
        <ButtonLink href={older.href} look="secondary">
          {older.text}
          <Icon of={ArrowRight} className="size-5" />
        </ButtonLink>
      )}
    </nav>
  )
}
