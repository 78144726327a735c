import { AsyncLocalStorage } from 'node:async_hooks'
import { Pool, type PoolClient } from 'pg'
import type { Lock } from '#/lib/platform/db/lock.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/**
 * On whose behalf a transaction works. Row level security shows it nothing else, whatever the query says:
 * one gemeente, the machinery of logging in, the servicedesk (never berichten), or the portal's own jobs.
 */
export type Realm =
  | {
      readonly kind: 'organisatie'
      readonly organisationId: string
      /** For what is one person's alone: the member of that gemeente who sees it. */
      readonly memberId?: string
    }
  | { readonly kind: 'identiteit' }
  | { readonly kind: 'servicedesk' }
  | { readonly kind: 'systeem' }

// Of the process: the connections may be made by the bundle of middleware and used by that of the application.
type Beginning = { readonly realm: Realm; readonly locks: readonly Lock[] }
const beginning = sharedState('transaction-realm', () => new AsyncLocalStorage<Beginning | null>())

/**
 * Lets the transaction that `start` begins work in a realm, and wait for these locks before anything else; `work` inside it
 * is out of that again.
 */
export const beginningIn = <T>(realm: Realm, locks: readonly Lock[], start: () => Promise<T>): Promise<T> =>
  beginning.run({ realm, locks }, start)

/** Runs what stands inside a transaction: one that it begins besides has no realm of its own accord. */
export const outsideBeginning = <T>(work: () => Promise<T>): Promise<T> => beginning.run(null, work)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Takes the locks, in one order for all, so that two transactions do not wait for each other. */
function takeLocks(locks: readonly Lock[]): string {
  const byNumber = new Map(locks.map((lock) => [lock.number, lock]))
  const inOrder = [...byNumber.values()].toSorted((one, other) => (one.number < other.number ? -1 : 1))
  return inOrder.map(({ number, isShared }) => `pg_advisory_xact_lock${isShared ? '_shared' : ''}(${number})`).join()
}

/**
 * BEGIN, the realm and the locks in one message. It goes without parameters, so what is text in it is held to its form. What
 * comes after sees what was committed while it waited: each statement takes its own snapshot (read committed).
 */
function beginStatement({ realm, locks }: Beginning): string {
  const { organisationId = '', memberId = '' } = realm.kind === 'organisatie' ? realm : {}
  if (realm.kind === 'organisatie' && !UUID.test(organisationId))
    throw new InvariantError('a realm without organisation')
  if (memberId !== '' && !UUID.test(memberId)) throw new InvariantError('a realm of nobody')
  const says = { bereik: realm.kind, organisatie: organisationId, lid: memberId }
  const set = Object.entries(says).map(([name, value]) => `set_config('portaal.${name}', '${value}', true)`)
  const begin = `BEGIN; SELECT ${set.join()}`
  return locks.length === 0 ? begin : `${begin}; SELECT ${takeLocks(locks)}`
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
