import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { LinkKind } from '#/lib/generated/prisma/enums.ts'
import { EIGEN_BIJDRAGE_SOORTEN } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { rowsJson } from '#/lib/platform/db/row-json.ts'

/** `fromId` answers or corrects `toId`. */
export type Link = { readonly fromId: string; readonly toId: string; readonly kind: LinkKind }

/** Ties berichten together; what is tied already stays as it is. */
export async function insertLinks(tx: Tx, { organisationId }: ProductScope, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  await tx.$executeRaw`
    INSERT INTO bericht_link
    SELECT * FROM jsonb_populate_recordset(NULL::bericht_link, ${rowsJson(links.map((link) => ({ ...link, organisationId })))}::jsonb)
    ON CONFLICT DO NOTHING`
}

/** The berichten that a bericht answers. */
export async function listAnsweredIds(tx: Tx, scope: ProductScope, fromId: string): Promise<string[]> {
  const rows = await tx.berichtLink.findMany({
    where: { fromId, organisationId: scope.organisationId, kind: { not: 'CORRECTIE' } },
    select: { toId: true },
    orderBy: { toId: 'asc' },
  })
  return rows.map(({ toId }) => toId)
}

const LINKED_COLUMNS = {
  id: true,
  berichtsoort: true,
  identificatie: true,
  direction: true,
  status: true,
  verdict: true,
  createdAt: true,
} as const

/** A bericht that belongs to another, and how: `isFrom` when it is the one that answers or corrects. */
export type LinkedRow = {
  readonly bericht: Pick<Bericht, keyof typeof LINKED_COLUMNS>
  readonly kind: LinkKind
  readonly isFrom: boolean
}

/** What a bericht answers and corrects, and what answers and corrects it; oldest first. */
export async function listLinked(tx: Tx, scope: ProductScope, berichtId: string): Promise<LinkedRow[]> {
  const links = await tx.berichtLink.findMany({
    where: { organisationId: scope.organisationId, OR: [{ fromId: berichtId }, { toId: berichtId }] },
    select: { toId: true, kind: true, from: { select: LINKED_COLUMNS }, to: { select: LINKED_COLUMNS } },
  })
  return links
    .map(({ from, to, kind, toId }) => ({ bericht: toId === berichtId ? from : to, kind, isFrom: toId === berichtId }))
    .toSorted((one, other) => one.bericht.createdAt.getTime() - other.bericht.createdAt.getTime())
}

/** The berichtsoort of the retourbericht, one that can be read, that came in for a delivery, when there is one. */
export async function findRetour(tx: Tx, scope: ProductScope, toId: string): Promise<string | null> {
  const link = await tx.berichtLink.findFirst({
    where: {
      toId,
      organisationId: scope.organisationId,
      kind: 'RETOUR',
      from: {
        OR: [{ verdict: { not: null } }, { berichtsoort: { in: [...EIGEN_BIJDRAGE_SOORTEN] } }],
      },
    },
    select: { from: { select: { berichtsoort: true } } },
  })
  return link?.from.berichtsoort ?? null
}

/** How many answers to a bericht were lost on the way, or refused by who got them, by berichtsoort. */
export async function countLostAnswers(
  tx: Tx,
  scope: ProductScope,
  toId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ soort: string; count: number }[]>`
    SELECT a.berichtsoort AS soort, count(*)::int AS count
    FROM bericht_link l JOIN bericht a ON a.id = l.from_id
    WHERE l.to_id = ${toId}::uuid AND l.organisation_id = ${scope.organisationId}::uuid AND l.kind <> 'CORRECTIE'
      AND a.direction = 'AANGELEVERD' AND (a.is_refused OR a.status IN ('KETENFOUT', 'MISLUKT'))
    GROUP BY 1`
  return new Map(rows.map(({ soort, count }) => [soort, count]))
}
