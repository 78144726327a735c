'use client'

import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { TextArea } from '#/app/_ui/text-area.tsx'
import { ShownBsn } from '#/app/(portaal)/producten/[product]/shown-bsn.tsx'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'
import { SignalBsnForm as schema } from '#/lib/wlz/signals/signal-bsn-form.ts'

const TEXTS = ['reason', 'note', 'noteHint', 'submit', 'busy', 'back', 'shown', 'hidden', 'again'] as const

type SignalBsnFormProps = {
  readonly action: FormAction
  readonly signaalId: string
  readonly backHref: string
  readonly ownHref: string
  readonly shownSeconds: number
  readonly reasons: readonly RadioOption[]
  readonly texts: { readonly [Key in (typeof TEXTS)[number]]: string }
  readonly formTexts: FormTexts
}

/** Asks why, and shows the number of the person of a signal for a minute. */
export function SignalBsnForm(props: SignalBsnFormProps) {
  const { action, signaalId, backHref, reasons, texts, formTexts } = props
  return (
    <Form action={action} schema={schema} texts={formTexts}>
      {({ field, radio, pending, state }) =>
        state.kind === 'done' ? (
          <ShownBsn {...props} bsn={state.message} />
        ) : (
          <>
            <input type="hidden" name="signaalId" value={signaalId} />
            <RadioGroup {...radio('reden')} legend={texts.reason} options={reasons} />
            <TextArea {...field('toelichting')} label={texts.note} hint={texts.noteHint} rows={2} maxLength={200} />
            <div className="flex flex-wrap items-center gap-4">
              <SubmitButton busyText={texts.busy} pending={pending}>
                {texts.submit}
              </SubmitButton>
              <Link href={backHref}>{texts.back}</Link>
            </div>
          </>
        )
      }
    </Form>
  )
}
