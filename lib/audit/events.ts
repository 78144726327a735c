/**
 * Every event of the log with its action in the sense of NEN 7513: create, read, update, delete, execute. An event that is
 * not here cannot be recorded.
 */
export const AUDIT_EVENTS = {
  'login.succeeded': 'E',
  'login.refused': 'E',
  'login.cancelled': 'E',
  'login.failed': 'E',
  'logout.user': 'E',
  'session.ended': 'E',
  'session.origin-changed': 'E',
  'access.refused': 'E',
  'request.broken': 'E',
  'member.registered': 'C',
  'member.activated': 'U',
  'profile.saved': 'U',
  'profile.changed': 'U',
  'profile.exported': 'R',
  'profile.mail-changed': 'U',
  'manager.nominated': 'C',
  'manager.nomination-withdrawn': 'D',
  'code.issued': 'C',
  'code.revoked': 'D',
  'code.accepted': 'E',
  'code.refused': 'E',
  'code.requested': 'C',
  'member.listed': 'R',
  'member.read': 'R',
  'role.granted': 'C',
  'role.withdrawn': 'D',
  'member.blocked': 'U',
  'member.unblocked': 'U',
  'organisation.listed': 'R',
  'organisation.read': 'R',
  'organisation.registered': 'C',
  'agreement.registered': 'C',
  'agreement.withdrawn': 'U',
  'reference.searched': 'R',
  'log.read': 'R',
  'chain.read': 'R',
  'chain.resend-ordered': 'E',
  'wlz.asked': 'R',
  'wlz.answered': 'R',
  'wlz.comparing-begun': 'E',
  'wlz.comparing-ended': 'D',
  'wlz.signalled': 'C',
  'wlz.signals-read': 'R',
  'settings.changed': 'U',
  'settings.tested': 'E',
  'settings.certificate-expires': 'U',
  'settings.address-asked': 'U',
  'settings.address-confirmed': 'U',
  'settings.certificate-of-other': 'E',
  'webservice.refused': 'E',
  'outdated.deleted': 'D',
  'content.rotation-begun': 'E',
  'content.rotation-ended': 'E',
  'bericht.delivered': 'C',
  'bericht.rejected': 'C',
  'bericht.received': 'C',
  'bericht.released': 'U',
  'bericht.infected': 'D',
  'bericht.read': 'R',
  'bericht.list-exported': 'R',
  'bericht.client-searched': 'R',
  'bericht.content-read': 'R',
  'bericht.bsn-shown': 'R',
  'bericht.fetch-begun': 'R',
  'bericht.fetched': 'R',
  'bericht.fetched-part': 'R',
  'bericht.fetch-broken': 'R',
  'bericht.withdrawn': 'U',
  'bericht.sent': 'E',
  'bericht.confirmed': 'U',
  'bericht.forward-begun': 'E',
  'bericht.forwarded': 'U',
  'bericht.parked': 'U',
  'bericht.resent': 'U',
  'bericht.fault-received': 'U',
  'bericht.fault-unknown': 'C',
  'bericht.content-deleted': 'D',
  'bericht.deadline-passed': 'U',
} as const satisfies Record<string, 'C' | 'R' | 'U' | 'D' | 'E'>

export type AuditEventName = keyof typeof AUDIT_EVENTS

/** What one row of the log tells besides who and where. Details hold no personal data, no codes, no file names. */
export type AuditEntry = {
  readonly event: AuditEventName
  readonly result?: 'ok' | 'refused' | 'error'
  readonly reasonCode?: string
  /** Whose data it is about: a member, a client as a keyed hash. */
  readonly subject?: { readonly kind: 'member' | 'session' | 'client'; readonly id: string }
  readonly object?: {
    readonly kind: 'bericht' | 'organisation' | 'agreement' | 'code' | 'settings' | 'session' | 'page' | 'log'
    readonly id: string
  }
  /** The task or role that is the ground for it, such as "gebruiker iwmo". */
  readonly basis?: string
  /** For actors without a gemeente of their own: whose log the row belongs to. */
  readonly organisationId?: string
  /** The eight characters that a refused person tells the servicedesk. */
  readonly supportCode?: string
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}
