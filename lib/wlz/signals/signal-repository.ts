import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'

type NewSignal = {
  /** As facts know the client, 32 hexadecimal digits. */
  readonly client: string
  /** First day of the indicatie, `YYYY-MM-DD`. */
  readonly since: string
  readonly berichtId: string
  /** The last three digits of the Bsn. */
  readonly bsnEnd: string
  readonly at: Date
}

/** Adds a signal. Null when this person and indicatie have one already, whoever made it. */
export async function insertSignal(
  tx: Tx,
  { organisationId }: ProductScope<'wlz.watch'>,
  { client, since, berichtId, bsnEnd, at }: NewSignal,
): Promise<string | null> {
  const id = ids.rowId()
  const inserted = await tx.$executeRaw`
    INSERT INTO wlz_signal (id, organisation_id, client, since, bericht_id, bsn_end, signalled_at)
    VALUES (${id}::uuid, ${organisationId}::uuid, decode(${client}, 'hex'), ${since}::date, ${berichtId}::uuid, ${bsnEnd},
      ${at}::timestamptz)
    ON CONFLICT (organisation_id, client, since) DO NOTHING`
  return inserted === 1 ? id : null
}

/** A signal with the bericht in which the person stands. */
export type SignalRow = {
  readonly id: string
  readonly client: string
  readonly since: Date
  readonly bsnEnd: string
  readonly signalledAt: Date
  readonly bericht: Bericht
}

type Reader = ProductScope<'wlz.read-signals'>
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The signals of the own gemeente, newest first; `before`: older than that one. */
export async function listRows(tx: Tx, { organisationId }: Reader, before: string | null, limit: number) {
  const rows = await tx.wlzSignal.findMany({
    where: { organisationId, ...(before === null ? {} : { id: { lt: before } }) },
    include: { bericht: true },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map((row): SignalRow => ({ ...row, client: hex(row.client) }))
}

/** One signal of the own gemeente; null for every other id. */
export async function findRow(tx: Tx, { organisationId }: Reader, id: string): Promise<SignalRow | null> {
  const row = await tx.wlzSignal.findFirst({ where: { id, organisationId }, include: { bericht: true } })
  return row && { ...row, client: hex(row.client) }
}
