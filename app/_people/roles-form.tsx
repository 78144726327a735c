'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Checkbox } from '#/app/_ui/checkbox.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { PRODUCT_NAMES, PRODUCTS } from '#/lib/access/products.ts'
import { ROLE_CHOICES, type RoleChoice, SaveRoles, SaveRolesOnRequest } from '#/lib/organisations/members/schema.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type RolesFormProps = {
  readonly action: FormAction
  readonly memberId: string
  readonly values: Readonly<Record<string, RoleChoice>>
  readonly choices: Readonly<Record<RoleChoice, string>>
  readonly submit: string
  /** The servicedesk confirms that the person asked for it. */
  readonly requested?: string
  readonly texts: FormTexts & { readonly busy: string }
}

/** Roles as a matrix of product and role: one group of choices per product, saved together. */
export function RolesForm({ action, memberId, values, choices, submit, requested, texts }: RolesFormProps) {
  return (
    <Form action={action} schema={requested ? SaveRolesOnRequest : SaveRoles} defaults={values} texts={texts} wide>
      {({ radio, checkbox, pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <input type="hidden" name="memberId" value={memberId} />
          <div className="flex flex-col divide-y divide-line border-y border-line">
            {PRODUCTS.map((product) => (
              <div key={product} className="py-4 md:py-2">
                <RadioGroup
                  {...radio(product)}
                  legend={PRODUCT_NAMES[product]}
                  look="matrix"
                  options={ROLE_CHOICES.map((value) => ({ value, label: choices[value] }))}
                />
              </div>
            ))}
          </div>
          {requested ? <Checkbox {...checkbox('requested')} value="ja" label={requested} /> : null}
          <div>
            <SubmitButton busyText={texts.busy} pending={pending}>
              {submit}
            </SubmitButton>
          </div>
        </>
      )}
    </Form>
  )
}
