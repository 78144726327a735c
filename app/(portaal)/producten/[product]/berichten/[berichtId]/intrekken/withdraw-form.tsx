'use client'

import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { TextArea } from '#/app/_ui/text-area.tsx'
import { WithdrawForm as schema } from '#/lib/berichten/withdraw-form.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type WithdrawFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly berichtId: string
  readonly backHref: string
  readonly texts: { readonly [Key in 'reason' | 'reasonHint' | 'submit' | 'busy' | 'cancel']: string }
  readonly formTexts: FormTexts
}

/** Asks why, and withdraws. */
export function WithdrawForm({ action, product, berichtId, backHref, texts, formTexts }: WithdrawFormProps) {
  return (
    <Form action={action} schema={schema} texts={formTexts}>
      {({ field, pending }) => (
        <>
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="berichtId" value={berichtId} />
          <TextArea {...field('reason')} label={texts.reason} hint={texts.reasonHint} rows={3} maxLength={200} />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton look="danger" busyText={texts.busy} pending={pending}>
              {texts.submit}
            </SubmitButton>
            <Link href={backHref}>{texts.cancel}</Link>
          </div>
        </>
      )}
    </Form>
  )
}
