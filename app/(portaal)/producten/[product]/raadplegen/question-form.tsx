'use client'

import { useEffect, useState } from 'react'
import { Banner } from '#/app/_ui/banner.tsx'
import { Button } from '#/app/_ui/button.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { Facts } from '#/app/_ui/summary-list.tsx'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'
import { type AnswerFact, readAnswerText } from '#/lib/wlz/answer-text.ts'
import { WlzQuestion } from '#/lib/wlz/question.ts'

const MONO: readonly AnswerFact[] = ['client', 'reference']

type QuestionFormProps = {
  readonly action: FormAction
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly grounds: readonly RadioOption[]
  readonly texts: {
    readonly [Key in 'bsn' | 'bsnHint' | 'day' | 'dayHint' | 'ground' | 'groundHint' | 'submit' | 'print']: string
  }
  /** What each fact that stands with an answer is called. */
  readonly facts: { readonly [Key in AnswerFact]: string }
  readonly formTexts: FormTexts & { readonly busy: string }
}

type AnswerProps = Pick<QuestionFormProps, 'facts'> & { readonly message: string; readonly printText: string }

/** The answer with what a print of it must say. The button needs script, so it is there with script only. */
function Answer({ message, facts, printText }: AnswerProps) {
  const [hasScript, setScript] = useState(false)
  useEffect(() => setScript(true), [])
  const answer = readAnswerText(message)
  return (
    <Banner tone="info" title={answer.words} announce>
      <div className="flex flex-col items-start gap-4 pt-2">
        <Facts
          facts={answer.facts.map(({ fact, value }) => ({ term: facts[fact], value, mono: MONO.includes(fact) }))}
        />
        {hasScript ? (
          <Button type="button" look="secondary" onClick={() => window.print()}>
            {printText}
          </Button>
        ) : null}
      </div>
    </Banner>
  )
}

/** Asks after one person, who leaves the browser in the body of a POST and nowhere else, and shows the answer. */
export function QuestionForm({ action, today, grounds, texts, facts, formTexts }: QuestionFormProps) {
  return (
    <Form action={action} schema={WlzQuestion} defaults={{ peildatum: today }} texts={formTexts}>
      {({ field, radio, pending, state }) => (
        <>
          {state.kind === 'done' ? <Answer message={state.message} facts={facts} printText={texts.print} /> : null}
          <div className="contents" data-print={state.kind === 'done' ? 'no' : undefined}>
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
          </div>
        </>
      )}
    </Form>
  )
}
