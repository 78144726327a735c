'use client'

import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { Link } from '#/app/_ui/link.tsx'
import { RadioGroup, type RadioOption } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { TextArea } from '#/app/_ui/text-area.tsx'
import { ShownBsn } from '#/app/(portaal)/producten/[product]/shown-bsn.tsx'
import { BsnForm as schema } from '#/lib/berichten/reading/bsn-form.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

const TEXTS = ['reason', 'note', 'noteHint', 'submit', 'busy', 'back', 'shown', 'hidden', 'again'] as const

type Props = {
  readonly action: FormAction
  readonly product: string
  readonly berichtId: string
  readonly client: number
  readonly backHref: string
  /** The page without what was asked. */
  readonly ownHref: string
  readonly shownSeconds: number
  readonly reasons: readonly RadioOption[]
  readonly texts: { readonly [Key in (typeof TEXTS)[number]]: string }
  readonly formTexts: FormTexts
}

/** Asks why, and shows the number for a minute. */
export function BsnForm(props: Props) {
  const { action, product, berichtId, client, backHref, reasons, texts, formTexts } = props
  return (
    <Form action={action} schema={schema} texts={formTexts}>
      {({ field, radio, pending, state }) =>
        state.kind === 'done' ? (
          <ShownBsn {...props} bsn={state.message} />
        ) : (
          <>
            <input type="hidden" name="product" value={product} />
            <input type="hidden" name="berichtId" value={berichtId} />
            <input type="hidden" name="client" value={client} />
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
