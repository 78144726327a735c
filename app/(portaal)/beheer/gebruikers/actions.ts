'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { issueCode } from '#/lib/onboarding/codes/issue-code.ts'
import { IssueCode } from '#/lib/onboarding/codes/issue-schema.ts'
import { blockMember, unblockMember } from '#/lib/organisations/members/block-member.ts'
import { endMemberSession } from '#/lib/organisations/members/end-member-session.ts'
import { saveRoles } from '#/lib/organisations/members/save-roles.ts'
import { BlockMember, EndMemberSession, SaveRoles, UnblockMember } from '#/lib/organisations/members/schema.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { ok } from '#/lib/platform/result.ts'

const PERSON_PAGE = '/beheer/gebruikers/[id]'
const CODE_FAULTS = ['identityConfirmed', 'formKey'] as const

/** "Rollen opslaan". */
export const saveRolesAction = defineAction({
  schema: SaveRoles,
  run: saveRoles,
  fieldWording: (message, { locale }) => {
    const t = translator(locale, 'beheer')
    return message === 'choice' ? t('user.rolesErrors.choice') : t('user.rolesErrors.unknown')
  },
  wording: (_error, { locale }) => translator(locale, 'beheer')('user.ownAccount'),
  onOk: async (changes, { locale }) => {
    revalidatePath(PERSON_PAGE, 'page')
    return translator(locale, 'beheer')(changes.length > 0 ? 'user.rolesSaved' : 'user.rolesSame')
  },
})

/** "Verificatiecode maken". The answer is the code itself, for this one time. */
export const issueCodeAction = defineAction({
  schema: IssueCode,
  run: issueCode,
  fieldWording: (message, { locale }) => {
    const t = translator(locale, 'beheer')
    return t(`code.errors.${CODE_FAULTS.find((known) => known === message) ?? 'unknown'}`)
  },
  wording: (error, { locale }) => {
    // What it says holds for the form as it was; the page comes anew, with a form of its own.
    revalidatePath(PERSON_PAGE, 'page')
    return translator(locale, 'beheer')(error === 'already_made' ? 'code.alreadyMade' : 'code.notWaiting')
  },
  onOk: async ({ text }) => {
    revalidatePath(PERSON_PAGE, 'page')
    return text
  },
})

/** "Blokkeren", from the confirm step. */
export const blockMemberAction = defineAction({
  schema: BlockMember,
  run: async (actor, input) => {
    const blocked = await blockMember(actor, input)
    return blocked.ok ? ok(input.memberId) : blocked
  },
  fieldWording: (message, { locale }) => {
    const t = translator(locale, 'beheer')
    switch (message) {
      case 'reason':
      case 'reasonShort':
      case 'reasonLong':
        return t(`blockPage.errors.${message}`)
      default:
        return t('blockPage.errors.unknown')
    }
  },
  wording: (error, { locale }) => {
    const t = translator(locale, 'beheer')
    return {
      own_account: t('user.ownAccount'),
      already_blocked: t('blockPage.alreadyBlocked'),
      last_manager: t('blockPage.lastManager'),
    }[error]
  },
  onOk: async (memberId) => redirect(`/beheer/gebruikers/${memberId}`),
})

/** "Blokkade opheffen". */
export const unblockMemberAction = defineAction({
  schema: UnblockMember,
  run: async (actor, input) => {
    await unblockMember(actor, input)
    return ok(input.memberId)
  },
  fieldWording: (_message, { locale }) => translator(locale, 'beheer')('code.errors.unknown'),
  wording: (error: never) => error,
  onOk: async (memberId) => redirect(`/beheer/gebruikers/${memberId}?gedaan=opgeheven`),
})

/** "Beëindigen" at a session of a person. */
export const endMemberSessionAction = defineAction({
  schema: EndMemberSession,
  run: async (actor, input) => {
    await endMemberSession(actor, input)
    return ok(input.memberId)
  },
  fieldWording: (_message, { locale }) => translator(locale, 'beheer')('session.errors.unknown'),
  wording: (error: never) => error,
  onOk: async (memberId) => redirect(`/beheer/gebruikers/${memberId}?gedaan=beeindigd`),
})
