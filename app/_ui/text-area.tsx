import type { ComponentPropsWithRef } from 'react'
import { describedBy, FieldErrorText, FieldHint, fieldIds } from '#/app/_ui/field-parts.tsx'

type TextAreaProps = Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'className'> & {
  readonly name: string
  readonly label: string
  readonly hint?: React.ReactNode
  readonly error?: string | undefined
  readonly errorPrefix?: string | undefined
}

/** Several lines of text, such as a reason. */
export function TextArea({ name, label, hint, error, errorPrefix = 'Fout:', ...rest }: TextAreaProps) {
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
      <textarea
        rows={4}
        {...rest}
        id={ids.control}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className="pz-control"
      />
    </div>
  )
}
