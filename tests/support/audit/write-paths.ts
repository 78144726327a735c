import type { AuditEventName } from '#/lib/audit/events.ts'

// Everything in lib that writes, and what the log says of it. Held against the code by tests/architecture/write-paths, and
// driven one by one by tests/integration/audit/every-event.test.ts: a new write without an event, or an event without a
// test, fails.

/** By file and function: the events that it writes in the transaction of the act. */
export const RECORDED = {
  'lib/audit/read-log.ts#readOwnLog': ['log.read'],
  'lib/audit/read-log.ts#readWholeLog': ['log.read'],
  'lib/audit/record-fault.ts#recordFault': ['request.broken'],
  'lib/audit/record-refused-access.ts#recordRefusal': ['access.refused'],
  'lib/berichten/answering/find-asked.ts#findAsked': ['bericht.content-read'],
  'lib/berichten/delete-expired-content.ts#deleteExpiredBerichten': ['bericht.content-deleted'],
  'lib/berichten/deliver-bericht.ts#deliverBericht': ['bericht.delivered', 'bericht.rejected'],
  'lib/berichten/export/export-list.ts#exportList': ['bericht.list-exported'],
  'lib/berichten/fetch-content.ts#beginFetch': ['bericht.fetch-begun'],
  'lib/berichten/fetch-content.ts#recordFetch': ['bericht.fetched', 'bericht.fetched-part', 'bericht.fetch-broken'],
  'lib/berichten/keys/rotate-content-keys.ts#rotateContentKeys': ['content.rotation-begun', 'content.rotation-ended'],
  'lib/berichten/read-bericht.ts#readBericht': ['bericht.read'],
  'lib/berichten/reading/begin-reading.ts#beginReading': ['bericht.content-read'],
  'lib/berichten/reading/compare-berichten.ts#compareBerichten': ['bericht.content-read'],
  'lib/berichten/reading/show-bsn.ts#showBsn': ['bericht.bsn-shown'],
  'lib/berichten/receive-bericht.ts#receiveBericht': ['bericht.received'],
  'lib/berichten/receive-fo01.ts#receiveFo01': ['bericht.fault-received', 'bericht.fault-unknown'],
  'lib/berichten/resend-bericht.ts#resendAsPortal': ['bericht.resent'],
  'lib/berichten/resend-bericht.ts#resendBericht': ['bericht.resent'],
  'lib/berichten/scanning/let-in.ts#letIn': ['bericht.released'],
  'lib/berichten/scanning/remove-infected.ts#removeInfected': ['bericht.infected'],
  'lib/berichten/scanning/scan-waiting.ts#scanWaiting': ['bericht.infected', 'bericht.released'],
  'lib/berichten/search/search-client.ts#searchClient': ['bericht.client-searched'],
  'lib/berichten/terms/note-passed-deadlines.ts#notePassedDeadlines': ['bericht.deadline-passed'],
  'lib/berichten/withdraw-bericht.ts#withdrawBericht': ['bericht.withdrawn'],
  'lib/chain/inbound/record-refusal.ts#recordRefusedCall': ['webservice.refused'],
  'lib/chain/operations/order-resend.ts#orderResend': ['chain.resend-ordered'],
  'lib/chain/operations/read-chain.ts#readChain': ['chain.read'],
  'lib/chain/outbound/send-next.ts#sendNext': [
    'bericht.sent',
    'bericht.confirmed',
    'bericht.parked',
    'bericht.forward-begun',
    'bericht.forwarded',
  ],
  'lib/identity/login/complete-login.ts#completeLogin': [
    'login.succeeded',
    'member.registered',
    'member.activated',
    'session.ended',
  ],
  'lib/identity/login/refuse-login.ts#refuseLogin': ['login.refused', 'login.cancelled', 'login.failed'],
  'lib/identity/sessions/end-own-session.ts#endOwnSession': ['logout.user'],
  'lib/identity/sessions/end-run-out-sessions.ts#endRunOutSessions': ['session.ended'],
  'lib/identity/sessions/end-sessions.ts#recordSessionEnd': ['session.ended'],
  'lib/identity/sessions/note-origin.ts#noteOrigin': ['session.origin-changed'],
  'lib/inbox/preferences/own-preferences.ts#savePreferences': ['profile.mail-changed'],
  'lib/onboarding/codes/issue-code.ts#issueCode': ['code.issued', 'code.revoked'],
  'lib/onboarding/codes/issue-code.ts#issueManagerCode': ['code.issued', 'code.revoked'],
  'lib/onboarding/codes/nominate-manager.ts#nominateManager': ['manager.nominated'],
  'lib/onboarding/codes/nominate-manager.ts#withdrawNomination': ['manager.nomination-withdrawn'],
  'lib/onboarding/codes/request-code.ts#requestCode': ['code.requested'],
  'lib/onboarding/codes/verify-code.ts#verifyCode': ['code.accepted', 'code.refused', 'session.ended'],
  'lib/onboarding/profile/save-profile.ts#changeProfile': ['profile.changed'],
  'lib/onboarding/profile/save-profile.ts#saveProfile': ['profile.saved'],
  'lib/organisations/gemeenten/agreements.ts#registerAgreement': ['agreement.registered'],
  'lib/organisations/gemeenten/agreements.ts#withdrawAgreement': ['agreement.withdrawn', 'session.ended'],
  'lib/organisations/gemeenten/list-gemeenten.ts#listGemeenten': ['organisation.listed'],
  'lib/organisations/gemeenten/read-gemeente.ts#readAgreement': ['organisation.read'],
  'lib/organisations/gemeenten/read-gemeente.ts#readGemeente': ['organisation.read'],
  'lib/organisations/gemeenten/read-gemeente.ts#readManager': ['member.read'],
  'lib/organisations/gemeenten/register-gemeente.ts#registerGemeente': ['organisation.registered'],
  'lib/organisations/members/block-member.ts#blockMember': ['member.blocked', 'code.revoked', 'session.ended'],
  'lib/organisations/members/block-member.ts#unblockMember': ['member.unblocked'],
  'lib/organisations/members/end-member-session.ts#endMemberSession': ['session.ended'],
  'lib/organisations/members/list-members.ts#listMembers': ['member.listed'],
  'lib/organisations/members/read-member.ts#readMember': ['member.read'],
  'lib/organisations/members/save-roles.ts#saveManagerRoles': ['role.granted', 'role.withdrawn', 'session.ended'],
  'lib/organisations/members/save-roles.ts#saveRoles': ['role.granted', 'role.withdrawn', 'session.ended'],
  'lib/organisations/own/own-sessions.ts#endOwnSession': ['session.ended'],
  'lib/organisations/own/own-sessions.ts#endStaffSession': ['session.ended'],
  'lib/organisations/own/read-own-data.ts#exportOwnData': ['profile.exported'],
  'lib/organisations/references/search-reference.ts#searchReference': ['reference.searched'],
  'lib/retention/delete-outdated.ts#deleteOutdated': ['outdated.deleted'],
  'lib/settings/addresses/ask-address.ts#askAddress': ['settings.address-asked'],
  'lib/settings/addresses/confirm-address.ts#confirmAddress': ['settings.address-confirmed'],
  'lib/settings/change-connection.ts#changeConnection': ['settings.changed', 'settings.certificate-of-other'],
  'lib/settings/change-settings.ts#changeSettings': ['settings.changed'],
  'lib/settings/change-soorten.ts#changeSoorten': ['settings.changed'],
  'lib/settings/restore-settings.ts#restoreSettings': ['settings.changed'],
  'lib/settings/test-connection.ts#testConnection': ['settings.tested'],
  'lib/settings/warn-certificates.ts#warnOfCertificates': ['settings.certificate-expires'],
  'lib/wlz/put-question.ts#putQuestion': ['wlz.asked', 'wlz.answered'],
  'lib/settings/change-signals.ts#changeSignals': ['settings.changed'],
  'lib/wlz/signals/compare-watched.ts#compareWatched': [
    'bericht.content-read',
    'wlz.answered',
    'wlz.asked',
    'wlz.comparing-begun',
    'wlz.comparing-ended',
    'wlz.signalled',
  ],
  'lib/wlz/signals/read-signals.ts#listSignals': ['wlz.signals-read'],
  'lib/wlz/signals/read-signals.ts#readSignal': ['wlz.signals-read'],
  'lib/wlz/signals/show-signal-bsn.ts#showSignalBsn': ['bericht.bsn-shown'],
} as const satisfies Readonly<Record<string, readonly AuditEventName[]>>

