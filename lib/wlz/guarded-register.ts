import { clock } from '#/lib/platform/clock.ts'
import { err, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'
import { Circuit } from '#/lib/wlz/circuit.ts'
import { askRegister, type RegisterFault } from '#/lib/wlz/ciz-client.ts'
import type { WlzAnswer, WlzQuestion } from '#/lib/wlz/question.ts'

/** Why there is no answer. `paused`: the register did not answer five times in a row, and is left alone for a while. */
export type GuardedFault = RegisterFault | 'paused'

const circuit = () => sharedState('wlz-circuit', () => new Circuit())

/** Asks the register, unless it has just left too many questions without an answer. The circuit is that of this process. */
export async function askGuarded(
  question: Pick<WlzQuestion, 'bsn' | 'peildatum'>,
  requestId: string,
): Promise<Result<WlzAnswer, GuardedFault>> {
  // Nobody can be asked here, which says nothing of the register.
  if (settings().ciz === null) return err('off')
  if (!circuit().admits(clock.now())) return err('paused')
  let hasAnswered = false
  try {
    const answer = await askRegister(question, requestId)
    hasAnswered = answer.ok || answer.error === 'refused'
    return answer
  } finally {
    // Also after a fault of our own: whoever was let through tells how it went, or nobody is let through again.
    if (hasAnswered) circuit().succeeded()
    else circuit().failed(clock.now())
  }
}
