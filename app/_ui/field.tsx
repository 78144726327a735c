import type { ComponentPropsWithRef } from 'react'
import { classNames } from '#/app/_ui/class-names.ts'
import { describedBy, FieldErrorText, FieldHint, fieldIds } from '#/app/_ui/field-parts.tsx'

const WIDTHS = { full: '', short: 'max-w-40', medium: 'max-w-72' } as const

type TextFieldProps = Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'width'> & {
  readonly name: string
  readonly label: string
  /** Shown after the label and read with it: "(niet verplicht)". */
  readonly optionalText?: string | undefined
  readonly hint?: React.ReactNode
  readonly error?: string | undefined
  /** Read before the error: "Fout:". */
  readonly errorPrefix?: string | undefined
  readonly look?: 'normal' | 'code'
  readonly fieldWidth?: keyof typeof WIDTHS
}

/** One line of text with label, hint and error. Never a placeholder: it vanishes while one types. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    optionalText,
    hint,
    error,
    errorPrefix = 'Fout:',
    look = 'normal',
    fieldWidth = 'full',
    ...rest
  } = props
  const ids = fieldIds(name)
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={ids.control} className="font-semibold">
        {label}
        {optionalText ? <span className="font-normal text-ink-soft"> {optionalText}</span> : null}
      </label>
      {hint ? <FieldHint name={name}>{hint}</FieldHint> : null}
      {error ? (
        <FieldErrorText name={name} prefix={errorPrefix}>
          {error}
        </FieldErrorText>
      ) : null}
      <input
        type="text"
        {...rest}
        id={ids.control}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
        className={classNames(
          'pz-control',
          WIDTHS[fieldWidth],
          look === 'code' && 'font-mono font-semibold uppercase sm:min-h-15 sm:text-code sm:tracking-wider',
        )}
      />
    </div>
  )
}
