import type { AnswerMark } from '#/lib/istandaarden/answers/write-retour.ts'
import { clock } from '#/lib/platform/clock.ts'
import { keyedHash } from '#/lib/platform/crypto/keyed-hash.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'

/** Digits and letters that nobody takes for each other. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** An Identificatie has at most twelve characters: a letter that tells where it comes from, and 55 bits. */
const PREFIX = 'P'
const LENGTH = 11

/** What makes an answer another one than those before it. */
export type AnswerSubject = {
  readonly organisationId: string
  readonly askedId: string
  readonly soort: string
  /** What tells answers of one soort on one bericht apart. */
  readonly about: readonly string[]
  /** How many answers like it were lost or refused before: a refused answer counts as not sent, and is given anew. */
  readonly lost: number
}

/**
 * The identification of an answer that the portal makes, the same for every try to give the same answer: two colleagues who
 * answer at once, or a form sent twice, make two berichten of one identification, and of those the database takes one.
 */
export function markAnswer({ organisationId, askedId, soort, about, lost }: AnswerSubject): AnswerMark {
  const hash = keyedHash('berichten/antwoorden', [organisationId, askedId, soort, ...about, String(lost)].join(' '))
  let rest = BigInt(`0x${hash}`)
  let identificatie = PREFIX
  for (let place = 0; place < LENGTH; place += 1) {
    identificatie += SIGNS.charAt(Number(rest % 32n))
    rest /= 32n
  }
  return { identificatie, dagtekening: dayInAmsterdam(clock.now()) }
}
