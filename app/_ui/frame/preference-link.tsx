'use client'

import { usePathname, useSearchParams } from 'next/navigation'

type PreferenceLinkProps = {
  /** Query parameter and value: `taal` and `en`. */
  readonly parameter: string
  readonly value: string
  readonly lang?: string
  readonly current?: boolean
  readonly className: string
  readonly children: React.ReactNode
}

/**
 * A link to this very page in another language or theme: path and query stay. A full request, because the server sets
 * the cookie and every text of the page changes.
 */
export function PreferenceLink({ parameter, value, lang, current = false, className, children }: PreferenceLinkProps) {
  const query = new URLSearchParams(useSearchParams().toString())
  query.set(parameter, value)
  return (
    <a
      href={`${usePathname()}?${query}`}
      lang={lang}
      hrefLang={lang}
      aria-current={current ? 'true' : undefined}
      className={className}
    >
      {children}
    </a>
  )
}
