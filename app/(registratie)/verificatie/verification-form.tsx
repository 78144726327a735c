'use client'

import { z } from 'zod'
import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

// The form of the code is explained by the server, in words that count characters; the browser only sees that it is there.
const Filled = z.object({ verificatiecode: z.string().trim().min(1, 'empty') })

type VerificationFormProps = {
  readonly action: FormAction
  readonly texts: { readonly label: string; readonly hint: string; readonly submit: string }
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** One field for the whole code, so that pasting and password managers work (WCAG 3.3.8). */
export function VerificationForm({ action, texts, formTexts }: VerificationFormProps) {
  return (
    <Form action={action} schema={Filled} texts={formTexts}>
      {({ field, pending }) => (
        <>
          <TextField
            {...field('verificatiecode')}
            label={texts.label}
            hint={texts.hint}
            look="code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <SubmitButton busyText={formTexts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
