'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { TextArea } from '#/app/_ui/text-area.tsx'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'
import { ChangeConnection, type Channel } from '#/lib/settings/connection-schema.ts'

type ConnectionFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly version: number
  readonly channel: Channel
  /** Null where nothing is sent to the software. */
  readonly endpoint: string | null
  readonly certificate: string
  readonly channels: readonly RadioOption[]
  readonly texts: {
    readonly [Key in
      | 'channel'
      | 'channelHint'
      | 'endpoint'
      | 'endpointHint'
      | 'certificate'
      | 'certificateHint'
      | 'submit']: string
  }
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** How berichten reach the gemeente's own software, and by which certificate that software is known. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { action, product, version, channel, endpoint, certificate, channels, texts, formTexts } = props
  return (
    <Form
      action={action}
      schema={ChangeConnection}
      defaults={{ channel, endpoint: endpoint ?? '', certificate }}
      texts={formTexts}
    >
      {({ field, radio, pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="version" value={version} />
          <RadioGroup {...radio('channel')} legend={texts.channel} hint={texts.channelHint} options={channels} />
          {endpoint === null ? (
            <input type="hidden" name="endpoint" value="" />
          ) : (
            <TextField
              {...field('endpoint')}
              label={texts.endpoint}
              hint={texts.endpointHint}
              type="url"
              spellCheck={false}
              autoComplete="off"
            />
          )}
          <TextArea
            {...field('certificate')}
            label={texts.certificate}
            hint={texts.certificateHint}
            rows={6}
            spellCheck={false}
            autoComplete="off"
          />
          <SubmitButton busyText={formTexts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
