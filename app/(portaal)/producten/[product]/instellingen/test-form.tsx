'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'
import { TestConnection } from '#/lib/settings/connection-schema.ts'

type TestFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly text: string
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** Tries the connection that is in force, and shows what came of it. */
export function TestForm({ action, product, text, formTexts }: TestFormProps) {
  return (
    <Form action={action} schema={TestConnection} texts={formTexts} idSuffix="proef">
      {({ pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <input type="hidden" name="product" value={product} />
          <SubmitButton look="secondary" busyText={formTexts.busy} pending={pending}>
            {text}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
