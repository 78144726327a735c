'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { RequestCode } from '#/lib/onboarding/codes/request-schema.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type RequestCodeFormProps = {
  readonly action: FormAction
  readonly formKey: string
  readonly submit: string
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** A form of its own: asking for a code does not touch what stands in the field. */
export function RequestCodeForm({ action, formKey, submit, formTexts }: RequestCodeFormProps) {
  return (
    <Form action={action} schema={RequestCode} texts={formTexts} formKey={formKey}>
      {({ pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <SubmitButton look="secondary" busyText={formTexts.busy} pending={pending}>
            {submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
