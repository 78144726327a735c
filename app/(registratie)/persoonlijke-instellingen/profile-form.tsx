'use client'

import { Banner } from '#/app/_ui/banner.tsx'
import { Checkbox } from '#/app/_ui/checkbox.tsx'
import { TextField } from '#/app/_ui/field.tsx'
import { Form, type FormTexts } from '#/app/_ui/form.tsx'
import { RadioGroup } from '#/app/_ui/radio-group.tsx'
import { SubmitButton } from '#/app/_ui/submit-button.tsx'
import { PROFILE_DRAFT, Profile } from '#/lib/onboarding/profile/schema.ts'
import type { FormAction, FormValues } from '#/lib/platform/actions/form-state.ts'
import type { onboarding } from '#/lib/platform/i18n/nl/onboarding.ts'

type ProfileTexts = { readonly [Key in keyof Omit<typeof onboarding.profile, 'errors'>]: string }

type ProfileFormProps = {
  readonly action: FormAction
  readonly values: FormValues
  readonly texts: ProfileTexts
  readonly formTexts: FormTexts & { readonly busy: string }
}

/** The form of /persoonlijke-instellingen. The labels are those of the manual, exactly. */
export function ProfileForm({ action, values, texts, formTexts }: ProfileFormProps) {
  return (
    <Form action={action} schema={Profile} defaults={values} texts={formTexts} draft={PROFILE_DRAFT}>
      {({ field, radio, checkbox, pending, state }) => (
        <>
          {state.kind === 'done' ? <Banner tone="ok" title={state.message} announce /> : null}
          <RadioGroup
            {...radio('salutation')}
            legend={texts.salutation}
            look="row"
            options={[
              { value: 'DE_HEER', label: texts.DE_HEER },
              { value: 'MEVROUW', label: texts.MEVROUW },
            ]}
          />
          <TextField {...field('initials')} label={texts.initials} hint={texts.initialsHint} fieldWidth="short" />
          <TextField {...field('firstName')} label={texts.firstName} hint={texts.optional} autoComplete="given-name" />
          <TextField {...field('infix')} label={texts.infix} hint={texts.infixHint} fieldWidth="short" />
          <TextField {...field('lastName')} label={texts.lastName} autoComplete="family-name" />
          <TextField {...field('department')} label={texts.department} hint={texts.optional} />
          <TextField
            {...field('phone')}
            label={texts.phone}
            hint={texts.phoneHint}
            type="tel"
            autoComplete="tel"
            fieldWidth="medium"
          />
          <TextField
            {...field('email')}
            label={texts.email}
            hint={texts.emailHint}
            type="email"
            autoComplete="email"
            spellCheck={false}
          />
          <Checkbox {...checkbox('newsletter')} value="ja" label={texts.newsletter} hint={texts.newsletterHint} />
          <SubmitButton busyText={formTexts.busy} pending={pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </Form>
  )
}
