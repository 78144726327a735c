'use client'

import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { LONGEST_VIEW_NAME, SaveViewForm as schema } from '#/lib/berichten/views/view-form.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type SaveViewFormProps = {
  readonly action: FormAction
  readonly product: string
  /** The query of the list. */
  readonly filters: string
  readonly backHref: string
  readonly texts: { readonly [Key in 'name' | 'nameHint' | 'submit' | 'busy' | 'cancel']: string }
  readonly formTexts: FormTexts
}

/** Asks under which name the filters are kept. */
export function SaveViewForm({ action, product, filters, backHref, texts, formTexts }: SaveViewFormProps) {
  return (
    <Form action={action} schema={schema} texts={formTexts}>
      {({ field, pending }) => (
        <>
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="filters" value={filters} />
          <TextField
            {...field('naam')}
            label={texts.name}
            hint={texts.nameHint}
            maxLength={LONGEST_VIEW_NAME}
            autoComplete="off"
          />
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
