import type { ComponentPropsWithRef } from 'react'
import { classNames } from '#/app/_ui/class-names.ts'
import { Link, PlainLink } from '#/app/_ui/link.tsx'

/** One primary button per page at most; `danger` for what cannot be undone; `quiet` beside other actions. */
export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'quiet'

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-action text-on-action hover:bg-action-strong',
  secondary: 'border-action bg-paper text-action hover:bg-tint',
  danger: 'border-bad bg-paper text-bad hover:bg-bad-ground',
  quiet: 'text-action underline underline-offset-4 hover:bg-tint',
}

type ButtonProps = ComponentPropsWithRef<'button'> & { readonly look?: ButtonLook; readonly wideOnPhone?: boolean }

/** A button says the act ("Bestanden aanleveren"). Submits its form unless `type` says otherwise. */
export function Button({ look = 'primary', wideOnPhone = false, type = 'submit', className, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames('pz-button', LOOKS[look], wideOnPhone && 'max-sm:w-full sm:self-start', className)}
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
  const className = classNames('pz-button', LOOKS[look], wideOnPhone && 'max-sm:w-full')
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
