import type { ProductScope } from '#/lib/access/authorise.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'

/** What counts as not sent, or is not known to be clean yet. */
const NOT_STANDING: readonly BerichtStatus[] = ['AFGEKEURD', 'INGETROKKEN', 'IN_CONTROLE', 'KETENFOUT', 'MISLUKT']

/**
 * A query of the clients of a gemeente with a toewijzing of iWmo that runs on a day (`YYYY-MM-DD`), each with the newest of their
 * toewijzingsberichten that still has its content: `client`, `bericht_id`. Of each toewijzing the version of the latest decision
 * counts (IV013); a withdrawn one does not (RedenWijziging 13, or ended on its first day). Whoever has no content left is not in
 * it: nobody knows the Bsn any more.
 */
export function assignedClients({ organisationId }: Pick<ProductScope, 'organisationId'>, day: string): Prisma.Sql {
  return Prisma.sql`
    WITH told AS MATERIALIZED (
      SELECT f.key, f.client, f.party, f.from_on, f.until_on, f.details, f.bericht_id, f.place, b.created_at,
        b.storage_key IS NOT NULL AND NOT b.awaits_scan AS has_content
      FROM bericht_fact f JOIN bericht b ON b.id = f.bericht_id
      WHERE f.organisation_id = ${organisationId}::uuid AND f.product = 'iwmo' AND f.kind = 'toewijzing'
        AND f.client IS NOT NULL AND b.direction = 'AANGELEVERD' AND NOT b.is_refused
        AND b.status <> ALL (${[...NOT_STANDING]}::"BerichtStatus"[])),
    in_force AS (
      SELECT DISTINCT ON (key, client, party) client, from_on, until_on, details FROM told
      ORDER BY key, client, party, coalesce(details->>'besluit', '') DESC, created_at DESC, bericht_id DESC, place DESC),
    running AS (
      SELECT DISTINCT client FROM in_force
      WHERE from_on <= ${day}::date AND (until_on IS NULL OR until_on >= ${day}::date)
        AND details->>'reden' IS DISTINCT FROM '13'
        AND NOT (details->>'reden' IS NOT DISTINCT FROM '01' AND from_on = until_on))
    SELECT DISTINCT ON (t.client) t.client, t.bericht_id FROM told t JOIN running r ON r.client = t.client
    WHERE t.has_content ORDER BY t.client, t.created_at DESC, t.bericht_id DESC`
}
