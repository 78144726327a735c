'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { Select } from '#/app/_ui/select.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { CertificateField } from '#/app/(portaal)/producten/[product]/instellingen/certificate-field.tsx'
import { type FormAction, shownVersion } from '#/lib/platform/actions/form-state.ts'
import { ChangeConnection, type Channel, type StufVersion } from '#/lib/settings/connection-schema.ts'

type ConnectionFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly version: number
  readonly channel: Channel
  /** Null where nothing is sent to the software. */
  readonly endpoint: string | null
  readonly stufVersion: StufVersion
  readonly oin: string
  readonly certificate: string
  readonly channels: readonly RadioOption[]
  readonly stufVersions: readonly { readonly value: StufVersion; readonly label: string }[]
  readonly texts: {
    readonly [Key in
      | 'channel'
      | 'channelHint'
      | 'endpoint'
      | 'endpointHint'
      | 'stufVersion'
      | 'oin'
      | 'oinHint'
      | 'optional'
      | 'certificate'
      | 'certificateHint'
      | 'certificateFile'
      | 'certificateFileHint'
      | 'certificateRead'
      | 'submit']: string
  }
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** How berichten reach the gemeente's own software, and by which certificate that software is known. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { action, product, version, channel, endpoint, stufVersion, oin, certificate } = props
  const { channels, stufVersions, texts, formTexts } = props
  const values = { channel, endpoint: endpoint ?? '', stufVersion, oin, certificate }
  return (
    <Form action={action} schema={ChangeConnection} defaults={values} texts={formTexts}>
      {({ field, radio, pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="version" value={shownVersion(state, version)} />
          <RadioGroup {...radio('channel')} legend={texts.channel} hint={texts.channelHint} options={channels} />
          {endpoint === null ? (
            <input type="hidden" name="endpoint" value="" />
          ) : (
            <>
              <TextField
                {...field('endpoint')}
                label={texts.endpoint}
                hint={texts.endpointHint}
                type="url"
                spellCheck={false}
                autoComplete="off"
              />
              <Select {...field('stufVersion')} label={texts.stufVersion} options={stufVersions} />
            </>
          )}
          <TextField
            {...field('oin')}
            label={texts.oin}
            optionalText={texts.optional}
            hint={texts.oinHint}
            inputMode="numeric"
            spellCheck={false}
            autoComplete="off"
            fieldWidth="medium"
          />
          <CertificateField field={field('certificate')} texts={texts} />
          <SubmitButton busyText={formTexts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
