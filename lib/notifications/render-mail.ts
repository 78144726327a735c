import { frameMail, type RenderedMail } from '#/lib/notifications/frame-mail.ts'
import type { Mail, MailTemplate } from '#/lib/notifications/mail.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** Who reads it: a person of a gemeente, or the servicedesk in the place of gebruikersbeheerders who are not there. */
export type MailReader = 'person' | 'servicedesk'

/** The page where the reader can act on it. Behind the login, but for the one that confirms an address: the mail itself opens nothing. */
const PAGES: Readonly<Record<MailTemplate, string>> = {
  'new-user-waiting': '/beheer/gebruikers',
  'new-code-requested': '/beheer/gebruikers',
  'code-locked': '/beheer/gebruikers',
  'own-code-locked': '/verificatie',
  'manager-added': '/beheer/gebruikers',
  'roles-changed': '/dashboard',
  'profile-changed': '/persoonlijke-instellingen',
  'account-blocked': '/',
  'berichten-received': '/dashboard',
  'delivered-infected': '/dashboard',
  'received-infected': '/dashboard',
  'wlz-unusual': '/beheer/logboek',
  'wlz-signals': '/producten/wlz-registertoets/signalen',
  'chain-outage': '/servicedesk/keten',
  'certificate-expires': '/dashboard',
  'confirm-address': '/adres-bevestigen',
  'connection-changed': '/dashboard',
  'certificate-of-other': '/servicedesk/logboek',
}
const SERVICEDESK_PAGE = '/servicedesk/gemeenten'

const FOR_MANAGERS = [
  'new-user-waiting',
  'new-code-requested',
  'code-locked',
  'manager-added',
  'wlz-unusual',
  'certificate-expires',
] as const

/** What the mail says. Only mails to gebruikersbeheerders can come to the servicedesk, so only those have a text for it. */
function bodyKey(template: MailTemplate, reader: MailReader) {
  const forManagers = reader === 'servicedesk' ? FOR_MANAGERS.find((one) => one === template) : undefined
  return forManagers ? (`${forManagers}.servicedesk` as const) : (`${template}.person` as const)
}

/**
 * The subject and both bodies of a mail, without personal data: who it is about is told behind the login. `page` is one for this
 * reader alone.
 */
export function renderMail(
  { template, params }: Mail,
  reader: MailReader,
  locale: Locale,
  page: string = PAGES[template],
): RenderedMail {
  const t = translator(locale, 'mail')
  const about = params.gemeente === undefined ? '' : ` ${t('frame.about', { gemeente: params.gemeente })}`
  return frameMail(locale, {
    subject: t(`${template}.subject`),
    paragraphs: [t(bodyKey(template, reader)) + about],
    path: reader === 'servicedesk' ? SERVICEDESK_PAGE : page,
    ...(template === 'confirm-address' ? { linkText: t('frame.confirm') } : {}),
  })
}
