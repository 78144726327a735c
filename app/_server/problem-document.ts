import { createElement as h, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { buttonLook } from '#/app/_ui/button-look.ts'
import { dialled } from '#/app/_ui/dialled.ts'
import type { ToldProblem } from '#/lib/platform/http/answer-notes.ts'
import { LOCALE_PARAMETER, type Locale } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'
import type { Theme } from '#/lib/platform/i18n/preferences.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** What the document tells about, and how it looks. */
export type ProblemDocument = {
  readonly status: number
  /** Path and query of the request, as they came; of a call, those of the page on which it was made. */
  readonly address: string
  /** What a call was refused for; null when a page was asked for. */
  readonly told: ToldProblem | null
  readonly requestId: string
  readonly locale: Locale
  readonly theme: Theme
  /** Addresses of the style sheets of the build. */
  readonly styles: readonly string[]
}

type Words = {
  readonly title: string
  readonly what: string
  readonly kept?: string
  readonly step1: string
  readonly step2: string
}

const COLUMN = 'mx-auto flex w-full max-w-page px-4 sm:px-6 lg:px-8'

/** A short title with an explanation is told as it is; a title that is a sentence is the explanation. */
function wordsOfCall({ title, detail, retryAfterSeconds }: ToldProblem, locale: Locale): Words {
  const { call } = messagesFor(locale).errors
  const words = detail ? { title, what: detail } : { title: call.title, what: title }
  return { ...words, step1: retryAfterSeconds ? call.wait : call.step1, step2: call.step2 }
}

function wordsFor({ status, told, locale }: ProblemDocument): Words {
  const { errors } = messagesFor(locale)
  // A fault of the portal has words of its own, a refusal (503 among them) has those that it was told with.
  if (told && status !== 500 && status !== 405) return wordsOfCall(told, locale)
  if (status >= 500) return errors.server
  const words: Readonly<Record<number, Words>> = {
    403: errors.forbidden,
    404: errors.notFound,
    405: errors.method,
    409: errors.outdated,
    413: errors.tooLarge,
  }
  return words[status] ?? errors.unreadable
}

/** The address that was asked for, as a link within this site: never a host of its own. */
const ownAddress = (address: string): string => (address.startsWith('/') ? `/${address.replace(/^[/\\]+/, '')}` : '/')

function inOtherLanguage(address: string, locale: string): string {
  const { pathname, searchParams } = new URL(ownAddress(address), settings().portaalUrl)
  searchParams.set(LOCALE_PARAMETER, locale)
  return `${pathname}?${searchParams}`
}

function head({ locale, styles }: ProblemDocument, title: string): ReactElement {
  return h(
    'head',
    null,
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('title', null, `${title} · ${messagesFor(locale).common.productName}`),
    ...styles.map((href) => h('link', { key: href, rel: 'stylesheet', href })),
  )
}

function strip(locale: Locale): ReactNode {
  const { omgeving } = settings()
  if (omgeving === 'productie') return null
  return h(
    'p',
    { 'data-surface': 'warn', className: 'bg-warn-ground text-small text-warn' },
    h('span', { className: `${COLUMN} py-1.5` }, messagesFor(locale).common.environment[omgeving]),
  )
}

function frameHeader({ address, locale }: ProblemDocument): ReactElement {
  const { common } = messagesFor(locale)
  const other = common.otherLanguageCode
  return h(
    'header',
    { className: 'border-b border-line bg-paper' },
    strip(locale),
    h(
      'div',
      { className: `${COLUMN} min-h-17 items-center justify-between gap-4` },
      h('a', { href: '/', className: 'flex min-h-11 items-center text-[1.1875rem] font-heavy' }, common.productName),
      h('a', { href: inOtherLanguage(address, other), lang: other, className: 'pz-link' }, common.otherLanguage),
    ),
  )
}

function actions({ status, address, told, locale }: ProblemDocument): ReactElement {
  const { errors } = messagesFor(locale)
  const isGone = told ? address === '/' : status === 403 || status === 404 || status === 405
  const link = (look: 'primary' | 'secondary', href: string, text: string) =>
    h('a', { href, className: `${buttonLook(look)} max-sm:w-full` }, text)
  return h(
    'div',
    { className: 'flex flex-wrap gap-3 max-sm:w-full' },
    isGone
      ? link('primary', '/', errors.home)
      : link('primary', ownAddress(address), told ? errors.call.back : errors.again),
    link('secondary', '/help', errors.help),
  )
}

function content(document: ProblemDocument, words: Words): ReactElement {
  const { errors, public: publicTexts } = messagesFor(document.locale)
  const { phone, hours } = settings().operator
  const { contact } = publicTexts.help
  return h(
    'main',
    { id: 'inhoud', className: `${COLUMN} grow flex-col items-start gap-6 py-8 md:py-12` },
    h('h1', { className: 'text-h1-phone md:text-h1' }, words.title),
    h('p', { className: 'max-w-text' }, words.what),
    words.kept ? h('p', { className: 'max-w-text' }, words.kept) : null,
    h(
      'ol',
      { className: 'flex max-w-text list-decimal flex-col gap-2 ps-6' },
      h('li', null, words.step1),
      h('li', null, words.step2),
    ),
    h('p', null, `${errors.server.reference} `, h('span', { className: 'font-mono break-all' }, document.requestId)),
    actions(document),
    h(
      'p',
      { className: 'max-w-text' },
      `${contact.title}: `,
      h('a', { href: dialled(phone), className: 'pz-link' }, phone),
      ` (${contact.hours.toLocaleLowerCase(document.locale)} ${hours})`,
    ),
  )
}

/**
 * A whole page that tells of a problem, made of nothing but texts and settings: no database, no session, no script. It
 * stands where the framework would answer with an empty shell or a line of its own.
 */
export function problemDocument(document: ProblemDocument): string {
  const words = wordsFor(document)
  const page = h(
    'html',
    { lang: document.locale, 'data-theme': document.theme },
    head(document, words.title),
    h('body', null, frameHeader(document), content(document, words)),
  )
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`
}
