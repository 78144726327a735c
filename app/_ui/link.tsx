import NextLink from 'next/link'
import type { ComponentPropsWithRef } from 'react'

type LinkProps = Omit<ComponentPropsWithRef<typeof NextLink>, 'prefetch' | 'href'> & {
  readonly href: string
  /** `text` looks like a link in running text; `plain` brings its own classes. */
  readonly look?: 'text' | 'plain'
}

/**
 * The portal's only link between pages. Never prefetches: the server cannot tell a prefetch from a click, so each one
 * would move the end of the session without anything done by the user.
 */
export function Link({ look = 'text', className, ...rest }: LinkProps) {
  return <NextLink {...rest} prefetch={false} className={look === 'text' ? `pz-link ${className ?? ''}` : className} />
}

/** A link to another site, a mail address, a telephone number or a file: a full request, never client navigation. */
export function PlainLink({
  href,
  className,
  children,
}: {
  href: string
  className?: string
  children: React.ReactNode
}) {
  return (
    <a href={href} className={className ?? 'pz-link'} rel={href.startsWith('http') ? 'noreferrer' : undefined}>
      {children}
    </a>
  )
}
