import type { ProductScope } from '#/lib/access/authorise.ts'
import { SENDER_DOUBTS } from '#/lib/berichten/links/sender-doubt.ts'
import type { KeptFact } from '#/lib/berichten/sequence/history.ts'
import { type Bericht, Prisma } from '#/lib/generated/prisma/client.ts'
import type { BerichtStatus, Direction } from '#/lib/generated/prisma/enums.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { TIME_ZONE } from '#/lib/platform/i18n/locale.ts'

/** A bericht that another one answers, and whether another answer to it stands already. */
export type Heen = Pick<Bericht, 'id' | 'referentienummer'> & { readonly isAnswered: boolean }

/** What a bericht is known by to whoever answers it. */
export type Address = {
  readonly direction: Direction
  readonly berichtsoort: string
  readonly identificatie: string
  /** `YYYY-MM-DD`. */
  readonly dagtekening: string | null
  readonly afzender: string
  readonly ontvanger: string
}

/** What a new bericht looks for among the others. */
export type Search = {
  /** Where the bericht that it answers must be. */
  readonly about: Address | null
  /** Its own identification: an answer with the same is this one, sent again. */
  readonly own: string | null
  /** What answers to it must name. */
  readonly by: Address | null
  /** Hashes of the requests that it decides on. */
  readonly decidesOn: readonly string[]
  /** By what its own facts are known: numbers of toewijzingen, references of requests and claims, clients. */
  readonly numbers: readonly string[]
  readonly references: readonly string[]
  readonly clients: readonly string[]
  /** Of numbers and clients only their toewijzingen: the many lines of a declaratie are held against nothing else. */
  readonly assignedOnly: boolean
  /** Its own identification, when another of its kind and sender may not have it. */
  readonly identification: {
    readonly berichtsoort: string
    readonly afzender: string
    readonly identificatie: string
  } | null
}

export type Counterparts = {
  /**
   * The bericht at `about`. What was refused here or taken back never reached anybody, so nothing answers it. A provider can
   * send the same identification twice (TR056): each gets its answer, the oldest first.
   */
  readonly heen: Heen | null
  /** Answers at `by` that came before the bericht they are about, and belong to no other; oldest first. */
  readonly waiting: readonly string[]
  /** Berichten with a request that it decides on. */
  readonly asked: readonly string[]
  /** Facts of these numbers, references and clients, of berichten neither refused here nor taken back; oldest first. */
  readonly facts: readonly KeptFact[]
  readonly isIdentificationUsed: boolean
  /** The day on which the gemeente's first bericht of this product came, `YYYY-MM-DD`. */
  readonly beganOn: string | null
}

/** What counts as not sent: refused here, taken back, refused by the chain, or given up. */
const NOT_SENT: readonly BerichtStatus[] = ['AFGEKEURD', 'INGETROKKEN', 'KETENFOUT', 'MISLUKT']

/** What lies among no others: refused here, taken back, or held for the virus scanner; that one is tied when it is let through. */
const APART: readonly BerichtStatus[] = ['AFGEKEURD', 'INGETROKKEN', 'IN_CONTROLE']

/** Findings of what was sent by another than it says: that answers nothing. */
const DOUBTS = SENDER_DOUBTS.map((variant) => JSON.stringify([{ code: 'ENVELOP', variant }]))

const hashes = (all: readonly string[]) => Prisma.sql`SELECT decode(h, 'hex') FROM unnest(${[...all]}::text[]) h`

/** One thing of one client that was told so often is not one thing any more: what is older is not looked at. */
const TOLD_AT_MOST = 100
/** Of a toewijzing the newest versions count: a declaratie can be about thousands of them. */
const CLAIMED_AT_MOST = 3

/**
 * Looks up in one statement all that a new bericht may belong to; a delivery waits for it, and mostly nothing is there. Arrays,
 * LIMIT and OFFSET 0 keep the plan to the indexes: of tables that grew fast the planner knows too little to choose them, and
 * an index that has the wanted order would lure it through all of a gemeente. So would one that begins with the gemeente:
 * IS NOT DISTINCT FROM is a condition that no index serves, and leaves the one that begins with what is looked for.
 */
