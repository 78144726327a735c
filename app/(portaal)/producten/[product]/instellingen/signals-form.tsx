'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { type FormAction, shownVersion } from '#/lib/platform/actions/form-state.ts'
import { ChangeSignals, type SignalChoice } from '#/lib/settings/signals-schema.ts'

type SignalsFormProps = {
  readonly action: FormAction
  readonly version: number
  readonly choice: SignalChoice
  readonly choices: readonly RadioOption[]
  readonly texts: { readonly [Key in 'legend' | 'hint' | 'submit']: string }
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** Whether the gemeente wants the daily Wlz-signalen. */
export function SignalsForm({ action, version, choice, choices, texts, formTexts }: SignalsFormProps) {
  return (
    <Form action={action} schema={ChangeSignals} defaults={{ signals: choice }} texts={formTexts} idSuffix="signalen">
      {({ radio, pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <input type="hidden" name="version" value={shownVersion(state, version)} />
          <RadioGroup {...radio('signals')} legend={texts.legend} hint={texts.hint} options={choices} />
          <SubmitButton busyText={formTexts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
