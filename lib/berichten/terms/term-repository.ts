import type { ProductScope } from '#/lib/access/authorise.ts'
import type { TermState } from '#/lib/berichten/repository.ts'
import type { Answered } from '#/lib/berichten/terms/open-term.ts'
import type { BerichtStatus, Direction, LinkKind, Verdict } from '#/lib/generated/prisma/enums.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** A bericht with all that decides what is due on it. */
export type TermFacts = {
  readonly id: string
  readonly direction: Direction
  readonly status: BerichtStatus
  readonly berichtsoort: string | null
  readonly dagtekening: string | null
  readonly receivedAt: Date | null
  /** When the chain confirmed that it has a delivery. */
  readonly confirmedAt: Date | null
  /** It cannot be read as what it says it is; then no answer is due on it. */
  readonly isUnreadable: boolean
  /** What stands of the answers, oldest first. */
  readonly answers: readonly { readonly kind: LinkKind; readonly verdict: Verdict | null; readonly at: string }[]
  /** In the order of the file. */
  readonly requests: Answered['requests']
  readonly kept: TermState
}

/**
 * Reads and locks a bericht with its answers. An answer stands when it came in, or was delivered and neither refused, taken
 * back nor lost on the way; a decision moreover when its own retourbericht does not refuse it: then it counts as not sent.
 */
export async function readTermFacts(tx: Tx, scope: ProductScope, id: string): Promise<TermFacts | null> {
  // In a statement of its own: what is read after it sees what was committed while it waited. NO KEY: a bericht that is being
  // tied to this one holds its key by a foreign key, and two that answer it would otherwise wait for each other.
  await tx.$queryRaw`
    SELECT id FROM bericht WHERE id = ${id}::uuid AND organisation_id = ${scope.organisationId}::uuid FOR NO KEY UPDATE`
  const [row] = await tx.$queryRaw<TermFacts[]>`
    SELECT b.id, b.direction, b.status, b.berichtsoort, b.dagtekening::text, b.received_at AS "receivedAt",
      (SELECT max(c.at) FROM bericht_status_change c WHERE c.bericht_id = b.id AND c.status = 'AFGELEVERD') AS "confirmedAt",
      EXISTS (SELECT FROM jsonb_array_elements(b.findings) f
        WHERE f->>'ernst' = 'fout' AND f->>'code' !~ '^[A-Z]{2}[0-9]') AS "isUnreadable",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'verdict', a.verdict, 'at', a.created_at)
          ORDER BY a.created_at, a.id), '[]')
        FROM bericht_link l JOIN bericht a ON a.id = l.from_id
        WHERE l.to_id = b.id AND l.kind <> 'CORRECTIE' AND NOT a.is_refused
          AND a.status NOT IN ('AFGEKEURD', 'INGETROKKEN', 'KETENFOUT', 'MISLUKT')) AS answers,
      (SELECT coalesce(jsonb_agg(CASE
          WHEN EXISTS (SELECT FROM bericht_fact g JOIN bericht a ON a.id = g.bericht_id
            WHERE g.organisation_id = b.organisation_id AND g.product = b.product AND NOT a.is_refused
              AND a.status NOT IN ('AFGEKEURD', 'INGETROKKEN', 'KETENFOUT', 'MISLUKT')
              AND (g.kind = 'toewijzing' AND g.other = f.key
                OR g.kind = 'antwoord' AND g.key = f.key AND g.details->>'antwoord' = '1')) THEN 'BESLIST'
          WHEN EXISTS (SELECT FROM bericht_fact g JOIN bericht a ON a.id = g.bericht_id
            WHERE g.organisation_id = b.organisation_id AND g.product = b.product AND NOT a.is_refused
              AND a.status NOT IN ('AFGEKEURD', 'INGETROKKEN', 'KETENFOUT', 'MISLUKT')
              AND g.kind = 'antwoord' AND g.key = f.key) THEN 'IN_ONDERZOEK'
          ELSE 'OPEN' END ORDER BY f.place), '[]')
        FROM bericht_fact f WHERE f.bericht_id = b.id AND f.kind = 'verzoek') AS requests,
      jsonb_build_object('awaits', b.awaits, 'deadlineOn', b.deadline_on, 'answeredAt', b.answered_at,
        'isRefused', b.is_refused) AS kept
    FROM bericht b
    WHERE b.id = ${id}::uuid AND b.organisation_id = ${scope.organisationId}::uuid AND b.product = ${scope.product}`
  return row ?? null
}
