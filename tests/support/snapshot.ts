import type { TestDatabase } from '#/tests/support/database.ts'

// Counters of requests, and the heads that move with every row of the log, say nothing of what was done.
const NOT_LOOKED_AT = ['_prisma_migrations', 'rate_window', 'audit_chain']
/** What a worker makes of what happened, at a moment of its own: to be left out where one runs. tests/integration/inbox looks at it. */
export const BY_WORKERS = ['notification', 'notification_cause']
/** What every request of a session may move. */
const MOVING = ['last_activity_at', 'ip_prefix', 'user_agent_hash', 'origin_changed_at']

/** Every table with how many rows it has and a digest of all that is in them, and how many jobs wait. */
export async function snapshot(database: TestDatabase, ...without: readonly string[]): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  const left = tables.map(({ name }) => name).filter((name) => ![...NOT_LOOKED_AT, ...without].includes(name))
  const digests = left.map(
    (
      name,
    ) => `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(row, ',' ORDER BY row)), '') AS digest
      FROM (SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${name}" t) AS rows`,
  )
  const rows = await database.query<{ name: string; digest: string }>(
    `${digests.join(' UNION ALL ')} UNION ALL SELECT 'jobs', count(*)::text FROM pgboss.job`,
    [MOVING],
  )
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
}
