'use client'

import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { ResendForm as schema } from '#/lib/berichten/resend-form.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type ResendFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly berichtId: string
  readonly backHref: string
  readonly texts: { readonly [Key in 'submit' | 'busy' | 'cancel']: string }
  readonly formTexts: FormTexts
}

/** Asks for confirmation, and sends again. */
export function ResendForm({ action, product, berichtId, backHref, texts, formTexts }: ResendFormProps) {
  return (
    <Form action={action} schema={schema} texts={formTexts}>
      {({ pending }) => (
        <>
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="berichtId" value={berichtId} />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton busyText={texts.busy} pending={pending}>
              {texts.submit}
            </SubmitButton>
            <Link href={backHref}>{texts.cancel}</Link>
          </div>
        </>
      )}
    </Form>
  )
}
