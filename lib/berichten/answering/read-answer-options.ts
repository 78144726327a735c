import type { Actor } from '#/lib/access/actor.ts'
import { type AnswerState, isOpen, type RequestState } from '#/lib/berichten/answering/answer-state.ts'
import { findAsked } from '#/lib/berichten/answering/find-asked.ts'
import { type AskedContent, readAsked, requestsOf } from '#/lib/berichten/answering/read-asked.ts'
import type { Unreadable } from '#/lib/berichten/reading/open-content.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import { WOONPLAATSBEGINSEL } from '#/lib/istandaarden/answers/decision-codes.ts'
import { requiredChild, requiredValue } from '#/lib/istandaarden/answers/read-heen.ts'
import { centsOf } from '#/lib/istandaarden/answers/refuse-lines.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { codeText } from '#/lib/istandaarden/reading/code-text.ts'
import { childOf, childValue, type ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import type { AnswerFacts, Release } from '#/lib/istandaarden/release.ts'
import { codesFor, releaseOf, rowsFor } from '#/lib/istandaarden/type-tree.ts'

/** A request of a 315 or 317 that waits for a decision, or has one. */
export type RequestOption = {
  /** Counted from 1 in the order of the file. */
  readonly verzoek: number
  readonly referentie: string
  /** What is asked for, in the words of the code lists; null where the request does not say it. */
  readonly product: string | null
  readonly vanaf: string | null
  readonly state: RequestState
}

/** What a declaratie claims. `cents` is below zero when it gives money back. */
export type DeclaratieSummary = {
  readonly nummer: string
  readonly begin: string
  readonly einde: string
  readonly cents: number
  readonly clientCount: number
}

export type AnswerOptions = {
  readonly bericht: BerichtView
  /** Null while nothing can be answered: see `hindrance`. */
  readonly state: AnswerState | null
  readonly requests: readonly RequestOption[]
  readonly declaratie: DeclaratieSummary | null
  readonly release: Release | null
  /** `done`: all was answered. */
  readonly hindrance: Unreadable | 'not_asked' | 'done' | null
}

/** Codes with what they mean, for a choice. */
export type CodeOption = { readonly code: string; readonly text: string }

/** The retourcodes of some parts of a declaratie, with their meaning. */
export const declaratieCodes = (
  release: Release,
  product: BerichtView['product'],
  parts: readonly (keyof AnswerFacts['declaratieCodes'])[],
): readonly CodeOption[] =>
  parts
    .flatMap((part) => release.answers.declaratieCodes[part])
    .map((code) => ({ code, text: codeText(release, product, 'LDT_RetourCode', code) ?? code }))

/** RedenAfwijzingVerzoek with its meaning, as far as a 319 of this product can say it (TR377). */
export function refusalReasons(soort: Berichtsoort, release: Release): readonly CodeOption[] {
  const type = 'LDT_RedenAfwijzingVerzoek'
  const simple = release.simpleTypes[type]
  const codes = (simple && codesFor(simple, soort.product)) ?? []
  const namesGemeente = rowsFor(releaseOf(soort).row.structure.Antwoord ?? [], soort.product).some(
    ([name]) => name === 'Woonplaatsbeginsel',
  )
  return codes
    .filter((code) => namesGemeente || code !== WOONPLAATSBEGINSEL)
    .map((code) => ({ code, text: codeText(release, soort.product, type, code) ?? code }))
}

function productOf(request: ReadElement, release: Release, product: BerichtView['product']): string | null {
  const asked = childOf(request, 'Product')
  if (asked === undefined) return null
  const [categorie, code] = [childValue(asked, 'Categorie'), childValue(asked, 'Code')]
  const words = categorie === null ? null : codeText(release, product, 'LDT_ProductCategorie', categorie)
  return [words ?? categorie, code].filter((part) => part !== null).join(', ')
}

function summaryOf({ declaratie, clientCount }: AskedContent): DeclaratieSummary | null {
  if (declaratie === null) return null
  const periode = requiredChild(declaratie, 'DeclaratiePeriode')
  return {
    nummer: requiredValue(declaratie, 'DeclaratieNummer'),
    begin: requiredValue(periode, 'Begindatum'),
    einde: requiredValue(periode, 'Einddatum'),
    cents: centsOf(requiredChild(declaratie, 'TotaalIngediendBedrag'), 'TotaalBedrag'),
    clientCount,
  }
}

function hindranceOf(state: AnswerState): AnswerOptions['hindrance'] {
  if (state.retour === null && state.declaratie === null) return 'not_asked'
  return isOpen(state) ? null : 'done'
}

/**
 * What somebody can answer on a received bericht, and what the forms for that show of it: no client, no Bsn. Throws
 * ForbiddenError and NotFoundError.
 */
export async function readAnswerOptions(
  actor: Actor,
  address: BerichtAddress,
  signal: AbortSignal,
): Promise<AnswerOptions> {
  const asked = await findAsked(actor, address)
  const { row, soort, state } = asked
  const bericht = toBerichtView(row, null)
  const none = { bericht, state: null, requests: [], declaratie: null, release: null }
  if (findEigenBijdrage(row.berichtsoort) !== null) return { ...none, hindrance: 'opaque' }
  if (state === null || soort === null) return { ...none, hindrance: 'unreadable' }
  const hindrance = hindranceOf(state)
  if (hindrance === 'not_asked') return { ...none, hindrance }
  const { release } = releaseOf(soort)
  const requests: RequestOption[] = []
  const content = await readAsked(asked, signal, (client) => {
    if (state.decision === null) return
    for (const request of requestsOf(client)) {
      requests.push({
        verzoek: requests.length + 1,
        referentie: childValue(request, 'ReferentieAanbieder') ?? '',
        product: productOf(request, release, address.product),
        vanaf: childValue(request, 'ToewijzingIngangsdatum'),
        state: state.decision.requests[requests.length] ?? 'OPEN',
      })
    }
  })
  if (!content.ok) return { ...none, hindrance: content.error }
  return { bericht, state, requests, declaratie: summaryOf(content.value), release, hindrance }
}
