import { findChoices } from '#/lib/inbox/preferences/preference-repository.ts'
import { choiceAbout, isOn } from '#/lib/inbox/preferences/schema.ts'
import { findReader } from '#/lib/inbox/telling/audience.ts'
import { type NotificationMail, renderNotification } from '#/lib/inbox/telling/notification-mail.ts'
import { isTold } from '#/lib/notifications/kinds.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { DEFAULT_LOCALE } from '#/lib/platform/i18n/locale.ts'
import { mailTransport } from '#/lib/platform/mail/mail-transport.ts'

type Ready = { readonly address: string; readonly gemeente: string; readonly lines: NotificationMail['lines'] }

/** What of a mail still is for this person: it may have waited for a mail server while a role was taken away. */
async function stillFor({ memberId, lines }: NotificationMail): Promise<Ready | null> {
  return inTransaction({ kind: 'systeem' }, async (tx) => {
    const reader = await findReader(tx, memberId)
    if (!reader) return null
    const choices = await findChoices(tx, memberId)
    const isWanted = ({ kind, product }: NotificationMail['lines'][number]) =>
      isTold(reader.roles, kind, product) && isOn(choices[choiceAbout(kind, product)])
    const kept = lines.filter(isWanted)
    return { address: reader.email, gemeente: reader.gemeente, lines: kept }
  })
}

/**
 * Hands a mail to the mail server, when the person can still get in and has the role and the wish for it. False when nothing of it
 * is left. `jobId` makes a second try recognisable as the same mail.
 */
export async function deliverNotification(mail: NotificationMail, jobId: string): Promise<boolean> {
  const ready = await stillFor(mail)
  if (!ready || ready.lines.length === 0) return false
  const { address, gemeente, lines } = ready
  // A member has no language of the own yet: Dutch, as the portal itself by default.
  await mailTransport().send({ to: address, ...renderNotification(lines, gemeente, DEFAULT_LOCALE), id: jobId })
  return true
}
