import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

export type RenderedMail = { readonly subject: string; readonly text: string; readonly html: string }

type MailParts = {
  readonly subject: string
  /** What it says, before the link. */
  readonly paragraphs: readonly string[]
  /** The page where the reader can act on it, behind the login: the mail itself opens nothing. */
  readonly path: string
  /** What the link says, when it is not the usual. */
  readonly linkText?: string
  /** After the link. */
  readonly ending?: readonly string[]
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
const inHtml = (paragraph: string) => `<p>${escaped(paragraph)}</p>`

/** Both bodies of a mail, with its one link and what stands at the end of each. */
export function frameMail(
  locale: Locale,
  { subject, paragraphs, path, linkText, ending = [] }: MailParts,
): RenderedMail {
  const t = translator(locale, 'mail')
  const { portaalUrl, operator } = settings()
  const link = { text: linkText ?? t('frame.open'), href: new URL(path, portaalUrl).href }
  const last = [
    ...ending,
    t('frame.help', { phone: operator.phone, hours: operator.hours }),
    t('frame.never'),
    t('frame.noReply'),
  ]
  return {
    subject,
    text: `${[...paragraphs, `${link.text}: ${link.href}`, ...last].join('\n\n')}\n`,
    // No pictures, styles or addresses of others: nothing in it is fetched, so opening the mail tells nobody anything.
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>`,
      ...paragraphs.map(inHtml),
      `<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>`,
      ...last.map(inHtml),
      '</body></html>',
    ].join('\n'),
  }
}
