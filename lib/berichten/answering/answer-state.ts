import { type CodedFinding, codedFindings } from '#/lib/berichten/answering/found-codes.ts'
import type { TermFacts } from '#/lib/berichten/terms/term-repository.ts'
import { findingsOf } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { BERICHTSOORTEN, type Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { InvariantError } from '#/lib/platform/errors.ts'

/** What the gemeente can say of a request: nothing was said, it is being looked into, or it is decided. */
export type RequestState = TermFacts['requests'][number]

/** What can be answered on a received bericht, and what was. */
export type AnswerState = {
  /** Its content breaks a rule of level 2: the whole is refused, and nothing else is said of it. */
  readonly isFaulty: boolean
  /** The retourbericht; null when the bericht takes none. `found`: with what codes it can refuse the bericht. */
  readonly retour: {
    readonly soort: Berichtsoort
    readonly isMade: boolean
    readonly found: readonly CodedFinding[]
  } | null
  /** The 319 on its requests, each with its state in the order of the file; null when it makes none, or was refused. */
  readonly decision: { readonly soort: Berichtsoort; readonly requests: readonly RequestState[] } | null
  /** The 325; null when it is no declaratie. */
  readonly declaratie: { readonly soort: Berichtsoort; readonly isMade: boolean } | null
}

const DECISION = 319
const REQUESTS = [315, 317]

function sameRelease({ product, versie }: Berichtsoort, isWanted: (soort: Berichtsoort) => boolean): Berichtsoort {
  const found = BERICHTSOORTEN.find((one) => one.product === product && one.versie === versie && isWanted(one))
  if (found === undefined) throw new InvariantError(`no answer of ${product} ${versie}`)
  return found
}

/** Works out which answers to a bericht that can be read are to be given, from what was given before. */
export function answerState(
  row: Pick<Bericht, 'errorCount' | 'findings'>,
  soort: Berichtsoort,
  { answers, requests }: Pick<TermFacts, 'answers' | 'requests'>,
): AnswerState {
  const retours = answers.filter(({ kind }) => kind === 'RETOUR')
  const isFaulty = row.errorCount > 0
  const { retour, antwoord } = soort
  const isRefused = retours.at(-1)?.verdict === 'AFGEKEURD'
  return {
    isFaulty,
    retour:
      retour === null
        ? null
        : {
            soort: sameRelease(soort, (one) => one.soort === retour),
            isMade: retours.length > 0,
            found: isFaulty ? [] : codedFindings(soort, findingsOf(row)),
          },
    decision:
      REQUESTS.includes(soort.nummer) && !isFaulty && !isRefused
        ? { soort: sameRelease(soort, ({ nummer }) => nummer === DECISION), requests }
        : null,
    declaratie:
      antwoord === null
        ? null
        : {
            soort: sameRelease(soort, (one) => one.soort === antwoord),
            isMade: answers.some(({ kind }) => kind === 'ANTWOORD'),
          },
  }
}

/** Whether there is anything left to answer. */
export const isOpen = ({ retour, decision, declaratie }: AnswerState): boolean =>
  retour?.isMade === false ||
  declaratie?.isMade === false ||
  (decision?.requests.some((state) => state !== 'BESLIST') ?? false)
