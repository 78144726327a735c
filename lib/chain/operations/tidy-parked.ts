import { statusesBefore } from '#/lib/berichten/rules.ts'
import { SOFTWARE } from '#/lib/chain/outbound/pair.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'

const MOST_ROWS = 500

type Settled = { readonly place: bigint; readonly organisationId: string }

/**
 * Takes out of the line what was given up and nobody can send any more: answered, refused or withdrawn since, with its content gone,
 * or forwarded. What the servicedesk sees as given up is what it can do something about. Answers how many.
 */
export async function tidyParked(): Promise<number> {
  const rows = await inTransaction(
    { kind: 'systeem' },
    (tx) => tx.$queryRaw<Settled[]>`
      SELECT d.place, d.organisation_id AS "organisationId"
      FROM dispatch d JOIN bericht b ON b.id = d.bericht_id
      WHERE d.parked_at IS NOT NULL AND (b.storage_key IS NULL OR d.fault IS NULL AND NOT b.status = ANY (
        CASE WHEN d.receiver = ${SOFTWARE} THEN ${statusesBefore('forward')}::"BerichtStatus"[]
          ELSE ${statusesBefore('resend')}::"BerichtStatus"[] END))
      LIMIT ${MOST_ROWS}`,
  )
  let gone = 0
  for (const { place, organisationId } of rows) {
    const { count } = await inTransaction({ kind: 'organisatie', organisationId }, (tx) =>
      tx.dispatch.deleteMany({ where: { organisationId, place, parkedAt: { not: null } } }),
    )
    gone += count
  }
  return gone
}
