import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseJob } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { overSince } from '#/lib/retention/terms.ts'

/** How many rows of each kind went. */
export type Outdated = {
  readonly sessions: number
  /** Sessions that lost where they came from. */
  readonly origins: number
  readonly codes: number
  readonly nominations: number
  readonly requests: number
  readonly drafts: number
  readonly wlzSignals: number
  readonly notifications: number
  readonly windows: number
}

async function deleteRows(tx: Tx, now: Date): Promise<Outdated> {
  return {
    sessions: await tx.$executeRaw`
      DELETE FROM session WHERE coalesce(ended_at, absolute_ends_at) < ${overSince(now, 'session')}::timestamptz`,
    origins: await tx.$executeRaw`
      UPDATE session SET ip_prefix = '', user_agent_hash = NULL, device = '', token_hash = sha256(id::text::bytea)
      WHERE coalesce(ended_at, absolute_ends_at) < ${overSince(now, 'sessionOrigin')}::timestamptz AND ip_prefix <> ''`,
    codes: await tx.$executeRaw`
      DELETE FROM verification_code
      WHERE least(used_at, revoked_at, expires_at) < ${overSince(now, 'code')}::timestamptz`,
    nominations: await tx.$executeRaw`
      DELETE FROM manager_nomination WHERE nominated_at < ${overSince(now, 'nomination')}::timestamptz`,
    requests: await tx.$executeRaw`
      DELETE FROM code_request
      WHERE handled_at < ${overSince(now, 'handledRequest')}::timestamptz
        OR requested_at < ${overSince(now, 'unhandledRequest')}::timestamptz`,
    drafts: await tx.$executeRaw`DELETE FROM form_draft WHERE saved_at < ${overSince(now, 'draft')}::timestamptz`,
    wlzSignals: await tx.$executeRaw`
      DELETE FROM wlz_signal s WHERE s.signalled_at < ${overSince(now, 'wlzSignal')}::timestamptz
        AND NOT EXISTS (SELECT FROM wlz_watch w WHERE w.organisation_id = s.organisation_id AND w.client = s.client)`,
    notifications: await tx.$executeRaw`
      DELETE FROM notification WHERE last_at < ${overSince(now, 'notification')}::timestamptz`,
    windows:
      await tx.$executeRaw`DELETE FROM rate_window WHERE starts_at < ${overSince(now, 'rateWindow')}::timestamptz`,
  }
}

/**
 * Deletes the rows about people whose term (KEPT_DAYS) is over, of all gemeenten and of the servicedesk, and tells the log how
 * many of each. Counters are no data about anybody and go without a row.
 */
export async function deleteOutdated(actor: SystemActor): Promise<Outdated> {
  const { scope, system } = authoriseJob(actor, 'outdated.delete')
  return inTransaction(scope.realm, async (tx) => {
    const deleted = await deleteRows(tx, clock.now())
    const { windows: _, ...aboutPeople } = deleted
    const { sessions, origins, codes, nominations, requests, drafts, wlzSignals, notifications } = aboutPeople
    if (Object.values(aboutPeople).some((count) => count > 0))
      await recordAudit(tx, system, {
        event: 'outdated.deleted',
        details: {
          sessies: sessions,
          herkomst: origins,
          codes,
          voordrachten: nominations,
          codeaanvragen: requests,
          concepten: drafts,
          wlzSignalen: wlzSignals,
          meldingen: notifications,
        },
      })
    return deleted
  })
}
