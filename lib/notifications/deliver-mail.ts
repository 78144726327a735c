import { v5 } from 'uuid'
import { addressIn, type Mail, type MailTo, type Recipient, type RecipientSource } from '#/lib/notifications/mail.ts'
import { type MailReader, renderMail } from '#/lib/notifications/render-mail.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { DEFAULT_LOCALE } from '#/lib/platform/i18n/locale.ts'
import { mailTransport } from '#/lib/platform/mail/mail-transport.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

type Reader = Recipient & { readonly reader: MailReader }

const person = (recipient: Recipient): Reader => ({ ...recipient, reader: 'person' })

/** Everybody who gets a mail now. Product chapter 3: with no gebruikersbeheerder yet, the servicedesk is told. */
async function readersOf(tx: Tx, to: MailTo, source: RecipientSource): Promise<readonly Reader[]> {
  if (to.kind === 'sealed-address')
    return [person({ id: 'sealed', address: await addressIn(to.id), locale: DEFAULT_LOCALE })]
  if (to.kind === 'member' || to.kind === 'notification-address') {
    const one = to.kind === 'member' ? await source.member(tx, to.id) : await source.askedAddress(tx, to.id)
    return one ? [person(one)] : []
  }
  const managers = await source.managersOf(tx, to.id)
  if (managers.length > 0) return managers.map(person)
  return [{ id: 'servicedesk', address: settings().operator.email, locale: DEFAULT_LOCALE, reader: 'servicedesk' }]
}

/** What to do with a mail: one reader is sent to, several get a mail of their own, nobody is left. */
export type MailPlan =
  | { readonly kind: 'send'; readonly reader: Reader }
  | { readonly kind: 'split'; readonly mails: readonly { readonly id: string; readonly mail: Mail }[] }
  | { readonly kind: 'nobody' }

/**
 * Decides who gets a mail at this moment. The ids of the mails of a split follow from the job's and the recipient's, so
 * that splitting again after a crash adds none.
 */
export async function planMail(tx: Tx, source: RecipientSource, jobId: string, mail: Mail): Promise<MailPlan> {
  const readers = await readersOf(tx, mail.to, source)
  const chosen = mail.recipientId === undefined ? readers : readers.filter(({ id }) => id === mail.recipientId)
  const [reader] = chosen
  if (!reader) return { kind: 'nobody' }
  if (chosen.length === 1) return { kind: 'send', reader }
  return { kind: 'split', mails: chosen.map(({ id }) => ({ id: v5(id, jobId), mail: { ...mail, recipientId: id } })) }
}

/** Hands a mail to the mail server, in the reader's language. `jobId` makes a second try recognisable as the same mail. */
export async function sendTo(reader: Reader, mail: Mail, jobId: string): Promise<void> {
  await mailTransport().send({
    to: reader.address,
    ...renderMail(mail, reader.reader, reader.locale, reader.page),
    id: jobId,
  })
}
