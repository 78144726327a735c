import type { ComponentPropsWithRef } from 'react'
import { type ButtonLook, buttonLook } from '#/app/_ui/button-look.ts'
import { classNames } from '#/app/_ui/class-names.ts'
import { Link, PlainLink } from '#/app/_ui/link.tsx'

type ButtonProps = ComponentPropsWithRef<'button'> & { readonly look?: ButtonLook; readonly wideOnPhone?: boolean }

/** A button says the act ("Bestanden aanleveren"). Submits its form unless `type` says otherwise. */
export function Button({ look = 'primary', wideOnPhone = false, type = 'submit', className, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(buttonLook(look), wideOnPhone && 'max-sm:w-full sm:self-start', className)}
    />
  )
}

type ButtonLinkProps = {
  readonly href: string
  readonly look?: ButtonLook
  readonly wideOnPhone?: boolean
  /** A file or an address outside the pages: a full request. */
  readonly plain?: boolean
  readonly children: React.ReactNode
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, look = 'primary', wideOnPhone = false, plain = false, children }: ButtonLinkProps) {
  const className = classNames(buttonLook(look), wideOnPhone && 'max-sm:w-full')
  if (plain)
    return (
      <PlainLink href={href} className={className}>
        {children}
      </PlainLink>
    )
  return (
    <Link href={href} look="plain" className={className}>
      {children}
    </Link>
  )
}
