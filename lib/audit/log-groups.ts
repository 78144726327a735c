import { AUDIT_EVENTS, type AuditEventName } from '#/lib/audit/events.ts'

/** What one can filter the log by. */
export const LOG_GROUPS = [
  'inloggen',
  'geweigerd',
  'personen',
  'codes',
  'rollen',
  'berichten',
  'instellingen',
  'gemeente',
  'inzage',
  'storingen',
] as const
export type LogGroup = (typeof LOG_GROUPS)[number]

/** The group of each event; an event without one does not compile. */
const GROUP_OF: Readonly<Record<AuditEventName, LogGroup>> = {
  'login.succeeded': 'inloggen',
  'login.refused': 'geweigerd',
  'login.cancelled': 'inloggen',
  'login.failed': 'inloggen',
  'logout.user': 'inloggen',
  'session.ended': 'inloggen',
  'session.origin-changed': 'inloggen',
  'access.refused': 'geweigerd',
  'request.broken': 'storingen',
  'member.registered': 'personen',
  'member.activated': 'personen',
  'profile.saved': 'personen',
  'profile.changed': 'personen',
  'profile.exported': 'inzage',
  'manager.nominated': 'codes',
  'manager.nomination-withdrawn': 'codes',
  'code.issued': 'codes',
  'code.revoked': 'codes',
  'code.accepted': 'codes',
  'code.refused': 'geweigerd',
  'code.requested': 'codes',
  'member.listed': 'inzage',
  'member.read': 'inzage',
  'role.granted': 'rollen',
  'role.withdrawn': 'rollen',
  'member.blocked': 'personen',
  'member.unblocked': 'personen',
  'organisation.listed': 'inzage',
  'organisation.read': 'inzage',
  'organisation.registered': 'gemeente',
  'agreement.registered': 'gemeente',
  'agreement.withdrawn': 'gemeente',
  'reference.searched': 'inzage',
  'log.read': 'inzage',
  'chain.read': 'inzage',
  'chain.resend-ordered': 'berichten',
  'wlz.asked': 'inzage',
  'wlz.answered': 'inzage',
  'settings.changed': 'instellingen',
  'settings.tested': 'instellingen',
  'settings.certificate-expires': 'instellingen',
  'webservice.refused': 'geweigerd',
  'outdated.deleted': 'personen',
  'bericht.delivered': 'berichten',
  'bericht.rejected': 'berichten',
  'bericht.received': 'berichten',
  'bericht.read': 'berichten',
  'bericht.list-exported': 'berichten',
  'bericht.client-searched': 'inzage',
  'bericht.content-read': 'berichten',
  'bericht.bsn-shown': 'berichten',
  'bericht.fetch-begun': 'berichten',
  'bericht.fetched': 'berichten',
  'bericht.fetched-part': 'berichten',
  'bericht.fetch-broken': 'berichten',
  'bericht.withdrawn': 'berichten',
  'bericht.sent': 'berichten',
  'bericht.confirmed': 'berichten',
  'bericht.forward-begun': 'berichten',
  'bericht.forwarded': 'berichten',
  'bericht.parked': 'berichten',
  'bericht.resent': 'berichten',
  'bericht.fault-received': 'berichten',
  'bericht.fault-unknown': 'berichten',
  'bericht.content-deleted': 'berichten',
  'bericht.released': 'berichten',
  'bericht.infected': 'berichten',
  'bericht.deadline-passed': 'berichten',
  'content.rotation-begun': 'berichten',
  'content.rotation-ended': 'berichten',
}

const EVENT_NAMES = Object.keys(AUDIT_EVENTS).filter((name): name is AuditEventName => name in GROUP_OF)

/** The events of a group. */
export const eventsOf = (group: LogGroup): readonly AuditEventName[] =>
  EVENT_NAMES.filter((name) => GROUP_OF[name] === group)

/** Tells whether a name from the database is an event of this version. */
export const isAuditEvent = (name: string): name is AuditEventName => name in AUDIT_EVENTS
