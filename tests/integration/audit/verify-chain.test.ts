import { Client, type QueryResultRow } from 'pg'
import { systemActor } from '#/lib/access/actor.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { type LogReader, verifyAuditLog } from '#/lib/audit/verify-chain.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { testDatabase } from '#/tests/support/database.ts'

const database = testDatabase()

/** One statement as the command itself connects: as the portal, in the realm that sees the whole log. */
async function asPortal<R extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
  const client = new Client({ connectionString: database.appUrl })
  await client.connect()
  try {
    await client.query("SELECT set_config('portaal.bereik', 'servicedesk', false)")
    return (await client.query<R>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}
const read: LogReader = asPortal

const write = (name: string) =>
  inTransaction({ kind: 'systeem' }, (tx) =>
    recordAudit(tx, systemActor(name, 'verzoek'), {
      event: 'log.read',
      details: { naam: name, leeg: null, lijst: ['a'] },
    }),
  )

/** Does as an administrator who knows how to get past the triggers. */
const pastTheTriggers = async (sql: string) => {
  await database.query("SET session_replication_role = 'replica'")
  await database.query(sql)
  await database.query("SET session_replication_role = 'origin'")
}
const faults = async () => (await verifyAuditLog(read)).flatMap((verdict) => (verdict.ok ? [] : [verdict.fault]))
const longest = async () => {
  const [head] = await database.query<{ chain: number; last_seq: string }>(
    'SELECT chain, last_seq FROM audit_chain ORDER BY last_seq DESC, chain LIMIT 1',
  )
  if (!head) throw new Error('there is no chain')
  return { chain: head.chain, seq: Number(head.last_seq) }
}

describe('the log', () => {
  it('is whole after many at once wrote texts of every kind', async () => {
    const names = ['gewoon', 'ë 漢 😀', 'regel\nbreuk "aanhaling" | : \\ \u001b[31m', '', 'é vs e\u0301']
    await Promise.all(Array.from({ length: 40 }, (_, index) => write(names[index % names.length] ?? '')))
    const verdicts = await verifyAuditLog(read)
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([])
    expect(verdicts.reduce((sum, verdict) => sum + (verdict.ok ? verdict.rows : 0n), 0n)).toBe(40n)
  })

  it('cannot be changed or emptied by the portal itself', async () => {
    for (const statement of [
      'UPDATE audit_event SET result = result',
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
      'UPDATE audit_chain SET last_seq = 0',
    ])
      await expect(asPortal(statement)).rejects.toThrow(/permission denied/)
  })

  it('cannot be changed by the administrator by accident', async () => {
    await expect(database.query('DELETE FROM audit_event')).rejects.toThrow('append-only')
    await expect(database.query('UPDATE audit_event SET result = result')).rejects.toThrow('append-only')
    await expect(database.query('TRUNCATE audit_event')).rejects.toThrow('append-only')
  })
})

describe('verifyAuditLog finds what an administrator did past the triggers', () => {
  it('a row that was changed', async () => {
    const { chain, seq } = await longest()
    const where = `WHERE chain = ${chain} AND seq = ${seq}`
    await pastTheTriggers(`UPDATE audit_event SET event = 'log.lost' ${where}`)
    expect(await faults()).toEqual(['changed'])
    await pastTheTriggers(`UPDATE audit_event SET event = 'log.read' ${where}`)
    expect(await faults()).toEqual([])
  })

  it('a detail of a row that was changed', async () => {
    const { chain } = await longest()
    const where = `WHERE chain = ${chain} AND seq = 1`
    const [row] = await database.query<{ details: unknown }>(`SELECT details FROM audit_event ${where}`)
    await pastTheTriggers(`UPDATE audit_event SET details = details || '{"naam": "ander"}' ${where}`)
    expect(await faults()).toEqual(['changed'])
    await pastTheTriggers(
      `UPDATE audit_event SET details = '${JSON.stringify(row?.details).replaceAll("'", "''")}' ${where}`,
    )
    expect(await faults()).toEqual([])
  })

  it('a row that was inserted at the end', async () => {
    const { chain, seq } = await longest()
    await pastTheTriggers(`INSERT INTO audit_event
      SELECT gen_random_uuid(), at, event, action, result, reason_code, actor_kind, actor_user_id, actor_member_id,
        actor_role, organisation_id, loa, subject_kind, subject_id, object_kind, object_id, basis, ip_prefix,
        user_agent_hash, request_id, session_id, support_code, details, chain, seq + 1, hash, hash
      FROM audit_event WHERE chain = ${chain} AND seq = ${seq}`)
    expect(await faults()).toEqual(['changed'])
    await pastTheTriggers(`DELETE FROM audit_event WHERE chain = ${chain} AND seq = ${seq + 1}`)
    expect(await faults()).toEqual([])
  })

  it('a head that was set back', async () => {
    const { chain, seq } = await longest()
    await database.query(`UPDATE audit_chain SET last_seq = ${seq - 1} WHERE chain = ${chain}`)
    expect(await faults()).toHaveLength(1)
    await database.query(`UPDATE audit_chain SET last_seq = ${seq} WHERE chain = ${chain}`)
    expect(await faults()).toEqual([])
  })

  it('a row that was removed, in the middle or at the end', async () => {
    const { chain, seq } = await longest()
    await pastTheTriggers(`DELETE FROM audit_event WHERE chain = ${chain} AND seq = ${seq}`)
    expect(await verifyAuditLog(read)).toContainEqual({ chain, ok: false, fault: 'gap', atSeq: BigInt(seq) })
    await pastTheTriggers(`DELETE FROM audit_event WHERE chain = ${chain} AND seq = 1`)
    expect(await verifyAuditLog(read)).toContainEqual({ chain, ok: false, fault: 'gap', atSeq: 1n })
  })
})
