'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#/app/_server/define-action.ts'
import { issueManagerCode } from '#/lib/onboarding/codes/issue-code.ts'
import { ChangeNomination, IssueCode } from '#/lib/onboarding/codes/issue-schema.ts'
import { nominateManager, withdrawNomination } from '#/lib/onboarding/codes/nominate-manager.ts'
import { registerAgreement, withdrawAgreement } from '#/lib/organisations/gemeenten/agreements.ts'
import { registerGemeente } from '#/lib/organisations/gemeenten/register-gemeente.ts'
import { RegisterAgreement, RegisterGemeente, WithdrawAgreement } from '#/lib/organisations/gemeenten/schema.ts'
import { saveManagerRoles } from '#/lib/organisations/members/save-roles.ts'
import { SaveRolesOnRequest } from '#/lib/organisations/members/schema.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const GEMEENTE_PAGE = '/servicedesk/gemeenten/[id]'

/** The text for a message of a schema; one without a text is a field that only a forged form leaves out. */
const wordingIn = (texts: Readonly<Record<string, string>>, message: string, otherwise: string): string =>
  Object.hasOwn(texts, message) ? (texts[message] ?? otherwise) : otherwise

/** "Gemeente registreren". */
export const registerGemeenteAction = defineAction({
  schema: RegisterGemeente,
  run: registerGemeente,
  fieldWording: (message, { locale }) => {
    const { errors } = messagesFor(locale).servicedesk.gemeenten
    return wordingIn(errors, message, errors.unknown)
  },
  wording: (error, { locale }) => {
    const field = { code_taken: 'gemeenteCode', kvk_taken: 'kvk', rsin_taken: 'rsin' }[error]
    return { field, message: translator(locale, 'servicedesk')(`gemeenten.${error}`) }
  },
  onOk: async ({ id }) => redirect(`/servicedesk/gemeenten/${id}`),
})

/** "Overeenkomst registreren". */
export const registerAgreementAction = defineAction({
  schema: RegisterAgreement,
  run: registerAgreement,
  fieldWording: (message, { locale }) => {
    const { errors } = messagesFor(locale).servicedesk.gemeente
    return wordingIn(errors, message, errors.unknown)
  },
  wording: (error, { locale }) => ({
    field: error === 'in_future' ? 'signedOn' : 'kind',
    message: translator(locale, 'servicedesk')(`gemeente.${error}`),
  }),
  onOk: async ({ organisationId }) => redirect(`/servicedesk/gemeenten/${organisationId}?gedaan=geregistreerd`),
})

/** "Intrekken", from the confirm step. */
export const withdrawAgreementAction = defineAction({
  schema: WithdrawAgreement,
  run: withdrawAgreement,
  fieldWording: (message, { locale }) => {
    const { errors } = messagesFor(locale).servicedesk.withdraw
    return wordingIn(errors, message, errors.unknown)
  },
  wording: (_error, { locale }) => translator(locale, 'servicedesk')('withdraw.already'),
  onOk: async ({ organisationId }) => redirect(`/servicedesk/gemeenten/${organisationId}`),
})

/** "Verificatiecode maken" for who becomes gebruikersbeheerder. The answer is the code itself, for this one time. */
export const issueManagerCodeAction = defineAction({
  schema: IssueCode,
  run: issueManagerCode,
  fieldWording: (message, { locale }) => {
    const { errors } = messagesFor(locale).beheer.code
    return wordingIn(errors, message, errors.unknown)
  },
  wording: (error, { locale }) => {
    if (error === 'not_nominated' || error === 'own_nomination')
      return translator(locale, 'servicedesk')(`nomination.${error}`)
    // What it says holds for the form as it was; the page comes anew, with a form of its own.
    revalidatePath(GEMEENTE_PAGE, 'page')
    return translator(locale, 'beheer')(error === 'already_made' ? 'code.alreadyMade' : 'code.notWaiting')
  },
  onOk: async ({ text }) => {
    revalidatePath(GEMEENTE_PAGE, 'page')
    return text
  },
})

/** "Voordragen als gebruikersbeheerder". */
export const nominateManagerAction = defineAction({
  schema: ChangeNomination,
  run: nominateManager,
  fieldWording: (_message, { locale }) => translator(locale, 'servicedesk')('nomination.errors.unknown'),
  wording: (_error, { locale }) => translator(locale, 'beheer')('code.notWaiting'),
  onOk: async ({ organisationId, isOwn }) =>
    redirect(`/servicedesk/gemeenten/${organisationId}?gedaan=${isOwn ? 'voorgedragen' : 'al-voorgedragen'}`),
})

/** "Voordracht intrekken". */
export const withdrawNominationAction = defineAction({
  schema: ChangeNomination,
  run: withdrawNomination,
  fieldWording: (_message, { locale }) => translator(locale, 'servicedesk')('nomination.errors.unknown'),
  wording: (error: never) => error,
  onOk: async ({ organisationId }) =>
    redirect(`/servicedesk/gemeenten/${organisationId}?gedaan=voordracht-ingetrokken`),
})

/** "Rollen opslaan" for a gebruikersbeheerder who asked for it. */
export const saveManagerRolesAction = defineAction({
  schema: SaveRolesOnRequest,
  run: saveManagerRoles,
  fieldWording: (message, { locale }) => {
    const { errors } = messagesFor(locale).servicedesk.roles
    return wordingIn(errors, message, errors.unknown)
  },
  wording: (error, { locale }) => translator(locale, 'servicedesk')(`roles.${error}`),
  onOk: async (changes, { locale }) =>
    translator(locale, 'beheer')(changes.length > 0 ? 'user.rolesSaved' : 'user.rolesSame'),
})
