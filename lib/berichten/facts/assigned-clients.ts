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
  // One pass, grouped: joined with itself by client, a table that grew since it was last analysed takes minutes.
  return Prisma.sql`
    SELECT client, (array_agg(bericht_id ORDER BY created_at DESC, bericht_id DESC) FILTER (WHERE has_content))[1] AS bericht_id
    FROM (
      SELECT f.client, f.from_on, f.until_on, f.details, f.bericht_id, b.created_at,
        b.storage_key IS NOT NULL AND NOT b.awaits_scan AS has_content,
        row_number() OVER (PARTITION BY f.client, f.key, f.party
          ORDER BY coalesce(f.details->>'besluit', '') DESC, b.created_at DESC, f.bericht_id DESC, f.place DESC) AS version
      FROM bericht_fact f JOIN bericht b ON b.id = f.bericht_id
      WHERE f.organisation_id = ${organisationId}::uuid AND f.product = 'iwmo' AND f.kind = 'toewijzing'
        AND f.client IS NOT NULL AND b.direction = 'AANGELEVERD' AND NOT b.is_refused
        AND b.status <> ALL (${[...NOT_STANDING]}::"BerichtStatus"[])) told
    GROUP BY client
    HAVING bool_or(has_content) AND bool_or(version = 1
      AND from_on <= ${day}::date AND (until_on IS NULL OR until_on >= ${day}::date)
      AND details->>'reden' IS DISTINCT FROM '13'
      AND NOT (details->>'reden' IS NOT DISTINCT FROM '01' AND from_on = until_on))`
}
