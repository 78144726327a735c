'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { changeProfile, saveProfile } from '#/lib/onboarding/profile/save-profile.ts'
import { PROFILE_DRAFT, Profile } from '#/lib/onboarding/profile/schema.ts'
import type { onboarding } from '#/lib/platform/i18n/nl/onboarding.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

type ProfileFault = keyof typeof onboarding.profile.errors

/** Saves the personal settings: the first time as a step of the onboarding, later as a change. */
export const saveProfileAction = defineAction({
  schema: Profile,
  draft: PROFILE_DRAFT,
  run: async (actor, input) => {
    // The same form sent twice at once: the other one was first, and the person is where it leads.
    if (actor.kind === 'member' && actor.state === 'VERIFICATIE') return { ok: true as const, value: 'saved' as const }
    if (actor.kind === 'member' && actor.state === 'ACTIEF') {
      const changed = await changeProfile(actor, input)
      return changed.ok ? { ok: true as const, value: 'changed' as const } : changed
    }
    const saved = await saveProfile(actor, input)
    return saved.ok ? { ok: true as const, value: 'saved' as const } : saved
  },
  fieldWording: (message, { locale }) => translator(locale, 'onboarding')(`profile.errors.${message as ProfileFault}`),
  wording: (_error, { locale }) => translator(locale, 'onboarding')('profile.wrongStep'),
  onOk: async (outcome, { locale }) => {
    // The frame shows name and step, too.
    revalidatePath('/', 'layout')
    if (outcome === 'saved') redirect('/verificatie')
    return translator(locale, 'onboarding')('profile.saved')
  },
})
