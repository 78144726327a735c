'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Checkbox } from '#/app/_ui/checkbox.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { SavePreferences } from '#/lib/inbox/preferences/schema.ts'
import type { FormAction, FormValues } from '#/lib/platform/actions/form-state.ts'

type Choice = { readonly name: string; readonly label: string }

type PreferencesFormProps = {
  readonly action: FormAction
  readonly values: FormValues
  /** Of new berichten: when. */
  readonly frequencies: readonly Choice[]
  readonly options: readonly RadioOption[]
  /** Of the rest: whether. */
  readonly switches: readonly Choice[]
  readonly texts: { readonly switches: string; readonly submit: string }
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** What somebody wants to be mailed: only what the present roles are told of. */
export function PreferencesForm(props: PreferencesFormProps) {
  const { action, values, frequencies, options, switches, texts, formTexts } = props
  return (
    <Form action={action} schema={SavePreferences} defaults={values} texts={formTexts}>
      {({ radio, checkbox, pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <input type="hidden" name="shown" value={[...frequencies, ...switches].map(({ name }) => name).join(',')} />
          {frequencies.map(({ name, label }) => (
            <RadioGroup key={name} {...radio(name)} legend={label} options={options} />
          ))}
          {switches.length > 0 ? (
            <fieldset className="min-w-0">
              <legend className="mb-1.5 font-semibold">{texts.switches}</legend>
              {switches.map(({ name, label }) => (
                <Checkbox key={name} {...checkbox(name)} value="ja" label={label} />
              ))}
            </fieldset>
          ) : null}
          <SubmitButton busyText={formTexts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
