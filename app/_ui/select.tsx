import type { ComponentPropsWithRef } from 'react'
import { describedBy, FieldErrorText, FieldHint, fieldIds } from '#/app/_ui/field-parts.tsx'

type SelectProps = Omit<ComponentPropsWithRef<'select'>, 'id' | 'className'> & {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly hint?: React.ReactNode
  readonly error?: string | undefined
  readonly errorPrefix?: string | undefined
}

/** The browser's own list; up to about seven choices are better as a radio group. */
export function Select({ name, label, options, hint, error, errorPrefix = 'Fout:', ...rest }: SelectProps) {
  const ids = fieldIds(name)
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={ids.control} className="font-semibold">
        {label}
      </label>
      {hint ? <FieldHint name={name}>{hint}</FieldHint> : null}
      {error ? (
        <FieldErrorText name={name} prefix={errorPrefix}>
          {error}
        </FieldErrorText>
      ) : null}
      <select
        {...rest}
        id={ids.control}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className="pz-control"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
