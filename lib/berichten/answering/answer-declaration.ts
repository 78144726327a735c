import type { Actor } from '#/lib/access/actor.ts'
import { markAnswer } from '#/lib/berichten/answering/answer-mark.ts'
import type { AnswerFault } from '#/lib/berichten/answering/answer-retour.ts'
import { type Asked, findAsked } from '#/lib/berichten/answering/find-asked.ts'
import { readLineCodes, type TypedFault } from '#/lib/berichten/answering/line-codes.ts'
import { readAsked } from '#/lib/berichten/answering/read-asked.ts'
import { sendAnswer } from '#/lib/berichten/answering/send-answer.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { type LineFault, LineRefusal, partOfCode } from '#/lib/istandaarden/answers/refuse-lines.ts'
import { type Judgement, writeDeclarationAnswer } from '#/lib/istandaarden/answers/write-declaration-answer.ts'
import type { AnswerMark } from '#/lib/istandaarden/answers/write-retour.ts'
import type { Berichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { DeclaratiePart } from '#/lib/istandaarden/release.ts'
import { releaseOf } from '#/lib/istandaarden/type-tree.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/**
 * What the gemeente decides: all granted, all refused with a code, or the lines that are refused as they were typed.
 * `technical` is for a declaratie whose content breaks the rules, and for no other.
 */
export type DeclarationDecision =
  | { readonly kind: 'granted' }
  | { readonly kind: 'technical' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'partly'; readonly lines: string }

export type AnswerDeclaration = BerichtAddress & { readonly decision: DeclarationDecision }

/** `lines`: some numbers are not in the declaratie, or have a code that does not fit. `no_code`: no code of a whole declaratie. */
export type DeclarationFault =
  | AnswerFault
  | TypedFault
  | { readonly kind: 'lines'; readonly faults: readonly LineFault[] }
  | 'no_lines'
  | 'no_code'

type Weighed = Result<{ readonly judgement: Judgement; readonly refusal: LineRefusal | null }, DeclarationFault>
type Written = { readonly mark: AnswerMark; readonly xml: string }

const WHOLE: readonly (DeclaratiePart | null)[] = ['header', 'declaratie']

/** What is said of the declaratie, as far as it is known before its lines are read. */
function weigh(soort: Berichtsoort, isFaulty: boolean, decision: DeclarationDecision): Weighed {
  if (isFaulty) return ok({ judgement: { kind: 'technical' }, refusal: null })
  if (decision.kind === 'technical') return err('not_asked')
  const { release } = releaseOf(soort)
  if (decision.kind === 'refused' && !WHOLE.includes(partOfCode(release, decision.code))) return err('no_code')
  if (decision.kind === 'refused') return ok({ judgement: decision, refusal: null })
  if (decision.kind === 'granted') return ok({ judgement: { kind: 'granted' }, refusal: null })
  const codes = readLineCodes(decision.lines, release)
  if (!codes.ok) return codes
  if (codes.value.size === 0) return err('no_lines')
  return ok({ judgement: { kind: 'granted' }, refusal: new LineRefusal(release, codes.value) })
}

async function write(
  asked: Asked,
  soort: Berichtsoort,
  decision: DeclarationDecision,
  signal: AbortSignal,
): Promise<Result<Written, DeclarationFault>> {
  const weighed = weigh(soort, asked.state?.isFaulty ?? false, decision)
  if (!weighed.ok) return weighed
  const { judgement, refusal } = weighed.value
  const content = await readAsked(asked, signal, refusal?.visit)
  if (!content.ok) return content
  const { header, declaratie } = content.value
  if (declaratie === null) return err('unreadable')
  const found = refusal?.result()
  if (found && found.faults.length > 0) return err({ kind: 'lines', faults: found.faults })
  const final: Judgement = found ? { kind: 'partly', refused: found.refused } : judgement
  const mark = markAnswer({
    organisationId: asked.row.organisationId,
    askedId: asked.row.id,
    soort: soort.soort,
    about: [],
    lost: asked.lost.get(soort.soort) ?? 0,
  })
  return ok({ mark, xml: writeDeclarationAnswer(soort, { header, declaratie }, mark, final) })
}

/**
 * Makes and delivers the 325 on a received 323 (IV087): all granted, all refused, or lines refused by their ReferentieNummer.
 * A declaratie whose content breaks the rules is refused for that, whatever was decided. Throws ForbiddenError and
 * NotFoundError.
 */
export async function answerDeclaration(
  actor: Actor,
  { decision, ...address }: AnswerDeclaration,
  signal: AbortSignal,
): Promise<Result<BerichtView, DeclarationFault>> {
  const asked = await findAsked(actor, address)
  const { state } = asked
  if (state === null) return err('unreadable')
  if (state.declaratie === null) return err('not_asked')
  if (state.declaratie.isMade) return err('already')
  const { soort } = state.declaratie
  const written = await write(asked, soort, decision, signal)
  return written.ok ? sendAnswer(asked, soort.soort, written.value.mark, written.value.xml, signal) : written
}
