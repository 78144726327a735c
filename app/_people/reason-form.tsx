'use client'

import type { ZodType } from 'zod'
import { ButtonLink } from '#/app/_ui/button.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { TextArea } from '#/app/_ui/text-area.tsx'
import { WithdrawAgreement } from '#/lib/organisations/gemeenten/schema.ts'
import { BlockMember } from '#/lib/organisations/members/schema.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

const SCHEMAS = { memberId: BlockMember, agreementId: WithdrawAgreement } as const satisfies Record<string, ZodType>

type ReasonFormProps = {
  readonly action: FormAction
  /** What it is about: the name of the field with its id, and the id. */
  readonly about: { readonly field: keyof typeof SCHEMAS; readonly id: string }
  readonly reason: string
  readonly reasonHint: string
  readonly submit: string
  readonly cancel: { readonly href: string; readonly text: string }
  readonly texts: FormTexts & { readonly busy: string }
}

/** The confirm step of something serious: why, and only then the act. */
export function ReasonForm({ action, about, reason, reasonHint, submit, cancel, texts }: ReasonFormProps) {
  return (
    <Form action={action} schema={SCHEMAS[about.field]} texts={texts}>
      {({ field, pending }) => (
        <>
          <input type="hidden" name={about.field} value={about.id} />
          <TextArea {...field('reason')} label={reason} hint={reasonHint} rows={3} />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton look="danger" busyText={texts.busy} pending={pending}>
              {submit}
            </SubmitButton>
            <ButtonLink href={cancel.href} look="quiet">
              {cancel.text}
            </ButtonLink>
          </div>
        </>
      )}
    </Form>
  )
}
