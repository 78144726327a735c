'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'
import { AskAddress } from '#/lib/settings/addresses/schema.ts'

type AddressFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly id: string
  readonly address: string
  /** When the mail went last, in milliseconds. */
  readonly askedAt: number
  readonly text: string
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** Asks the owner of an address once more. */
export function AddressForm({ action, product, id, address, askedAt, text, formTexts }: AddressFormProps) {
  return (
    <Form action={action} schema={AskAddress} texts={formTexts} idSuffix={`adres-${id}`}>
      {({ pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="adres" value={id} />
          <input type="hidden" name="gevraagd" value={askedAt} />
          <SubmitButton look="secondary" busyText={formTexts.busy} pending={pending}>
            {text}
            <span className="sr-only"> ({address})</span>
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
