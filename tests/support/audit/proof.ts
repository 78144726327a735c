import type { Actor } from '#/lib/access/actor.ts'
import type { AuditEventName } from '#/lib/audit/events.ts'
import type { AnonymousActor } from '#/lib/audit/record-audit.ts'
import type { WritePath } from '#/tests/support/audit/write-paths.ts'
import type { TestDatabase } from '#/tests/support/database.ts'

/** An act that is ready to be done, and what the log must say of it. */
export type ReadyAct = {
  readonly actor: Actor | AnonymousActor
  readonly act: () => Promise<unknown>
  /** Of the first row with the first event of the proof. */
  readonly row?: Readonly<Record<string, unknown>>
}

/** One use case, driven on rows of its own; `events` are all that it writes then, in order of the alphabet. */
export type Proof = {
  readonly path: WritePath
  readonly events: readonly [AuditEventName, ...AuditEventName[]]
  readonly arrange: (database: TestDatabase) => Promise<ReadyAct>
}
