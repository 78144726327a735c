import { systemActor } from '#/lib/access/actor.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { type LogReader, verifyAuditLog } from '#/lib/audit/verify-chain.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente } from '#/tests/support/world.ts'

const database = testDatabase()
const read: LogReader = (sql, values) => database.query(sql, values)

type Link = { chain: number; seq: string; linked: boolean; sealed: boolean }

/** Every row with whether it follows the one before it, and whether its hash is that of its own text. */
const links = () =>
  database.query<Link>(
    `SELECT chain, seq::text,
       prev_hash = coalesce(lag(hash) OVER (PARTITION BY chain ORDER BY seq),
         sha256(convert_to('portaal-zorg audit chain ' || chain, 'UTF8'))) AS linked,
       hash = sha256(prev_hash || convert_to(audit_event_text(e), 'UTF8')) AS sealed
     FROM audit_event e ORDER BY e.chain, e.seq`,
  )

describe('the log under 50 writers at once', () => {
  // Guards access-norms chapter 6: no gap and no fork, however many write at the same time.
  it('has no gap and no fork, and fits what was written', async () => {
    const gemeente = await givenGemeente(database)
    const realm = { kind: 'organisatie', organisationId: gemeente.id } as const
    const writers = Array.from({ length: 50 }, (_, writer) =>
      inTransaction(realm, async (tx) => {
        for (const step of [1, 2, 3])
          await recordAudit(tx, systemActor('writer', `w-${writer}`), {
            event: 'member.read',
            organisationId: gemeente.id,
            details: { stap: step, tekst: 'regel\n\u2028einde | 3:abc' },
          })
      }),
    )
    await Promise.all(writers)
    const rows = await links()
    expect(rows).toHaveLength(150)
    expect(rows.filter(({ linked, sealed }) => !linked || !sealed)).toEqual([])
    const perChain = Map.groupBy(rows, ({ chain }) => chain)
    for (const chain of perChain.values())
      expect(chain.map(({ seq }) => Number(seq))).toEqual(chain.map((_, index) => index + 1))
    // Sixteen chains exist so that writers do not wait for each other: more than one must have been used.
    expect(perChain.size).toBeGreaterThan(1)
    expect((await verifyAuditLog(read)).filter(({ ok }) => !ok)).toEqual([])
  })

  it('keeps no place for a row that was rolled back', async () => {
    const before = await database.query('SELECT chain, last_seq, last_hash FROM audit_chain ORDER BY chain')
    const failing = inTransaction({ kind: 'systeem' }, async (tx) => {
      await recordAudit(tx, systemActor('writer', 'w'), { event: 'member.read' })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await database.query('SELECT chain, last_seq, last_hash FROM audit_chain ORDER BY chain')).toEqual(before)
  })

  it('refuses changes even by the owner of the tables', async () => {
    for (const change of ['UPDATE audit_event SET event = event', 'DELETE FROM audit_event', 'TRUNCATE audit_event'])
      await expect(database.query(change)).rejects.toThrow('the log is append-only')
  })
})
