import type { AuditEventName } from '#/lib/audit/events.ts'

type Detail = string | number | boolean | null | readonly string[]

/** One row of the log, ready to be read: ids have become names as far as the reader may know them. */
export type LogEntry = {
  readonly id: string
  readonly at: Date
  /** An event of a later version of the portal is null: it is shown by its name only. */
  readonly event: AuditEventName | null
  readonly eventName: string
  readonly result: 'ok' | 'refused' | 'error'
  readonly reasonCode: string | null
  readonly actor: {
    readonly kind: 'member' | 'staff' | 'software' | 'system' | 'anonymous'
    /** Empty when the person has no name yet, or is not for the reader to know. */
    readonly name: string
    readonly memberId: string | null
  }
  readonly subject: { readonly name: string; readonly memberId: string } | null
  readonly object: { readonly kind: string; readonly id: string } | null
  readonly organisation: { readonly id: string; readonly name: string } | null
  readonly requestId: string | null
  readonly supportCode: string | null
  readonly details: Readonly<Record<string, Detail>>
}

/** A row as the query below gives it. */
export type LogRow = {
  id: string
  at: Date
  event: string
  result: 'ok' | 'refused' | 'error'
  reason_code: string | null
  actor_kind: LogEntry['actor']['kind']
  actor_member_id: string | null
  actor_name: string | null
  staff_name: string | null
  subject_member_id: string | null
  subject_name: string | null
  object_kind: string | null
  object_id: string | null
  organisation_id: string | null
  organisation_name: string | null
  request_id: string | null
  support_code: string | null
  details: Record<string, Detail>
}
