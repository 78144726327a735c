'use client'

import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { Select } from '#/app/_ui/select.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { TextArea } from '#/app/_ui/text-area.tsx'
import { DeclarationForm as schema } from '#/lib/berichten/answering/answer-forms.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

const TEXTS = ['judgement', 'lines', 'linesHint', 'code', 'codeHint', 'submit', 'busy'] as const

type DeclarationFormProps = {
  readonly action: FormAction
  readonly product: string
  readonly berichtId: string
  /** It breaks the rules: there is nothing to choose. */
  readonly isFaulty: boolean
  readonly judgements: readonly RadioOption[]
  readonly codes: readonly { readonly value: string; readonly label: string }[]
  readonly texts: { readonly [Key in (typeof TEXTS)[number]]: string }
  readonly formTexts: FormTexts
  /** What the codes of lines mean; stands by the field where they are typed. */
  readonly children: React.ReactNode
}

/** Asks what is decided on a declaratie. */
export function DeclarationForm(props: DeclarationFormProps) {
  const { action, product, berichtId, isFaulty, judgements, codes, texts, formTexts, children } = props
  return (
    <Form action={action} schema={schema} texts={formTexts}>
      {({ field, radio, pending }) => (
        <>
          <input type="hidden" name="product" value={product} />
          <input type="hidden" name="berichtId" value={berichtId} />
          {isFaulty ? (
            <input type="hidden" name="oordeel" value="technisch" />
          ) : (
            <>
              <RadioGroup {...radio('oordeel')} legend={texts.judgement} options={judgements} />
              <TextArea
                {...field('regels')}
                label={texts.lines}
                hint={texts.linesHint}
                rows={6}
                spellCheck={false}
                autoComplete="off"
              />
              {children}
              <Select {...field('code')} label={texts.code} hint={texts.codeHint} options={codes} />
            </>
          )}
          <SubmitButton busyText={texts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
