import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Direction, LinkKind } from '#/lib/generated/prisma/enums.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { rowsJson } from '#/lib/platform/db/row-json.ts'

/** `fromId` answers or corrects `toId`. */
export type Link = { readonly fromId: string; readonly toId: string; readonly kind: LinkKind }

/** A bericht that another one answers. */
export type Heen = Pick<Bericht, 'id' | 'referentienummer'>

/** What a bericht is known by to whoever answers it. */
export type Address = {
  readonly direction: Direction
  readonly berichtsoort: string
  readonly identificatie: string
  readonly dagtekening: Date | null
  readonly afzender: string
  readonly ontvanger: string
}

/**
 * Makes everybody wait who takes in a bericht about the same things at this moment, until this transaction ends: otherwise
 * a bericht and its answer that arrive together would not see each other, and two answers would both be the first.
 */
export async function lockSubjects(tx: Tx, { organisationId, product }: ProductScope, subjects: readonly string[]) {
  const texts = subjects.map((subject) => `${organisationId} ${product} ${subject}`).toSorted()
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(n)::text FROM (
      SELECT DISTINCT hashtextextended(t, 0) AS n FROM unnest(${texts}::text[]) t ORDER BY 1) locks`
}

/**
 * The bericht that an answer is about. What was refused here or taken back never reached anybody, so nothing answers it. A
 * provider can send the same identification twice (TR056): each gets its answer, the oldest first.
 */
export async function findAnswered(tx: Tx, scope: ProductScope, address: Address): Promise<Heen | null> {
  const [row] = await tx.$queryRaw<Heen[]>`
    SELECT b.id, b.referentienummer FROM bericht b
    WHERE b.organisation_id = ${scope.organisationId}::uuid AND b.product = ${scope.product}
      AND b.direction = ${address.direction}::"Direction" AND b.berichtsoort = ${address.berichtsoort}
      AND b.identificatie = ${address.identificatie}
      AND b.afzender = ${address.afzender} AND b.ontvanger = ${address.ontvanger}
      AND b.status NOT IN ('AFGEKEURD', 'INGETROKKEN')
    ORDER BY b.dagtekening IS NOT DISTINCT FROM ${address.dagtekening}::date DESC,
      b.status NOT IN ('KETENFOUT', 'MISLUKT') DESC,
      EXISTS (SELECT FROM bericht_link l WHERE l.to_id = b.id AND l.kind <> 'CORRECTIE'), b.created_at, b.id
    LIMIT 1`
  return row ?? null
}

/** Answers that came before the bericht they are about, and belong to no other. */
export async function listWaitingAnswers(tx: Tx, scope: ProductScope, address: Address): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT b.id FROM bericht b
    WHERE b.organisation_id = ${scope.organisationId}::uuid AND b.product = ${scope.product}
      AND b.direction = ${address.direction}::"Direction" AND b.berichtsoort = ${address.berichtsoort}
      AND b.heen_identificatie = ${address.identificatie}
      AND b.afzender = ${address.afzender} AND b.ontvanger = ${address.ontvanger}
      AND b.status NOT IN ('AFGEKEURD', 'INGETROKKEN')
      AND NOT EXISTS (SELECT FROM bericht_link l WHERE l.from_id = b.id AND l.kind <> 'CORRECTIE')
    ORDER BY b.created_at, b.id`
  return rows.map(({ id }) => id)
}

/** Berichten with a request of one of these references. */
export async function listRequests(tx: Tx, scope: ProductScope, references: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT f.bericht_id AS id FROM bericht_fact f
    WHERE f.organisation_id = ${scope.organisationId}::uuid AND f.product = ${scope.product} AND f.kind = 'verzoek'
      AND f.key = ANY (ARRAY (SELECT decode(r, 'hex') FROM unnest(${[...references]}::text[]) r))
    ORDER BY 1`
  return rows.map(({ id }) => id)
}

/** Berichten that answer one of these references: by a 319, or by a toewijzing that names it. */
export async function listRequestAnswers(
  tx: Tx,
  scope: ProductScope,
  references: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH wanted AS (SELECT decode(r, 'hex') AS reference FROM unnest(${[...references]}::text[]) r),
    answers AS (
      SELECT f.bericht_id FROM bericht_fact f JOIN wanted w ON f.key = w.reference
      WHERE f.organisation_id = ${scope.organisationId}::uuid AND f.product = ${scope.product} AND f.kind = 'antwoord'
      UNION
      SELECT f.bericht_id FROM bericht_fact f JOIN wanted w ON f.other = w.reference
      WHERE f.organisation_id = ${scope.organisationId}::uuid AND f.product = ${scope.product} AND f.kind = 'toewijzing')
    SELECT b.id FROM answers JOIN bericht b ON b.id = answers.bericht_id
    WHERE b.status NOT IN ('AFGEKEURD', 'INGETROKKEN') ORDER BY 1`
  return rows.map(({ id }) => id)
}

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
    where: { toId, organisationId: scope.organisationId, kind: 'RETOUR', from: { verdict: { not: null } } },
    select: { from: { select: { berichtsoort: true } } },
  })
  return link?.from.berichtsoort ?? null
}
