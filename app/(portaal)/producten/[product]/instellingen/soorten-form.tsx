'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Checkbox } from '#/app/_ui/checkbox.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { type FormAction, shownVersion } from '#/lib/platform/actions/form-state.ts'
import { ChangeSoorten } from '#/lib/settings/schema.ts'

/** Berichtsoorten that go the same way, with their names. */
export type SoortenGroup = {
  readonly legend: string
  readonly soorten: readonly { readonly soort: string; readonly label: string }[]
}

type SoortenFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly version: number
  readonly active: readonly string[]
  readonly groups: readonly SoortenGroup[]
  readonly submitText: string
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** Which berichtsoorten are exchanged: what is not ticked is off. */
export function SoortenForm(props: SoortenFormProps) {
  const { action, product, version, active, groups, submitText, formTexts } = props
  return (
    <Form action={action} schema={ChangeSoorten} texts={formTexts} idSuffix="soorten">
      {({ pending, state }) => {
        const ticked = state.kind === 'error' ? [state.values.actief ?? []].flat() : active
        return (
          <>
            {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
            <input type="hidden" name="product" value={product} />
            <input type="hidden" name="version" value={shownVersion(state, version)} />
            {groups.map(({ legend, soorten }) => (
              <fieldset key={legend} className="min-w-0">
                <legend className="mb-1.5 font-semibold">{legend}</legend>
                {soorten.map(({ soort, label }) => (
                  <Checkbox
                    key={soort}
                    name="actief"
                    value={soort}
                    idSuffix={soort}
                    label={label}
                    defaultChecked={ticked.includes(soort)}
                  />
                ))}
              </fieldset>
            ))}
            <SubmitButton busyText={formTexts.busy} pending={pending}>
              {submitText}
            </SubmitButton>
          </>
        )
      }}
    </Form>
  )
}
