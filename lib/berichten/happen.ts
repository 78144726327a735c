import type { ProductScope } from '#/lib/access/authorise.ts'
import { findRetour, listAnsweredIds } from '#/lib/berichten/links/link-repository.ts'
import { applyEvent, type StatusStep } from '#/lib/berichten/repository.ts'
import type { BerichtEvent } from '#/lib/berichten/rules.ts'
import { settleTerms } from '#/lib/berichten/terms/settle-terms.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** Events after which something else may be due on the bericht, or on what it answers. */
const CHANGES_TERMS: readonly BerichtEvent[] = ['withdraw', 'confirm', 'fault', 'fail', 'resend', 'answer']

/**
 * Lets an event happen to a bericht with everything that follows from it: timeline, and the terms of the bericht itself and
 * of what it answers. A confirmation that comes after the answer makes it answered at once. Answers the new status, or null
 * when the event cannot happen now; then nothing changed.
 */
export async function letHappen(
  tx: Tx,
  scope: ProductScope,
  berichtId: string,
  event: BerichtEvent,
  step: Omit<StatusStep, 'status'>,
): Promise<BerichtStatus | null> {
  const status = await applyEvent(tx, scope, berichtId, event, step)
  if (status === null || !CHANGES_TERMS.includes(event)) return status
  const retour = event === 'confirm' ? await findRetour(tx, scope, berichtId) : null
  const answered = retour
    ? await applyEvent(tx, scope, berichtId, 'answer', { at: step.at, byName: null, explanation: retour })
    : null
  await settleTerms(tx, scope, [berichtId, ...(await listAnsweredIds(tx, scope, berichtId))])
  return answered ?? status
}
