import { fieldIds } from '#/app/_ui/field-parts.tsx'
import { FocusOnArrival } from '#/app/_ui/focus-on-arrival.tsx'
import type { FormError } from '#/lib/platform/actions/form-state.ts'

type ErrorSummaryProps = {
  readonly title: string
  readonly errors: readonly FormError[]
  readonly ref?: React.Ref<HTMLDivElement>
  /** Of a form that stands more than once on a page. */
  readonly idSuffix?: string | undefined
}

/**
 * All faults of a form in one place, each a link to its field, with the text that stands at the field. The same markup
 * with and without script, and the focus comes here (WCAG 3.3.1).
 */
export function ErrorSummary({ title, errors, ref, idSuffix }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  const own = (name: string) => (idSuffix ? `${name}-${idSuffix}` : name)
  return (
    <FocusOnArrival
      ref={ref}
      role="alert"
      aria-labelledby={own('fouten-titel')}
      data-surface="bad"
      data-error-summary=""
      className="flex max-w-text flex-col gap-2 rounded-panel border-2 border-bad bg-bad-ground p-5"
    >
      <h2 id={own('fouten-titel')} className="text-h2">
        {title}
      </h2>
      <ul className="flex flex-col gap-1">
        {errors.map((error) => (
          <li key={`${error.field}${error.message}`}>
            {error.field === null ? (
              <span className="font-semibold">{error.message}</span>
            ) : (
              <a
                href={`#${fieldIds(own(error.field)).control}`}
                className="font-semibold text-bad underline underline-offset-4"
              >
                {error.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </FocusOnArrival>
  )
}
