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
const beginning = sharedState('transaction-realm', () => new AsyncLocalStorage<Realm | null>())

/** Lets the transaction that `start` begins work in a realm; `work` inside it is out of that again. */
export const beginningIn = <T>(realm: Realm, start: () => Promise<T>): Promise<T> => beginning.run(realm, start)

/** Runs what stands inside a transaction: one that it begins besides has no realm of its own accord. */
export const outsideBeginning = <T>(work: () => Promise<T>): Promise<T> => beginning.run(null, work)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** BEGIN and the realm in one message. It goes without parameters, so the one value in it is held to its form. */
function beginStatement(realm: Realm): string {
  const organisation = realm.kind === 'organisatie' ? realm.organisationId : ''
  if (realm.kind === 'organisatie' && !UUID.test(organisation)) throw new InvariantError('a realm without organisation')
  return `BEGIN; SELECT set_config('portaal.bereik', '${realm.kind}', true), set_config('portaal.organisatie', '${organisation}', true)`
}

const isBegin = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && 'text' in query && query.text === 'BEGIN'

/** The driver adapter begins a transaction by itself, with this one word; a round trip more is a tenth of a delivery. */
function beginWithRealm(client: PoolClient): void {
  const send = client.query
  Object.defineProperty(client, 'query', {
    value: (...args: unknown[]) => {
      const realm = beginning.getStore()
      return Reflect.apply(send, client, realm && isBegin(args[0]) ? [beginStatement(realm)] : args)
    },
  })
}

/** Connections on which a transaction of `beginningIn` begins in its realm, and any other in none: it sees no row of any gemeente. */
export function realmPool(connectionString: string, max: number): Pool {
  const pool = new Pool({ connectionString, max })
  pool.on('connect', beginWithRealm)
  return pool
}
