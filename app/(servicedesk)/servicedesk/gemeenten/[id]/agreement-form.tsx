'use client'

import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { RegisterAgreement } from '#/lib/organisations/gemeenten/schema.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type AgreementFormProps = {
  readonly action: FormAction
  readonly organisationId: string
  /** The agreements that are not in force. */
  readonly kinds: readonly RadioOption[]
  readonly texts: {
    readonly [Key in 'kindLabel' | 'dateLabel' | 'dateHint' | 'referenceLabel' | 'referenceHint' | 'submit']: string
  }
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** Registering that an agreement was signed. */
export function AgreementForm({ action, organisationId, kinds, texts, formTexts }: AgreementFormProps) {
  return (
    <Form action={action} schema={RegisterAgreement} texts={formTexts}>
      {({ field, radio, pending }) => (
        <>
          <input type="hidden" name="organisationId" value={organisationId} />
          <RadioGroup {...radio('kind')} legend={texts.kindLabel} options={kinds} />
          <TextField
            {...field('signedOn')}
            label={texts.dateLabel}
            hint={texts.dateHint}
            type="date"
            fieldWidth="medium"
          />
          <TextField
            {...field('documentReference')}
            label={texts.referenceLabel}
            hint={texts.referenceHint}
            autoComplete="off"
          />
          <div>
            <SubmitButton busyText={formTexts.busy} pending={pending}>
              {texts.submit}
            </SubmitButton>
          </div>
        </>
      )}
    </Form>
  )
}
