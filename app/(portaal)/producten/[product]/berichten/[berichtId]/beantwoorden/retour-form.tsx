'use client'

import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { RetourForm as schema } from '#/lib/berichten/answering/answer-forms.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type RetourFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly berichtId: string
  /** What can be said of it; empty when what the portal found decides. */
  readonly judgements: readonly RadioOption[]
  readonly texts: { readonly judgement: string; readonly submit: string; readonly busy: string }
  readonly formTexts: FormTexts
}

/** Sends the retourbericht that is described above it. */
export function RetourForm({ action, product, berichtId, judgements, texts, formTexts }: RetourFormProps) {
  return (
    <Form action={action} schema={schema} texts={formTexts} idSuffix="retour">
      {({ radio, pending }) => (
        <>
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="berichtId" value={berichtId} />
          {judgements.length === 0 ? (
            <input type="hidden" name="oordeel" value="goed" />
          ) : (
            <RadioGroup {...radio('oordeel')} legend={texts.judgement} options={judgements} />
          )}
          <SubmitButton busyText={texts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
