'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'
import { WlzQuestion } from '#/lib/wlz/question.ts'

type QuestionFormProps = {
  readonly action: FormAction
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly grounds: readonly RadioOption[]
  readonly texts: {
    readonly [Key in 'bsn' | 'bsnHint' | 'day' | 'dayHint' | 'ground' | 'groundHint' | 'submit']: string
  }
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** Asks after one person, who leaves the browser in the body of a POST and nowhere else, and shows the answer. */
export function QuestionForm({ action, today, grounds, texts, formTexts }: QuestionFormProps) {
  return (
    <Form action={action} schema={WlzQuestion} defaults={{ peildatum: today }} texts={formTexts}>
      {({ field, radio, pending, state }) => {
        const [answer = '', asked = ''] = state.kind === 'done' ? state.message.split('\n') : []
        return (
          <>
            {answer === '' ? null : (
              <Banner tone="info" title={answer} announce>
                {asked}
              </Banner>
            )}
            <TextField
              {...field('bsn')}
              label={texts.bsn}
              hint={texts.bsnHint}
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              fieldWidth="medium"
            />
            <TextField {...field('peildatum')} label={texts.day} hint={texts.dayHint} type="date" fieldWidth="medium" />
            <RadioGroup {...radio('grond')} legend={texts.ground} hint={texts.groundHint} options={grounds} />
            <SubmitButton busyText={formTexts.busy} pending={pending}>
              {texts.submit}
            </SubmitButton>
          </>
        )
      }}
    </Form>
  )
}
