'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { TextArea } from '#/app/_ui/text-area.tsx'
import { type FormAction, shownVersion } from '#/lib/platform/actions/form-state.ts'
import { ChangeSettings } from '#/lib/settings/schema.ts'

type SettingsFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly version: number
  readonly addresses: readonly string[]
  readonly retention: string
  /** Empty for a product that keeps no content: there is nothing to choose then. */
  readonly retentions: readonly RadioOption[]
  readonly texts: { readonly [Key in 'addresses' | 'addressesHint' | 'retention' | 'retentionHint' | 'submit']: string }
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** The first tab of the settings: who is told, and how long content is kept. */
export function SettingsForm(props: SettingsFormProps) {
  const { action, product, version, addresses, retention, retentions, texts, formTexts } = props
  const values = { notificationAddresses: addresses.join('\n'), retention }
  return (
    <Form action={action} schema={ChangeSettings} defaults={values} texts={formTexts}>
      {({ field, radio, pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="version" value={shownVersion(state, version)} />
          <TextArea
            {...field('notificationAddresses')}
            label={texts.addresses}
            hint={texts.addressesHint}
            rows={4}
            spellCheck={false}
          />
          {retentions.length > 0 ? (
            <RadioGroup
              {...radio('retention')}
              legend={texts.retention}
              hint={texts.retentionHint}
              options={retentions}
            />
          ) : (
            <input type="hidden" name="retention" value={retention} />
          )}
          <SubmitButton busyText={formTexts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
