'use client'

import { z } from 'zod'
import type { ButtonLook } from '#/app/_ui/button-look.ts'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

type ActButtonProps = {
  readonly action: FormAction
  /** The fields that say what it is about. The server checks them. */
  readonly fields: Readonly<Record<string, string>>
  readonly look?: ButtonLook
  readonly text: string
  /** Read after the text where several such buttons stand on a page. */
  readonly about?: string
  readonly idSuffix: string
  readonly texts: FormTexts & { readonly busy: string }
  /** Says that it was done, for what does not show by itself. */
  readonly tellsDone?: boolean
}

const HIDDEN_FIELDS = z.record(z.string(), z.string())

/** One act with nothing to fill in: ending a session, lifting a block. */
export function ActButton(props: ActButtonProps) {
  const { action, fields, look = 'secondary', text, about, idSuffix, texts, tellsDone = false } = props
  return (
    <Form action={action} schema={HIDDEN_FIELDS} texts={texts} idSuffix={idSuffix}>
      {({ pending, state }) => (
        <div>
          {tellsDone && state.kind === 'done' ? <p role="status">{state.message}</p> : null}
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton look={look} busyText={texts.busy} pending={pending}>
            {text}
            {about ? <span className="sr-only"> ({about})</span> : null}
          </SubmitButton>
        </div>
      )}
    </Form>
  )
}
