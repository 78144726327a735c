import { isProduct, PRODUCT_NAMES } from '#/lib/access/products.ts'
import type { LogEntry } from '#/lib/audit/log-entry.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function wordIn(words: Readonly<Record<string, string>>, key: string, otherwise: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? otherwise) : otherwise
}

/** Words for a permission as a refusal names it (`bericht.list:iwmo`): what was wanted, and of which product. */
function permissionWords(named: string, locale: Locale): string | null {
  const [permission = '', product = ''] = named.split(':')
  const [subject = '', act = ''] = permission.split('.')
  const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = messagesFor(locale).beheer.log.permissions
  const words = Object.hasOwn(groups, subject) ? wordIn(groups[subject] ?? {}, act, '') : ''
  if (words === '') return null
  return isProduct(product) ? `${words} (${PRODUCT_NAMES[product]})` : words
}

/** Words for a reason, also for the permission that somebody lacked; one that has none is shown as it is. */
export function reasonWords(code: string | null, locale: Locale): string {
  const { log } = messagesFor(locale).beheer
  return code ? wordIn(log.reasons, code, permissionWords(code, locale) ?? code) : log.noReason
}

function productOf(entry: LogEntry, locale: Locale): string {
  const named = textOf(entry.details.product) || (entry.object?.kind === 'settings' ? entry.object.id : '')
  return isProduct(named) ? PRODUCT_NAMES[named] : messagesFor(locale).beheer.log.noProduct
}

/** One row of the log as a sentence: who did what to whom. */
export function logSentence(entry: LogEntry, locale: Locale): string {
  const { beheer, common } = messagesFor(locale)
  const words = beheer.log
  const t = translator(locale, 'beheer')
  const actor = entry.actor.name || words.actors[entry.actor.kind]
  if (!entry.event) return t('log.unknownEvent', { actor, name: entry.eventName })
  return t(`log.events.${entry.event}`, {
    actor,
    subject: entry.subject?.name || words.someone,
    organisation: entry.organisation?.name ?? '',
    product: productOf(entry, locale),
    role: wordIn(common.roles, textOf(entry.details.rol), words.noRole),
    agreement: wordIn(words.agreements, textOf(entry.details.overeenkomst), words.agreements.other),
    reason: reasonWords(entry.reasonCode, locale),
    kind: textOf(entry.details.berichtsoort) || words.bericht,
  })
}
