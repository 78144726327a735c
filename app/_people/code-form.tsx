'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Checkbox } from '#/app/_ui/checkbox.tsx'
import { CodeDisplay } from '#/app/_ui/code-display.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { IssueCode } from '#/lib/onboarding/codes/issue-schema.ts'
import type { FormAction } from '#/lib/platform/actions/form-state.ts'

export type CodeFormTexts = FormTexts & {
  readonly busy: string
  readonly confirm: string
  readonly submit: string
  readonly made: string
  readonly once: string
  readonly valid: string
  readonly copy: string
  readonly copied: string
  readonly failed: string
  readonly spelling: string
  readonly spellingGroup: string
}

type CodeFormProps = {
  readonly action: FormAction
  readonly memberId: string
  readonly formKey: string
  /** "Verificatiecode voor A. Jansen" */
  readonly label: string
  readonly texts: CodeFormTexts
  /** How it stands with codes until now; gone once the new one is there. */
  readonly before?: React.ReactNode
  /** Where several people wait on one page. */
  readonly idSuffix?: string
}

/**
 * Makes a verification code, once it is said that the person was identified, and shows it this one time: it lives in the
 * answer to the form and is gone with the page.
 */
export function CodeForm({ action, memberId, formKey, label, texts, before, idSuffix }: CodeFormProps) {
  return (
    <Form action={action} schema={IssueCode} texts={texts} formKey={formKey} idSuffix={idSuffix}>
      {({ checkbox, pending, state }) =>
        state.kind === 'done' ? (
          <div className="flex flex-col gap-4">
            <Banner tone="warn" title={texts.made} announce>
              <p>{texts.once}</p>
            </Banner>
            <CodeDisplay label={label} code={state.message} texts={texts} />
            <p className="text-ink-soft">{texts.valid}</p>
          </div>
        ) : (
          <>
            <input type="hidden" name="memberId" value={memberId} />
            {before}
            <Checkbox
              {...checkbox('identityConfirmed')}
              value="ja"
              label={texts.confirm}
              {...(idSuffix ? { idSuffix } : {})}
            />
            <div>
              <SubmitButton busyText={texts.busy} pending={pending}>
                {texts.submit}
              </SubmitButton>
            </div>
          </>
        )
      }
    </Form>
  )
}
