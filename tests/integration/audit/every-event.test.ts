import { AUDIT_EVENTS, type AuditEventName } from '#/lib/audit/events.ts'
import { BERICHT_PROOFS } from '#/tests/support/audit/bericht-proofs.ts'
import { CHAIN_PROOFS } from '#/tests/support/audit/chain-proofs.ts'
import { DESK_PROOFS } from '#/tests/support/audit/desk-proofs.ts'
import { PEOPLE_PROOFS } from '#/tests/support/audit/people-proofs.ts'
import type { Proof, ReadyAct } from '#/tests/support/audit/proof.ts'
import { SCAN_PROOFS } from '#/tests/support/audit/scan-proofs.ts'
import { SETTINGS_PROOFS } from '#/tests/support/audit/settings-proofs.ts'
import { WLZ_PROOFS } from '#/tests/support/audit/wlz-proofs.ts'
import { RECORDED } from '#/tests/support/audit/write-paths.ts'
import { contentFolder, filesIn } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { snapshot } from '#/tests/support/snapshot.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })

const PROOFS: readonly Proof[] = [
  ...DESK_PROOFS,
  ...PEOPLE_PROOFS,
  ...SETTINGS_PROOFS,
  ...BERICHT_PROOFS,
  ...SCAN_PROOFS,
  ...CHAIN_PROOFS,
  ...WLZ_PROOFS,
]
const cases = PROOFS.map((proof) => [`${proof.path} (${proof.events.join(', ')})`, proof] as const)

// What is written stands in a table of its own, with the transaction that wrote it. Counters and the heads of the hash chain
// belong to no act.
beforeAll(async () => {
  await database.query('CREATE SCHEMA trace')
  await database.query('CREATE TABLE trace.write (xid xid8, name text, event text)')
  await database.query(`CREATE FUNCTION trace.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      INSERT INTO trace.write VALUES (pg_current_xact_id(), TG_TABLE_NAME, CASE WHEN TG_TABLE_NAME = 'audit_event' THEN to_jsonb(NEW)->>'event' END);
      RETURN NULL;
    END $$`)
  const tables = await database.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'audit_chain', 'rate_window')",
  )
  for (const { name } of tables)
    await database.query(
      `CREATE TRIGGER trace AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION trace.note()`,
    )
})

type Transaction = { readonly names: readonly string[]; readonly events: readonly AuditEventName[] }

async function traced(act: ReadyAct['act']): Promise<readonly Transaction[]> {
  await database.query('TRUNCATE trace.write')
  await act()
  return database.query<Transaction>(
    `SELECT array_agg(DISTINCT name) AS names, coalesce(array_agg(DISTINCT event) FILTER (WHERE event IS NOT NULL), '{}') AS events
     FROM trace.write GROUP BY xid`,
  )
}

const rowsOf = (event: AuditEventName) =>
  database.query<Record<string, unknown>>('SELECT * FROM audit_event WHERE event = $1 ORDER BY at, id', [event])

const expectedActor = ({ actor }: ReadyAct) => ({
  ...(actor.kind === 'member' ? { organisation_id: actor.organisationId } : {}),
  ...(actor.kind === 'staff' ? { actor_kind: 'staff', actor_user_id: actor.userId, actor_role: 'servicedesk' } : {}),
  ...(actor.kind === 'system' ? { actor_kind: 'system', actor_role: actor.name } : {}),
})

describe('the proofs below', () => {
  it('drive every use case that writes to the log, to each of its events', () => {
    const driven: Record<string, Set<string>> = {}
    for (const { path, events } of PROOFS) {
      driven[path] ??= new Set()
      for (const event of events) driven[path].add(event)
    }
    const missing = Object.entries(RECORDED).flatMap(([path, events]) =>
      events.filter((event) => !driven[path]?.has(event)).map((event) => `${path}: ${event}`),
    )
    expect(missing).toEqual([])
    expect(new Set(PROOFS.flatMap(({ events }) => events))).toEqual(new Set(Object.keys(AUDIT_EVENTS)))
  })
})

// Guards access-norms chapter 6: the act and its row in the log are one transaction, and the row says what it must.
describe('the log tells, in the transaction of the act, of', () => {
  it.each(cases)('%s', async (_name, proof) => {
    const ready = await proof.arrange(database)
    const before = await rowsOf(proof.events[0])
    const transactions = await traced(ready.act)
    const silent = transactions.filter(({ events }) => events.length === 0)
    expect(silent).toEqual([])
    expect([...new Set(transactions.flatMap(({ events }) => events))].toSorted()).toEqual([...proof.events])
    const [row] = (await rowsOf(proof.events[0])).slice(before.length)
    const [event] = proof.events
    expect(row).toMatchObject({
      event,
      action: AUDIT_EVENTS[event],
      request_id: ready.actor.origin.requestId,
      ip_prefix: ready.actor.origin.ipPrefix,
      ...expectedActor(ready),
      ...ready.row,
    })
  })
})

// Fail closed: what cannot be told is not done, to the last row, job and file.
describe('when the log cannot be written, nothing remains of', () => {
  it.each(cases)('%s', async (_name, proof) => {
    const ready = await proof.arrange(database)
    const before = { rows: await snapshot(database), files: filesIn(folder).toSorted() }
    await database.query('ALTER TABLE audit_event ADD CONSTRAINT broken CHECK (false) NOT VALID')
    try {
      await expect(ready.act()).rejects.toThrow()
    } finally {
      await database.query('ALTER TABLE audit_event DROP CONSTRAINT broken')
    }
    expect({ rows: await snapshot(database), files: filesIn(folder).toSorted() }).toEqual(before)
  })
})
