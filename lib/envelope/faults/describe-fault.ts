import { listsFor } from '#/lib/envelope/faults/fault-lists.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'

/** What a person reads about a fault from the chain: what it means, and what to do. */
export type FaultMeaning = { readonly uitleg: string; readonly herstel: string }

/** The meaning of a code; `other` when its number meant something else in another list. */
export type FaultText = FaultMeaning & { readonly other: FaultMeaning | null }

type Texts = Readonly<Record<string, FaultMeaning>>

/** The words for the code of a Fo01, as its sender will have meant it. A code of no list gets a general text. */
export function describeFault(code: string, sender: string, locale: Locale): FaultText {
  const { lists, unknown } = messagesFor(locale).faults
  const [meaning, other] = listsFor(code, sender).map((list) => (lists[list] as Texts)[code])
  return { ...(meaning ?? unknown), other: other ?? null }
}
