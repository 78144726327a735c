'use client'

import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { Select } from '#/app/_ui/select.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { DecisionForm as schema } from '#/lib/berichten/answering/answer-forms.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

const TEXTS = [
  'request',
  'answer',
  'answerHint',
  'reason',
  'reasonHint',
  'gemeente',
  'gemeenteHint',
  'submit',
  'busy',
] as const

type DecisionFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly berichtId: string
  /** The requests that wait for a decision. */
  readonly requests: readonly RadioOption[]
  readonly answers: readonly RadioOption[]
  readonly reasons: readonly { readonly value: string; readonly label: string }[]
  /** iJw: another gemeente can be named. */
  readonly asksGemeente: boolean
  readonly texts: { readonly [Key in (typeof TEXTS)[number]]: string }
  readonly formTexts: FormTexts
}

/** Asks what is decided on a request. With one request there is nothing to choose. */
export function DecisionForm(props: DecisionFormProps) {
  const { action, product, berichtId, requests, answers, reasons, asksGemeente, texts, formTexts } = props
  const [only] = requests
  return (
    <Form action={action} schema={schema} texts={formTexts}>
      {({ field, radio, pending }) => (
        <>
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="berichtId" value={berichtId} />
          {requests.length === 1 && only ? (
            <input type="hidden" name="verzoek" value={only.value} />
          ) : (
            <RadioGroup {...radio('verzoek')} legend={texts.request} options={requests} />
          )}
          <RadioGroup {...radio('antwoord')} legend={texts.answer} hint={texts.answerHint} options={answers} />
          <Select {...field('reden')} label={texts.reason} hint={texts.reasonHint} options={reasons} />
          {asksGemeente ? (
            <TextField
              {...field('gemeente')}
              label={texts.gemeente}
              hint={texts.gemeenteHint}
              inputMode="numeric"
              fieldWidth="short"
              autoComplete="off"
            />
          ) : null}
          <SubmitButton busyText={texts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
