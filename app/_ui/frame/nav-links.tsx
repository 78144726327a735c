'use client'

import { usePathname } from 'next/navigation'
import { classNames } from '#/app/_ui/class-names.ts'
import type { NavItem } from '#/app/_ui/frame/viewer.ts'
import { Link } from '#/app/_ui/link.tsx'

const within = (path: string, section: string) => path === section || path.startsWith(`${section}/`)

/** The entries of the main navigation; knows the present place, also after a change of page by script. */
export function NavLinks({ items, look }: { items: readonly NavItem[]; look: 'bar' | 'list' }) {
  const path = usePathname()
  return (
    <ul className={look === 'bar' ? '-mx-3 flex flex-wrap' : 'flex flex-col'}>
      {items.map((item) => {
        const current = within(path, item.section)
        return (
          <li key={item.href}>
            <Link
              href={item.href}
              look="plain"
              aria-current={current ? 'page' : undefined}
              className={classNames(
                'flex items-center px-3 text-ink hover:bg-tint',
                look === 'bar' ? 'min-h-13.5 border-b-3' : 'min-h-12 border-s-4',
                current ? 'border-accent font-semibold' : 'border-transparent',
              )}
            >
              {item.label}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
