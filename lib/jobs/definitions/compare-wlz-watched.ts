import { z } from 'zod'
import { systemActor } from '#/lib/access/actor.ts'
import { defineJob, type Job } from '#/lib/jobs/define-job.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { compareWatched, type RunOutcome } from '#/lib/wlz/signals/compare-watched.ts'

/** Between two runs, so that the day's questions are spread and people who ask come in between. */
const PAUSE_MS = MINUTE_MS
/** After a run without answers, doubled each time, and never longer than the second. */
const OUTAGE_PAUSE_MS = 5 * MINUTE_MS
const LONGEST_OUTAGE_PAUSE_MS = 60 * MINUTE_MS

const Payload = z.strictObject({
  organisationId: z.uuid(),
  /** Runs in a row that ended because the register did not answer. */
  failures: z.int().min(0).default(0),
})

/** When the next run begins, and with how many failures; null when the day is done. */
export function nextRun(
  outcome: RunOutcome,
  failures: number,
): { readonly pauseMs: number; readonly failures: number } | null {
  switch (outcome.kind) {
    case 'off':
    case 'done':
      return null
    case 'more':
      return { pauseMs: PAUSE_MS, failures: 0 }
    case 'unanswered':
      return { pauseMs: Math.min(OUTAGE_PAUSE_MS * 2 ** failures, LONGEST_OUTAGE_PAUSE_MS), failures: failures + 1 }
  }
}

/** Compares some of the people of one gemeente with the Wlz register, and has the rest done a little later. */
export const compareWlzWatched: Job<z.infer<typeof Payload>> = defineJob({
  name: 'wlz.compare-watched',
  version: 1,
  payload: Payload,
  retry: { limit: 20, backoffSeconds: 60, maxPauseSeconds: 1_800 },
  key: ({ organisationId }) => organisationId,
  timeoutSeconds: 40 * 60,
  parallel: 2,
  async run({ organisationId, failures }, { id, signal, log }) {
    const outcome = await compareWatched(systemActor('wlz.signalen', id), organisationId, signal)
    if (outcome.kind === 'unanswered') log.warn({ fault: outcome.fault, failures }, 'the Wlz register did not answer')
    const next = nextRun(outcome, failures)
    if (next === null) return
    const startAfter = new Date(clock.now().getTime() + next.pauseMs)
    await inTransaction({ kind: 'systeem' }, (tx) =>
      enqueue(tx, compareWlzWatched, { organisationId, failures: next.failures }, { startAfter }),
    )
  },
})
