import { type ChainedRow, chainedHash, chainStart } from '#/lib/audit/audit-text.ts'

/** How the check of one chain ended. `atSeq` is the place of the first row that does not fit. */
export type ChainVerdict =
  | { readonly chain: number; readonly ok: true; readonly rows: bigint; readonly head: string }
  | {
      readonly chain: number
      readonly ok: false
      readonly fault: 'changed' | 'gap' | 'link' | 'head' | 'missing-head' | 'beyond-head'
      readonly atSeq: bigint
    }

type Head = { chain: number; last_seq: string; last_hash: Uint8Array }
type Row = { parts: (string | null)[]; seq: string; prev_hash: Uint8Array; hash: Uint8Array }

const BATCH_ROWS = 5_000
const CHAINS = 16
const same = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0

/** Reads with a connection that sees every row of the log; it needs no other right. */
export type LogReader = <R extends Head | Row>(sql: string, values: readonly unknown[]) => Promise<readonly R[]>

async function readHeads(read: LogReader): Promise<ReadonlyMap<number, Head>> {
  const heads = await read<Head>('SELECT chain, last_seq::text, last_hash FROM audit_chain ORDER BY chain', [])
  return new Map(heads.map((head) => [head.chain, head]))
}

// Columns as the text that PostgreSQL gives them: nothing is lost on the way.
const ROWS = `
  SELECT seq::text, prev_hash, hash, ARRAY[
    id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), event, action::text, result,
    reason_code, actor_kind, actor_user_id::text, actor_member_id::text, actor_role, organisation_id::text, loa,
    subject_kind, subject_id, object_kind, object_id, basis, ip_prefix, user_agent_hash, request_id,
    session_id::text, support_code, details::text, chain::text, seq::text] AS parts
  FROM audit_event WHERE chain = $1 AND seq > $2 ORDER BY audit_event.seq LIMIT ${BATCH_ROWS}`

async function readRows(read: LogReader, chain: number, after: bigint): Promise<ChainedRow[]> {
  const rows = await read<Row>(ROWS, [chain, String(after)])
  return rows.map(({ parts, seq, prev_hash, hash }) => ({ parts, chain, seq: BigInt(seq), prevHash: prev_hash, hash }))
}

type Place = { seq: bigint; hash: Uint8Array }

/** What is wrong with a row at this place of its chain, or null. */
function faultOf(row: ChainedRow, before: Place): 'gap' | 'link' | 'changed' | null {
  if (row.seq !== before.seq + 1n) return 'gap'
  if (!same(row.prevHash, before.hash)) return 'link'
  return same(row.hash, chainedHash(before.hash, row.parts)) ? null : 'changed'
}

async function verifyChain(read: LogReader, chain: number, head: Head | undefined): Promise<ChainVerdict> {
  if (!head) return { chain, ok: false, fault: 'missing-head', atSeq: 0n }
  const lastSeq = BigInt(head.last_seq)
  let place: Place = { seq: 0n, hash: chainStart(chain) }
  for (;;) {
    const rows = await readRows(read, chain, place.seq)
    for (const row of rows) {
      const fault = faultOf(row, place)
      if (fault) return { chain, ok: false, fault, atSeq: place.seq + 1n }
      place = { seq: row.seq, hash: row.hash }
      // The portal writes on while this reads: at the place where the head stood, row and head must agree.
      if (row.seq === lastSeq && !same(row.hash, head.last_hash))
        return { chain, ok: false, fault: 'head', atSeq: row.seq }
    }
    if (rows.length < BATCH_ROWS) break
  }
  if (place.seq < lastSeq) return { chain, ok: false, fault: 'gap', atSeq: place.seq + 1n }
  if (lastSeq === 0n && !same(head.last_hash, chainStart(chain))) return { chain, ok: false, fault: 'head', atSeq: 0n }
  return endOfChain(read, chain, place)
}

/** Rows beyond the head as it is now were written past the trigger. */
async function endOfChain(read: LogReader, chain: number, place: Place): Promise<ChainVerdict> {
  const head = (await readHeads(read)).get(chain)
  if (!head || BigInt(head.last_seq) < place.seq) return { chain, ok: false, fault: 'beyond-head', atSeq: place.seq }
  return { chain, ok: true, rows: place.seq, head: Buffer.from(place.hash).toString('hex') }
}

/**
 * Checks the whole log: every row's hash from its columns, no missing sequence number, and that each chain ends where its
 * head says. Reads in batches beside the running portal; what is written meanwhile is checked as far as it is read.
 */
export async function verifyAuditLog(read: LogReader): Promise<readonly ChainVerdict[]> {
  const heads = await readHeads(read)
  const verdicts: ChainVerdict[] = []
  for (let chain = 0; chain < CHAINS; chain += 1) verdicts.push(await verifyChain(read, chain, heads.get(chain)))
  return verdicts
}
