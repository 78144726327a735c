'use client'

import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { RegisterGemeente } from '#/lib/organisations/gemeenten/schema.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type Texts = {
  readonly [Key in
    | 'nameLabel'
    | 'nameHint'
    | 'codeLabel'
    | 'codeHint'
    | 'kvkLabel'
    | 'kvkHint'
    | 'rsinLabel'
    | 'rsinHint'
    | 'submit']: string
}
type RegisterFormProps = {
  readonly action: FormAction
  readonly texts: Texts
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** A new gemeente. Numbers may be typed with spaces or points. */
export function RegisterForm({ action, texts, formTexts }: RegisterFormProps) {
  return (
    <Form action={action} schema={RegisterGemeente} texts={formTexts}>
      {({ field, pending }) => (
        <>
          <TextField {...field('name')} label={texts.nameLabel} hint={texts.nameHint} autoComplete="off" />
          <TextField
            {...field('gemeenteCode')}
            label={texts.codeLabel}
            hint={texts.codeHint}
            inputMode="numeric"
            autoComplete="off"
            fieldWidth="short"
          />
          <TextField
            {...field('kvk')}
            label={texts.kvkLabel}
            hint={texts.kvkHint}
            inputMode="numeric"
            autoComplete="off"
            fieldWidth="medium"
          />
          <TextField
            {...field('rsin')}
            label={texts.rsinLabel}
            hint={texts.rsinHint}
            inputMode="numeric"
            autoComplete="off"
            fieldWidth="medium"
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
