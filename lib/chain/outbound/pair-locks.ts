import pLimit, { type LimitFunction } from 'p-limit'
import { Client } from 'pg'
import { type Pair, pairKey } from '#/lib/chain/outbound/pair.ts'
import { lockOn } from '#/lib/platform/db/lock.ts'
import { log } from '#/lib/platform/log.ts'

/**
 * Who sends for a pair, over all workers. The locks hang on one connection of the worker's: when that breaks, or the worker is
 * killed, PostgreSQL lets go of them at once, so nobody waits for the dead.
 */
export type PairLocks = {
  /** Runs `work` when nobody else sends for the pair; `isHeld` tells whether that is still so. False: somebody else does. */
  whileHeld(pair: Pair, work: (isHeld: () => boolean) => Promise<void>): Promise<boolean>
  close(): Promise<void>
}

type Connection = {
  readonly client: Client
  /** One statement at a time: a connection does no more. */
  readonly oneByOne: LimitFunction
  isAlive: boolean
}

/** A lock is had or not, at once. A connection whose other end is gone without a word is given up instead of waited for. */
const IMPATIENT = { keepAliveInitialDelayMillis: 10_000, query_timeout: 10_000, connectionTimeoutMillis: 10_000 }

async function connect(databaseUrl: string): Promise<Connection> {
  const client = new Client({ connectionString: databaseUrl, keepAlive: true, ...IMPATIENT })
  const connection = { client, oneByOne: pLimit(1), isAlive: true }
  const broken = () => {
    connection.isAlive = false
  }
  client.on('error', (error) => {
    broken()
    log().warn({ err: error }, 'locks of the chain: connection lost')
  })
  client.on('end', broken)
  await client.connect()
  return connection
}

/** The locks of this process, with a connection that is made at first use and anew after it broke. */
export function pairLocks(databaseUrl: string): PairLocks {
  let current: Promise<Connection> | null = null
  // A session may take a lock of its own twice; that would be two of us for one pair.
  const own = new Set<string>()
  async function alive(): Promise<Connection> {
    for (let known = current; known !== null; known = current) {
      const connection = await known
      if (connection.isAlive) return connection
      // Of all who waited for the one that broke, the first makes a new one; the others wait for that.
      if (current === known) break
    }
    const next = connect(databaseUrl)
    current = next
    next.catch(() => {
      if (current === next) current = null
    })
    return next
  }
  async function hold(pair: Pair, work: (isHeld: () => boolean) => Promise<void>): Promise<boolean> {
    const { number } = lockOn(`dispatch ${pairKey(pair)}`)
    const connection = await alive()
    const { client, oneByOne } = connection
    const { rows } = await oneByOne(() =>
      client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [number]),
    )
    if (!rows[0]?.got) return false
    try {
      await work(() => connection.isAlive)
    } finally {
      if (connection.isAlive) await oneByOne(() => client.query('SELECT pg_advisory_unlock($1)', [number]))
    }
    return true
  }
  return {
    async whileHeld(pair, work) {
      const key = pairKey(pair)
      if (own.has(key)) return false
      own.add(key)
      try {
        return await hold(pair, work)
      } finally {
        own.delete(key)
      }
    },
    async close() {
      const connection = current ? await current : null
      current = null
      await connection?.client.end()
    },
  }
}