export type WritePath = keyof typeof RECORDED

/** What writes without an event, and why that is right. */
export const UNRECORDED: Readonly<Record<string, string>> = {
  'lib/chain/operations/tidy-parked.ts#tidyParked':
    'places in a line that nobody waits in any more; what settled each bericht has rows of its own',
  'lib/chain/operations/watch-outage.ts#watchOutage':
    'when the chain was out of order: of no gemeente, and about nobody; each bericht that it held up has rows of its own',
  'lib/berichten/facts/delete-expired-facts.ts#deleteExpiredFacts':
    'keyed hashes that no person reads, gone after their term; the berichten they come from have rows of their own',
  'lib/berichten/terms/note-near-deadlines.ts#noteNearDeadlines':
    'of which day people were told; the day stands with the bericht, and passing it is recorded',
  'lib/berichten/uploads/begin-upload.ts#beginUpload':
    'room for a file that is still to come; delivering it is recorded when it is whole',
  'lib/berichten/uploads/delete-expired-uploads.ts#deleteExpiredUploads':
    'files that did not arrive within a day: they were never delivered',
  'lib/berichten/uploads/end-upload.ts#endUpload': 'a file that was never delivered, taken back by who sent it',
  'lib/berichten/uploads/finish-upload.ts#finishUpload':
    'the parts of a file that deliverBericht has recorded in the same call',
  'lib/berichten/uploads/write-parts.ts#takeUploadTurn': 'which of two connections of one person may go on writing',
  'lib/berichten/uploads/write-parts.ts#writeParts': 'bytes of a file that is recorded when it is whole',
  'lib/berichten/views/saved-views.ts#removeView':
    'filters of a list that somebody kept for the own use, and no other sees',
  'lib/berichten/views/saved-views.ts#saveView':
    'filters of a list under a name, for the own use; whom a bericht is about cannot be kept',
  'lib/identity/sessions/start-session.ts#renewSessionToken':
    'a new secret for the same session; the change of rights that asks for it is recorded',
  'lib/identity/sessions/touch-session.ts#touchSession':
    'the moment of the last activity, at every step a person takes',
  'lib/onboarding/form-drafts.ts#forgetDraft': 'what was typed and not sent, by who typed it',
  'lib/onboarding/form-drafts.ts#keepDraft': 'what was typed and not sent, sealed for who typed it',
  'lib/onboarding/form-drafts.ts#keepOwnDraft': 'what was typed and not sent, sealed for who typed it',
  'lib/inbox/mark-read.ts#markRead': 'that somebody has read what the portal told that person, seen by nobody else',
  'lib/inbox/telling/order-mails.ts#orderMails':
    'that a person was mailed how much is unread; what happened has rows of its own',
  'lib/inbox/telling/spread-causes.ts#spreadCauses':
    'counts, for each who is told: of how many berichten or changes, each of which has rows of its own',
  'lib/settings/addresses/confirm-address.ts#lookAtLink': 'how often links are looked at from a network; a counter',
  'lib/platform/rate-limit.ts#countAgainst': 'a counter under an id or a network, gone after its window',
}
