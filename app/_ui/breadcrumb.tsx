import { Link } from '#/app/_ui/link.tsx'

export type Crumb = { readonly label: string; readonly href?: string }

/** The way to this page; the last one is the page itself and no link. */
export function Breadcrumb({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label} data-print="no">
      <ol className="flex flex-wrap gap-x-2 text-small text-ink-soft">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex gap-x-2">
            {index > 0 ? (
              <span aria-hidden="true" className="py-1">
                /
              </span>
            ) : null}
            {crumb.href ? (
              <Link
                href={crumb.href}
                look="plain"
                className="py-1 text-ink-soft underline underline-offset-4 hover:text-ink"
              >
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className="py-1 [&[aria-current]]:bg-transparent">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
