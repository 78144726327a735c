import type { ProductScope } from '#/lib/access/authorise.ts'
import { assignedClients } from '#/lib/berichten/facts/assigned-clients.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

type Scope = ProductScope<'wlz.watch', 'wlz-registertoets'>

/** Somebody to ask after: the hash that facts have, 32 hexadecimal digits, and the bericht in which the Bsn stands. */
export type Watched = { readonly client: string; readonly berichtId: string }

/** For so long nobody else asks after somebody: longer than a question takes, and the wait after a worker was killed. */
const LEASE_SECONDS = 60

/**
 * Makes the list of a day (`YYYY-MM-DD`), unless that was done: whoever came is added, whoever has nothing running any more goes.
 * Answers how many are on it; null when it was there, or nobody is on it.
 */
export async function listWatched(tx: Tx, scope: Scope, day: string): Promise<number | null> {
  const { organisationId } = scope
  const [made] = await tx.$queryRaw<unknown[]>`
    SELECT FROM wlz_watch WHERE organisation_id = ${organisationId}::uuid AND listed_on = ${day}::date LIMIT 1`
  if (made !== undefined) return null
  const listed = await tx.$executeRaw`
    INSERT INTO wlz_watch (organisation_id, client, bericht_id, listed_on)
    SELECT ${organisationId}::uuid, client, bericht_id, ${day}::date FROM (${assignedClients(scope, day)}) a
    ON CONFLICT (organisation_id, client) DO UPDATE SET bericht_id = excluded.bericht_id, listed_on = excluded.listed_on`
  await tx.$executeRaw`
    DELETE FROM wlz_watch WHERE organisation_id = ${organisationId}::uuid AND listed_on < ${day}::date`
  return listed === 0 ? null : listed
}

/** Some of those whom nobody has asked after on this day, and whom nobody is asking after now; who was asked after longest ago first. */
export async function takeDue(tx: Tx, { organisationId }: Scope, day: string, now: Date, limit: number) {
  return tx.$queryRaw<Watched[]>`
    SELECT encode(client, 'hex') AS client, bericht_id::text AS "berichtId" FROM wlz_watch
    WHERE organisation_id = ${organisationId}::uuid AND checked_on IS DISTINCT FROM ${day}::date
      AND (asked_at IS NULL OR asked_at < ${now}::timestamptz - make_interval(secs => ${LEASE_SECONDS}))
    ORDER BY asked_at NULLS FIRST, bericht_id, client LIMIT ${limit}`
}

/** Whether somebody is left whom nobody has asked after on this day. */
export async function isAnyDue(tx: Tx, { organisationId }: Scope, day: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM wlz_watch
    WHERE organisation_id = ${organisationId}::uuid AND checked_on IS DISTINCT FROM ${day}::date LIMIT 1`
  return rows.length > 0
}

/** Takes it upon itself to ask after somebody now. False: another worker does or did, or the person is on the list no more. */
export async function claim(
  tx: Tx,
  { organisationId }: Scope,
  client: string,
  day: string,
  now: Date,
): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    UPDATE wlz_watch SET asked_at = ${now}::timestamptz
    WHERE organisation_id = ${organisationId}::uuid AND client = decode(${client}, 'hex')
      AND checked_on IS DISTINCT FROM ${day}::date
      AND (asked_at IS NULL OR asked_at < ${now}::timestamptz - make_interval(secs => ${LEASE_SECONDS}))`
  return claimed === 1
}

/** Notes that the register answered. False: the person is on the list no more, or another worker has noted it. */
export async function noteChecked(tx: Tx, { organisationId }: Scope, client: string, day: string): Promise<boolean> {
  const noted = await tx.$executeRaw`
    UPDATE wlz_watch SET checked_on = ${day}::date
    WHERE organisation_id = ${organisationId}::uuid AND client = decode(${client}, 'hex')
      AND checked_on IS DISTINCT FROM ${day}::date`
  return noted === 1
}

/** Takes off the list whose Bsn cannot be read any more. */
export async function dropUnreadable(tx: Tx, { organisationId }: Scope, clients: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM wlz_watch WHERE organisation_id = ${organisationId}::uuid
      AND client = ANY (ARRAY (SELECT decode(c, 'hex') FROM unnest(${[...clients]}::text[]) c))`
}
