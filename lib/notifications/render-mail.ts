import type { Mail, MailTemplate } from '#/lib/notifications/mail.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Who reads it: a person of a gemeente, or the servicedesk in the place of gebruikersbeheerders who are not there. */
export type MailReader = 'person' | 'servicedesk'

export type RenderedMail = { readonly subject: string; readonly text: string; readonly html: string }

/** The page where the reader can act on it. Each is behind the login, so the mail itself opens nothing. */
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
  'chain-outage': '/servicedesk/keten',
  'certificate-expires': '/dashboard',
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

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')

function htmlOf(locale: Locale, subject: string, paragraphs: readonly string[], link: { text: string; href: string }) {
  const [first = '', ...rest] = paragraphs
  // No pictures, styles or addresses of others: nothing in it is fetched, so opening the mail tells nobody anything.
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>`,
    `<p>${escaped(first)}</p>`,
    `<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>`,
    ...rest.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    '</body></html>',
  ].join('\n')
}

/** The subject and both bodies of a mail, without personal data: who it is about is told behind the login. */
export function renderMail({ template, params }: Mail, reader: MailReader, locale: Locale): RenderedMail {
  const t = translator(locale, 'mail')
  const { portaalUrl, operator } = settings()
  const href = new URL(reader === 'servicedesk' ? SERVICEDESK_PAGE : PAGES[template], portaalUrl).href
  const link = { text: t('frame.open'), href }
  const subject = t(`${template}.subject`)
  const body = t(bodyKey(template, reader))
  const about = params.gemeente === undefined ? '' : ` ${t('frame.about', { gemeente: params.gemeente })}`
  const ending = [
    t('frame.help', { phone: operator.phone, hours: operator.hours }),
    t('frame.never'),
    t('frame.noReply'),
  ]
  return {
    subject,
    text: `${[body + about, `${link.text}: ${href}`, ...ending].join('\n\n')}\n`,
    html: htmlOf(locale, subject, [body + about, ...ending], link),
  }
}
