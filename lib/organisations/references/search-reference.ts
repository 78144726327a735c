import { z } from 'zod'
import type { Actor } from '#/lib/access/actor.ts'
import { authoriseStaff } from '#/lib/access/authorise.ts'
import type { LogEntry } from '#/lib/audit/log-entry.ts'
import { queryLogByReference } from '#/lib/audit/log-query.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { BerichtStatus, Direction } from '#/lib/generated/prisma/enums.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

/** What somebody on the telephone can name. */
export type ReferenceKind = 'support-code' | 'uuid' | 'unknown'

/** A bericht as far as the servicedesk may see it: status, codes and times. */
export type BerichtStatusView = {
  readonly organisationId: string
  readonly organisationName: string
  readonly product: string
  readonly direction: Direction
  readonly status: BerichtStatus
  readonly berichtsoort: string | null
  readonly versie: string | null
  readonly ontvanger: string | null
  readonly createdAt: Date
  readonly receivedAt: Date | null
  readonly fetchedAt: Date | null
  readonly findingCodes: readonly string[]
  readonly timeline: readonly { readonly status: BerichtStatus; readonly at: Date }[]
}

export type ReferenceAnswer = {
  readonly kind: ReferenceKind
  readonly reference: string
  readonly entries: readonly LogEntry[]
  readonly bericht: BerichtStatusView | null
}

const SUPPORT_CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/
const MOST_ROWS = 50

/** Reads a reference as people write or say it: spaces, small letters, O for 0, I and L for 1. */
export function readReference(text: string): { readonly kind: ReferenceKind; readonly reference: string } {
  const bare = text.trim().slice(0, 100)
  if (z.uuid().safeParse(bare.toLowerCase()).success) return { kind: 'uuid', reference: bare.toLowerCase() }
  const code = bare.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return SUPPORT_CODE.test(code) ? { kind: 'support-code', reference: code } : { kind: 'unknown', reference: bare }
}

type Row = {
  organisation_id: string
  organisation_name: string
  product: string
  direction: Direction
  status: BerichtStatus
  berichtsoort: string | null
  versie: string | null
  ontvanger: string | null
  created_at: Date
  received_at: Date | null
  fetched_at: Date | null
  finding_codes: string[]
  timeline: { status: BerichtStatus; at: string }[]
}

async function findBericht(tx: Tx, reference: string): Promise<BerichtStatusView | null> {
  const [row] = await tx.$queryRaw<Row[]>`SELECT * FROM find_bericht_status(${reference}::uuid)`
  if (!row) return null
  return {
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    product: row.product,
    direction: row.direction,
    status: row.status,
    berichtsoort: row.berichtsoort,
    versie: row.versie,
    ontvanger: row.ontvanger,
    createdAt: row.created_at,
    receivedAt: row.received_at,
    fetchedAt: row.fetched_at,
    findingCodes: row.finding_codes,
    timeline: row.timeline.map(({ status, at }) => ({ status, at: new Date(at) })),
  }
}

/** The empty search page: for the servicedesk only. */
export function openReferenceSearch(actor: Actor): null {
  authoriseStaff(actor, 'reference.search')
  return null
}

/**
 * Finds what a caller names: the code of a refused login, the reference of an error page, or the referentienummer of a
 * bericht. Never the content of a bericht, a BSN or a file name. Each search is logged with what was searched for.
 */
export async function searchReference(actor: Actor, text: string): Promise<ReferenceAnswer> {
  const { scope, staff } = authoriseStaff(actor, 'reference.search')
  const { kind, reference } = readReference(text)
  return inTransaction(scope.realm, async (tx) => {
    const entries = kind === 'unknown' ? [] : await queryLogByReference(tx, reference, MOST_ROWS)
    const bericht = kind === 'uuid' ? await findBericht(tx, reference) : null
    await recordAudit(tx, staff, {
      event: 'reference.searched',
      ...(bericht ? { organisationId: bericht.organisationId } : {}),
      // What is no reference may be anything, a name or a BSN too: it does not go into the log.
      details: { referentie: kind === 'unknown' ? null : reference, regels: entries.length, bericht: bericht !== null },
    })
    return { kind, reference, entries, bericht }
  })
}
