import { CODE_LIFE_MS } from '#/lib/onboarding/codes/code-rules.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/**
 * What waits for the servicedesk at a gemeente. `nomination`: a colleague has to make the code of a gebruikersbeheerder.
 * `managerless`: people wait for a code, and nobody of the gemeente can make one. `agreements`: one or both are not in force.
 */
export type WorkKind = 'nomination' | 'managerless' | 'agreements'

/** One thing that waits, of one gemeente: no name of a person, that stands behind the link. */
export type Work = {
  readonly kind: WorkKind
  readonly organisationId: string
  readonly organisationName: string
  readonly since: Date
  /** People who wait; the number of agreements that are missing for `agreements`. */
  readonly count: number
}

export type WorkList = { readonly items: readonly Work[]; readonly hasMore: boolean }

const MOST_SHOWN = 25

type Row = { kind: WorkKind; organisation_id: string; name: string; since: Date; count: number }

/** What waits for the servicedesk, longest waiting first. */
export async function readWorkList(tx: Tx): Promise<WorkList> {
  const nominatedAfter = new Date(clock.now().getTime() - CODE_LIFE_MS)
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.kind, w.organisation_id, o.name, w.since, w.count FROM (
      SELECT 'nomination' AS kind, n.organisation_id, min(n.nominated_at) AS since, count(*)::int AS count
        FROM manager_nomination n JOIN member m ON m.id = n.member_id
        WHERE m.state = 'VERIFICATIE' AND n.nominated_at > ${nominatedAfter}
        GROUP BY n.organisation_id
      UNION ALL
      SELECT 'managerless', m.organisation_id, min(coalesce(m.profile_saved_at, m.created_at)), count(*)::int
        FROM member m
        WHERE m.state = 'VERIFICATIE'
          AND NOT EXISTS (SELECT 1 FROM manager_nomination n WHERE n.member_id = m.id AND n.nominated_at > ${nominatedAfter})
          AND NOT EXISTS (SELECT 1 FROM member b
            WHERE b.organisation_id = m.organisation_id AND b.is_manager AND b.state = 'ACTIEF')
        GROUP BY m.organisation_id
      UNION ALL
      SELECT 'agreements', o.id,
        coalesce((SELECT max(a.withdrawn_at) FROM agreement a WHERE a.organisation_id = o.id), o.created_at),
        2 - (SELECT count(*)::int FROM agreement a WHERE a.organisation_id = o.id AND a.withdrawn_at IS NULL)
        FROM organisation o
        WHERE (SELECT count(*) FROM agreement a WHERE a.organisation_id = o.id AND a.withdrawn_at IS NULL) < 2
    ) w JOIN organisation o ON o.id = w.organisation_id
    ORDER BY w.since, w.organisation_id, w.kind LIMIT ${MOST_SHOWN + 1}`
  const items = rows.slice(0, MOST_SHOWN).map((row) => ({
    kind: row.kind,
    organisationId: row.organisation_id,
    organisationName: row.name,
    since: row.since,
    count: row.count,
  }))
  return { items, hasMore: rows.length > MOST_SHOWN }
}
