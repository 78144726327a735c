import type { ComponentPropsWithRef } from 'react'
import { classNames } from '#/app/_ui/class-names.ts'
import { describedBy, FieldErrorText, FieldHint, fieldIds } from '#/app/_ui/field-parts.tsx'

export type RadioOption = {
  readonly value: string
  readonly label: string
  /** Beside the label, not part of the control's name. */
  readonly note?: string | undefined
}

type RadioGroupProps = {
  readonly name: string
  readonly legend: string
  readonly options: readonly RadioOption[]
  readonly hint?: React.ReactNode
  readonly error?: string | undefined
  readonly errorPrefix?: string | undefined
  readonly defaultValue?: string | undefined
  readonly required?: boolean
  /** Cards for a choice that is the page; a row for two short answers; a line of a matrix under other such groups. */
  readonly look?: 'list' | 'row' | 'cards' | 'matrix'
  /** What a form library hands to every radio (ref, onChange, onBlur). */
  readonly registration?: Pick<ComponentPropsWithRef<'input'>, 'ref' | 'onChange' | 'onBlur'>
}

const LAYOUT = {
  list: 'flex flex-col gap-1',
  row: 'flex flex-wrap gap-x-8 gap-y-1',
  cards: 'mt-1.5 grid gap-3 sm:grid-cols-2',
  // The same choices in every group: their columns stand under each other.
  matrix: 'grid gap-y-1 md:grid-cols-[auto_auto_1fr] md:gap-x-8',
} as const

/** One choice out of a few, as a fieldset. The first radio carries the id that an error summary points to. */
export function RadioGroup(props: RadioGroupProps) {
  const {
    name,
    legend,
    options,
    hint,
    error,
    errorPrefix = 'Fout:',
    defaultValue,
    required,
    look = 'list',
    registration,
  } = props
  return (
    <fieldset
      className={look === 'matrix' ? 'min-w-0 md:grid md:grid-cols-[10rem_1fr] md:gap-x-4' : 'min-w-0'}
      aria-describedby={describedBy(name, hint, error)}
      aria-invalid={error ? true : undefined}
    >
      {/* Floated, a legend is laid out like everything else: in the first column. */}
      <legend className={classNames('mb-1.5 font-semibold', look === 'matrix' && 'md:float-left md:mb-0 md:py-2')}>
        {legend}
      </legend>
      <div className="flex min-w-0 flex-col gap-1.5">
        {hint ? <FieldHint name={name}>{hint}</FieldHint> : null}
        {error ? (
          <FieldErrorText name={name} prefix={errorPrefix}>
            {error}
          </FieldErrorText>
        ) : null}
        <div className={LAYOUT[look]}>
          {options.map((option, index) => (
            <RadioRow
              key={option.value}
              {...{ name, option, look }}
              id={index === 0 ? fieldIds(name).control : `${fieldIds(name).control}-${option.value}`}
              input={{ ...registration, defaultChecked: option.value === defaultValue, required }}
            />
          ))}
        </div>
      </div>
    </fieldset>
  )
}

type RadioRowProps = {
  readonly name: string
  readonly id: string
  readonly option: RadioOption
  readonly look: keyof typeof LAYOUT
  readonly input: Pick<ComponentPropsWithRef<'input'>, 'ref' | 'onChange' | 'onBlur' | 'defaultChecked' | 'required'>
}

function RadioRow({ name, id, option, look, input }: RadioRowProps) {
  const card =
    look === 'cards' &&
    'rounded-control border border-line-strong bg-paper px-4 has-checked:border-action has-checked:bg-tint'
  return (
    <div className={classNames('relative flex min-h-11 items-center gap-3 py-1.5', card)}>
      <input
        {...input}
        type="radio"
        id={id}
        name={name}
        value={option.value}
        aria-describedby={option.note ? `${id}-noot` : undefined}
        className="relative z-10 size-6 shrink-0 accent-action"
      />
      <span className="flex flex-col">
        {/* The label covers the whole row, one large target; the control itself stays above it. */}
        <label htmlFor={id} className="cursor-pointer before:absolute before:inset-0">
          {option.label}
        </label>
        {option.note ? (
          <span id={`${id}-noot`} className="text-small text-ink-soft">
            {option.note}
          </span>
        ) : null}
      </span>
    </div>
  )
}
