import { CircleAlert } from '#/app/_ui/drawings.ts'
import { Icon } from '#/app/_ui/icon.tsx'

/** The ids by which a control, its hint and its error find each other. */
export const fieldIds = (name: string) => ({ control: `veld-${name}`, hint: `hint-${name}`, error: `fout-${name}` })

/** What every control tells assistive technology about its hint and its error. */
export function describedBy(name: string, hint: unknown, error: unknown): string | undefined {
  const ids = fieldIds(name)
  return [hint ? ids.hint : null, error ? ids.error : null].filter(Boolean).join(' ') || undefined
}

/** Help at the field, in one sentence. */
export function FieldHint({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <p id={fieldIds(name).hint} className="max-w-text text-small text-ink-soft">
      {children}
    </p>
  )
}

/** What is wrong at the field and how to mend it; equal to the line in the error summary. */
export function FieldErrorText({ name, prefix, children }: { name: string; prefix: string; children: string }) {
  return (
    <p id={fieldIds(name).error} className="flex items-start gap-2 font-semibold text-bad">
      <Icon of={CircleAlert} className="mt-1 size-5 shrink-0" />
      <span>
        <span className="sr-only">{prefix} </span>
        {children}
      </span>
    </p>
  )
}