export async function findCounterparts(
  tx: Tx,
  { organisationId, product }: ProductScope,
  { about, own, by, decidesOn, numbers, references, clients, assignedOnly, identification }: Search,
): Promise<Counterparts> {
  const [found] = await tx.$queryRaw<[Counterparts]>`
    SELECT
      (SELECT jsonb_build_object('id', b.id, 'referentienummer', b.referentienummer, 'isAnswered', EXISTS (
          SELECT FROM bericht_link l JOIN bericht a ON a.id = l.from_id
          WHERE l.to_id = b.id AND l.kind <> 'CORRECTIE' AND a.identificatie IS DISTINCT FROM ${own}::text
            AND a.status <> ALL (${NOT_SENT}::"BerichtStatus"[])))
        FROM bericht b
        WHERE b.identificatie = ${about?.identificatie}::text
          AND b.organisation_id IS NOT DISTINCT FROM ${organisationId}::uuid AND b.product = ${product}
          AND b.direction = ${about?.direction}::"Direction" AND b.berichtsoort = ${about?.berichtsoort}::text
          AND b.afzender = ${about?.afzender}::text AND b.ontvanger = ${about?.ontvanger}::text
          AND b.status <> ALL (${APART}::"BerichtStatus"[])
        ORDER BY b.dagtekening IS NOT DISTINCT FROM ${about?.dagtekening}::date DESC,
          b.status NOT IN ('KETENFOUT', 'MISLUKT') DESC,
          EXISTS (SELECT FROM bericht_link l WHERE l.to_id = b.id AND l.kind <> 'CORRECTIE'), b.created_at, b.id
        LIMIT 1) AS heen,
      ARRAY (SELECT b.id::text FROM (
          SELECT id, created_at, findings FROM bericht
          WHERE organisation_id = ${organisationId}::uuid AND product = ${product}
            AND heen_identificatie = ${by?.identificatie}::text
            AND direction = ${by?.direction}::"Direction" AND berichtsoort = ${by?.berichtsoort}::text
            AND afzender = ${by?.afzender}::text AND ontvanger = ${by?.ontvanger}::text
            AND status <> ALL (${APART}::"BerichtStatus"[]) OFFSET 0) b
        WHERE NOT EXISTS (SELECT FROM bericht_link l WHERE l.from_id = b.id AND l.kind <> 'CORRECTIE')
          AND NOT b.findings @> ANY (${DOUBTS}::jsonb[])
        ORDER BY b.created_at, b.id) AS waiting,
      ARRAY (SELECT DISTINCT f.bericht_id::text FROM bericht_fact f
        WHERE f.organisation_id = ${organisationId}::uuid AND f.product = ${product} AND f.kind = 'verzoek'
          AND f.key = ANY (ARRAY (SELECT decode(k, 'hex') FROM unnest(${[...decidesOn]}::text[]) k))
        ORDER BY 1) AS asked,
      (SELECT coalesce(jsonb_agg(fact ORDER BY arrived, id, place), '[]') FROM (
        SELECT b.created_at AS arrived, f.bericht_id AS id, f.place,
          row_number() OVER (PARTITION BY f.kind, f.key, f.client
            ORDER BY b.created_at DESC, f.bericht_id DESC, f.place DESC) AS newest, jsonb_build_object(
          'berichtId', f.bericht_id, 'kind', f.kind, 'key', encode(f.key, 'hex'), 'client', encode(f.client, 'hex'),
          'other', encode(f.other, 'hex'), 'party', f.party, 'fromOn', f.from_on, 'untilOn', f.until_on,
          'details', f.details, 'stands', b.stands) AS fact
        FROM (
          SELECT * FROM bericht_fact
          WHERE organisation_id = ${organisationId}::uuid AND product = ${product}
            AND kind = ANY (${assignedOnly ? ['toewijzing'] : ['toewijzing', 'start', 'stop']}) AND key = ANY (ARRAY (${hashes(numbers)}))
            AND (kind = 'toewijzing' OR client = ANY (ARRAY (${hashes(clients)})))
          UNION SELECT * FROM bericht_fact
          WHERE organisation_id = ${organisationId}::uuid AND product = ${product}
            AND kind = ANY ('{verzoek,antwoord,declaratie}') AND key = ANY (ARRAY (${hashes(references)}))
          UNION SELECT * FROM bericht_fact
          WHERE other = ANY (ARRAY (${hashes(references)}))
            AND organisation_id IS NOT DISTINCT FROM ${organisationId}::uuid AND product = ${product}
          UNION SELECT * FROM bericht_fact
          WHERE client = ANY (ARRAY (${hashes(clients)}))
            AND organisation_id IS NOT DISTINCT FROM ${organisationId}::uuid AND product = ${product}
            AND (NOT ${assignedOnly} OR kind = 'toewijzing')) f
        CROSS JOIN LATERAL (
          SELECT created_at, status, NOT is_refused AND status <> ALL (${NOT_SENT}::"BerichtStatus"[]) AS stands
          FROM bericht WHERE id = f.bericht_id LIMIT 1) b
        WHERE b.status <> ALL (${APART}::"BerichtStatus"[])) told
        WHERE newest <= ${assignedOnly ? CLAIMED_AT_MOST : TOLD_AT_MOST}) AS facts,
      EXISTS (SELECT FROM bericht
        WHERE identificatie = ${identification?.identificatie}::text
          AND organisation_id IS NOT DISTINCT FROM ${organisationId}::uuid AND product = ${product}
          AND berichtsoort = ${identification?.berichtsoort}::text AND afzender = ${identification?.afzender}::text
          AND direction = 'ONTVANGEN' AND status <> ALL (${APART}::"BerichtStatus"[])) AS "isIdentificationUsed",
      (SELECT to_char(created_at AT TIME ZONE ${TIME_ZONE}, 'YYYY-MM-DD') FROM bericht
        WHERE organisation_id = ${organisationId}::uuid AND product = ${product}
        ORDER BY created_at, id LIMIT 1) AS "beganOn"`
  return found
}

/** Berichten that answer one of these requests: by a 319, or by a toewijzing that names it. */
export async function listRequestAnswers(
  tx: Tx,
  { organisationId, product }: ProductScope,
  requests: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH wanted AS (SELECT decode(r, 'hex') AS reference FROM unnest(${[...requests]}::text[]) r),
    answers AS (
      SELECT f.bericht_id FROM bericht_fact f JOIN wanted w ON f.key = w.reference
      WHERE f.organisation_id = ${organisationId}::uuid AND f.product = ${product} AND f.kind = 'antwoord'
      UNION
      SELECT f.bericht_id FROM bericht_fact f JOIN wanted w ON f.other = w.reference
      WHERE f.organisation_id = ${organisationId}::uuid AND f.product = ${product} AND f.kind = 'toewijzing')
    SELECT b.id FROM answers JOIN bericht b ON b.id = answers.bericht_id
    WHERE b.status <> ALL (${APART}::"BerichtStatus"[]) ORDER BY 1`
  return rows.map(({ id }) => id)
}
