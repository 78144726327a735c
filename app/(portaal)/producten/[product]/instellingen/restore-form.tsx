'use client'

import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { type FormAction, shownVersion } from '#/lib/platform/actions/form-state.ts'
import { RestoreSettings } from '#/lib/settings/schema.ts'

type RestoreFormProps = {
  readonly action: FormAction
  readonly product: string
  /** The one in force. */
  readonly version: number
  /** The one to put back. */
  readonly restores: number
  readonly summary: string
  readonly submitText: string
  readonly formTexts: FormTexts & { readonly busy: string }
  /** What would change. */
  readonly children: React.ReactNode
}

/** An earlier version, folded: what would change, and the button that puts it back. */
export function RestoreForm(props: RestoreFormProps) {
  const { action, product, version, restores, summary, submitText, formTexts, children } = props
  return (
    <Form action={action} schema={RestoreSettings} texts={formTexts} idSuffix={`terug-${restores}`} wide>
      {({ pending, state }) => (
        <details open={state.kind === 'error'}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{summary}</summary>
          <div className="flex flex-col items-start gap-4 pt-2 pb-4">
            {children}
            <input type="hidden" name="product" value={product} />
            <input type="hidden" name="version" value={shownVersion(state, version)} />
            <input type="hidden" name="terug" value={restores} />
            <SubmitButton look="secondary" busyText={formTexts.busy} pending={pending}>
              {submitText}
            </SubmitButton>
          </div>
        </details>
      )}
    </Form>
  )
}
