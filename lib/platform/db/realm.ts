import { AsyncLocalStorage } from 'node:async_hooks'
import { Pool, type PoolClient } from 'pg'
import { InvariantError } from '#/lib/platform/errors.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/**
 * On whose behalf a transaction works. Row level security shows it nothing else, whatever the query says:
 * one gemeente, the machinery of logging in, the servicedesk (never berichten), or the portal's own jobs.
 */
export type Realm =
  | { readonly kind: 'organisatie'; readonly organisationId: string }
  | { readonly kind: 'identiteit' }
  | { readonly kind: 'servicedesk' }
  | { readonly kind: 'systeem' }

// Of the process: the connections may be made by the bundle of middleware and used by that of the application.
type Beginning = { readonly realm: Realm; readonly locks: readonly bigint[] }
const beginning = sharedState('transaction-realm', () => new AsyncLocalStorage<Beginning | null>())

/**
 * Lets the transaction that `start` begins work in a realm, and wait for these locks before anything else; `work` inside it
 * is out of that again.
 */
export const beginningIn = <T>(realm: Realm, locks: readonly bigint[], start: () => Promise<T>): Promise<T> =>
  beginning.run({ realm, locks }, start)

/** Runs what stands inside a transaction: one that it begins besides has no realm of its own accord. */
export const outsideBeginning = <T>(work: () => Promise<T>): Promise<T> => beginning.run(null, work)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** In one order for all, so that two transactions do not wait for each other. */
const inOrder = (locks: readonly bigint[]) => [...new Set(locks)].toSorted((one, other) => (one < other ? -1 : 1))

/**
 * BEGIN, the realm and the locks in one message. It goes without parameters, so what is text in it is held to its form. What
 * comes after sees what was committed while it waited: each statement takes its own snapshot (read committed).
 */
function beginStatement({ realm, locks }: Beginning): string {
  const organisation = realm.kind === 'organisatie' ? realm.organisationId : ''
  if (realm.kind === 'organisatie' && !UUID.test(organisation)) throw new InvariantError('a realm without organisation')
  const begin = `BEGIN; SELECT set_config('portaal.bereik', '${realm.kind}', true), set_config('portaal.organisatie', '${organisation}', true)`
  if (locks.length === 0) return begin
  return `${begin}; SELECT ${inOrder(locks).map((lock) => `pg_advisory_xact_lock(${lock})`)}`
}

const isBegin = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && 'text' in query && query.text === 'BEGIN'

/** The driver adapter begins a transaction by itself, with this one word; a round trip more is a tenth of a delivery. */
function beginWithRealm(client: PoolClient): void {
  const send = client.query
  Object.defineProperty(client, 'query', {
    value: (...args: unknown[]) => {
      const begins = beginning.getStore()
      return Reflect.apply(send, client, begins && isBegin(args[0]) ? [beginStatement(begins)] : args)
    },
  })
}

/** Connections on which a transaction of `beginningIn` begins in its realm, and any other in none: it sees no row of any gemeente. */
export function realmPool(connectionString: string, max: number): Pool {
  const pool = new Pool({ connectionString, max })
  pool.on('connect', beginWithRealm)
  return pool
}
