import { systemActor } from '#/lib/access/actor.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'

/** So many of a minute are told; a portal that breaks at every request must not fill the log. The process log has all. */
const TOLD_PER_MINUTE = { name: 'storing', max: 60, windowSeconds: 60 } as const

export type Fault = {
  readonly requestId: string
  /** The pattern of the address or the kind of call, without anything that was sent. */
  readonly place: string
}

/** The name of the class; the message may hold anything. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name.slice(0, 60) : typeof error)

/** Tells the log that a request broke, so that the servicedesk finds the reference that its page showed. */
export async function recordFault(error: unknown, { requestId, place }: Fault): Promise<void> {
  if (!(await countAgainst(TOLD_PER_MINUTE, 'alle')).allowed) return
  await inTransaction({ kind: 'systeem' }, (tx) =>
    recordAudit(tx, systemActor('portaal', requestId), {
      event: 'request.broken',
      result: 'error',
      reasonCode: nameOf(error),
      details: { plaats: place },
    }),
  )
}
