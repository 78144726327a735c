import { Readable } from 'node:stream'
import type { Asked } from '#/lib/berichten/answering/find-asked.ts'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { AnswerMark } from '#/lib/istandaarden/answers/write-retour.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/**
 * `already`: a colleague, or the same form sent before, was first. `busy`: try again in a moment. `too_large`: no answer of this
 * size can be delivered, or checked.
 */
export type SendFault = 'already' | 'busy' | 'too_large'

/**
 * Delivers an answer that the portal wrote, by the road of every delivery: it is checked, stored, logged and coupled like a
 * file from outside. What its own checks refuse comes back as a bericht with its findings, too.
 */
export async function sendAnswer(
  { member, scope }: Asked,
  soort: string,
  { identificatie }: AnswerMark,
  xml: string,
  signal: AbortSignal,
): Promise<Result<BerichtView, SendFault>> {
  const bytes = Buffer.from(xml, 'utf8')
  const outcome = await deliverBericht(
    member,
    {
      product: scope.product,
      unverifiedFileName: `${soort}-${identificatie}.xml`,
      body: Readable.from([bytes], { objectMode: false }),
      declaredBytes: bytes.byteLength,
    },
    signal,
  )
  if (outcome.kind === 'accepted' || outcome.kind === 'rejected') return ok(outcome.bericht)
  if (outcome.kind === 'duplicate') return err('already')
  return err(outcome.kind === 'too_large' || outcome.kind === 'uncheckable' ? 'too_large' : 'busy')
}
