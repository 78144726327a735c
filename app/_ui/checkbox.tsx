import type { ComponentPropsWithRef } from 'react'
import { describedBy, FieldErrorText, FieldHint, fieldIds } from '#/app/_ui/field-parts.tsx'

type CheckboxProps = Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'type'> & {
  readonly name: string
  readonly label: string
  readonly hint?: React.ReactNode
  readonly error?: string | undefined
  readonly errorPrefix?: string | undefined
  /** Sets apart checkboxes that share a name, or stand more than once on a page. */
  readonly idSuffix?: string
}

/** One statement to tick. */
export function Checkbox({ name, label, hint, error, errorPrefix = 'Fout:', idSuffix, ...rest }: CheckboxProps) {
  const own = idSuffix ? `${name}-${idSuffix}` : name
  return (
    <div className="flex flex-col gap-1">
      {error ? (
        <FieldErrorText name={own} prefix={errorPrefix}>
          {error}
        </FieldErrorText>
      ) : null}
      <div className="flex min-h-11 items-start gap-3 py-1.5">
        <input
          {...rest}
          type="checkbox"
          id={fieldIds(own).control}
          name={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(own, hint, error)}
          className="mt-0.5 size-6 shrink-0 accent-action"
        />
        <label htmlFor={fieldIds(own).control} className="cursor-pointer">
          {label}
        </label>
      </div>
      {hint ? (
        <div className="-mt-1.5 ps-9">
          <FieldHint name={own}>{hint}</FieldHint>
        </div>
      ) : null}
    </div>
  )
}
