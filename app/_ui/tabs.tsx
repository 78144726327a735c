import { classNames } from '#/app/_ui/class-names.ts'
import { Link } from '#/app/_ui/link.tsx'

export type Tab = { readonly href: string; readonly label: string; readonly current: boolean }

/** Tabs are pages with addresses of their own, so they are links: they work without script and can be shared. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  if (tabs.length < 2) return null
  return (
    <nav aria-label={label} className="border-b border-line" data-print="no">
      <ul className="flex flex-wrap gap-x-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              look="plain"
              aria-current={tab.current ? 'page' : undefined}
              className={classNames(
                'flex min-h-11 items-center border-b-3 px-3 py-2 hover:bg-tint',
                tab.current ? 'border-accent font-semibold text-ink' : 'border-transparent text-action',
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
