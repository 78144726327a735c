import { z } from 'zod'
import { PRODUCT_NAMES, PRODUCTS } from '#/lib/access/products.ts'
import { frameMail, type RenderedMail } from '#/lib/notifications/frame-mail.ts'
import { NOTIFICATION_KINDS } from '#/lib/notifications/kinds.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

/** A mail to one person as it waits in the queue: what of which product, and how many. No names, no addresses. */
export const NotificationMail = z.strictObject({
  memberId: z.uuid(),
  lines: z
    .array(
      z.strictObject({
        kind: z.enum(NOTIFICATION_KINDS),
        product: z.enum(PRODUCTS),
        amount: z.number().int().min(0),
      }),
    )
    .min(1),
})
export type NotificationMail = z.infer<typeof NotificationMail>

/** The mail in words: a sentence for each line, counts and products only. `gemeente`: whose portal it is about. */
export function renderNotification(lines: NotificationMail['lines'], gemeente: string, locale: Locale): RenderedMail {
  const t = translator(locale, 'mail')
  const words = lines.map(({ kind, product, amount }) => {
    const values = { amount, product: PRODUCT_NAMES[product] }
    return { subject: t(`notification.subjects.${kind}`, values), text: t(`notification.lines.${kind}`, values) }
  })
  const [first] = words
  return frameMail(locale, {
    subject: words.length === 1 && first ? first.subject : t('notification.subjects.several'),
    paragraphs: [...words.map(({ text }) => text), t('frame.about', { gemeente })],
    path: '/mijn/meldingen',
    ending: [t('notification.why')],
  })
}
