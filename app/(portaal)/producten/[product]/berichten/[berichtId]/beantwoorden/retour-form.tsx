'use client'

import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { RetourForm as schema } from '#/lib/berichten/answering/answer-forms.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type RetourFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly berichtId: string
  readonly texts: { readonly submit: string; readonly busy: string }
  readonly formTexts: FormTexts
}

/** Sends the retourbericht that is described above it. */
export function RetourForm({ action, product, berichtId, texts, formTexts }: RetourFormProps) {
  return (
    <Form action={action} schema={schema} texts={formTexts} idSuffix="retour">
      {({ pending }) => (
        <>
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="berichtId" value={berichtId} />
          <SubmitButton busyText={texts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
