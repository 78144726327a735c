import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#/lib/generated/prisma/client.ts'
import { committed } from '#/lib/platform/db/after-commit.ts'
import type { Lock } from '#/lib/platform/db/lock.ts'
import { beginningIn, outsideBeginning, type Realm, realmPool } from '#/lib/platform/db/realm.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { replaceSharedState, sharedState } from '#/lib/platform/shared-state.ts'

/** The connection of a transaction; what repositories work with. */
export type Tx = Prisma.TransactionClient

type Holder = { client: PrismaClient | null; readonly statements: Map<string, string> }
const newHolder = (): Holder => ({ client: null, statements: new Map() })
const holder = () => sharedState<Holder>('prisma', newHolder)

/** So many different statements stay prepared on every connection; what comes after them is planned each time. */
const PREPARED_AT_MOST = 300

/** A name makes PostgreSQL parse and plan a statement once per connection instead of at every use; '' does not. */
function statementName(known: Map<string, string>, sql: string): string {
  const found = known.get(sql)
  if (found) return found
  if (known.size >= PREPARED_AT_MOST) return ''
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32)
  known.set(sql, name)
  return name
}

/** The process's one client, as role portaal_app. Outside `inTransaction` row level security shows it no row of any gemeente. */
export function database(): PrismaClient {
  const held = holder()
  held.client ??= new PrismaClient({
    adapter: new PrismaPg(realmPool(settings().databaseUrl, 12), {
      statementNameGenerator: ({ sql }) => statementName(held.statements, sql),
      disposeExternalPool: true,
    }),
  })
  return held.client
}

/** Ends the connections; the next call of `database` makes new ones. */
export async function closeDatabase(): Promise<void> {
  const client = holder().client
  replaceSharedState<Holder>('prisma', newHolder())
  await client?.$disconnect()
}

/**
 * Runs `work` in one transaction that sees what `realm` may see. Commits what it wrote when it returns, nothing when it
 * throws. What `afterCommit` was given runs then. It begins when it has all `locks` (lockOn), which it holds until its end. Waits at most 10 s for a connection and
 * these, and gives up after 30 s.
 */
export async function inTransaction<T>(
  realm: Realm,
  work: (tx: Tx) => Promise<T>,
  locks: readonly Lock[] = [],
): Promise<T> {
  let held: Tx | null = null
  const hold = (tx: Tx) => {
    held = tx
    return outsideBeginning(() => work(tx))
  }
  const result = await beginningIn(realm, locks, () =>
    database().$transaction(hold, { maxWait: 10_000, timeout: 30_000 }),
  )
  if (held !== null) committed(held)
  return result
}
