'use client'

import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { SearchClientForm } from '#/lib/berichten/search/search-form.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type ClientSearchFormProps = {
  readonly action: FormAction
  /** Product and filters that go along. */
  readonly hidden: Readonly<Record<string, string>>
  readonly backHref: string
  readonly texts: { readonly [Key in 'bsn' | 'hint' | 'submit' | 'busy' | 'cancel']: string }
  readonly formTexts: FormTexts
}

/** Asks for a Bsn, which leaves the browser in the body of a POST and nowhere else. */
export function ClientSearchForm({ action, hidden, backHref, texts, formTexts }: ClientSearchFormProps) {
  return (
    <Form action={action} schema={SearchClientForm} texts={formTexts}>
      {({ field, pending }) => (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField
            {...field('bsn')}
            label={texts.bsn}
            hint={texts.hint}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
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
