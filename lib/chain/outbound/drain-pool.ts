import pLimit from 'p-limit'
import { listDuePairs } from '#/lib/chain/outbound/dispatch-repository.ts'
import { type Pair, pairKey } from '#/lib/chain/outbound/pair.ts'
import { type PairLocks, pairLocks } from '#/lib/chain/outbound/pair-locks.ts'
import { PausedPairs } from '#/lib/chain/outbound/paused-pairs.ts'
import { closeChainConnections } from '#/lib/chain/outbound/post-envelope.ts'
import { otherSideOf, Reachability } from '#/lib/chain/outbound/reachability.ts'
import { sendNext } from '#/lib/chain/outbound/send-next.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { log } from '#/lib/platform/log.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** Pairs of one worker that send at the same time. Each waits mostly for the other side. */
const SIDE_BY_SIDE = 32
/** After a fault of our own, such as a database that is away; and while another worker sends for the pair. */
const LOOK_AGAIN_MS = 1_000
/** More than that waits for the next look. */
const MOST_DUE_PAIRS = 10_000

/** Sends what waits, pair by pair, until it is stopped. */
export type DrainPool = {
  /** Has a pair drained soon: asked while it is being drained, it is looked at once more afterwards. */
  add(pair: Pair): void
  /** Adds every pair of which something may leave now; answers how many. */
  addDue(): Promise<number>
  /** Resolves when nothing is being drained, and nothing waits for a turn. Pairs that wait for another try do not count. */
  idle(): Promise<void>
  /** Begins nothing new, breaks off what waits for an answer, and lets go of the locks. */
  stop(): Promise<void>
}

type Work = { isAskedAgain: boolean; readonly done: Promise<void> }

/** What a pool needs to know of one pair: when to look at it again, if ever. */
type Later = Date | null

const soon = () => new Date(clock.now().getTime() + LOOK_AGAIN_MS)

type Heard = { readonly failed: () => void; readonly arrived: () => void }
type Draining = {
  readonly locks: PairLocks
  readonly signal: AbortSignal
  readonly isEager: boolean
  readonly heard: Heard
}

async function drain(pair: Pair, { locks, signal, isEager, heard }: Draining): Promise<Later> {
  let later: Later = null
  const held = await locks.whileHeld(pair, async (isHeld) => {
    let eager = isEager
    for (;;) {
      if (signal.aborted) return
      // The connection that held the lock is gone: somebody else may send by now.
      if (!isHeld()) {
        later = soon()
        return
      }
      const turn = await sendNext(pair, signal, eager)
      eager = false
      if (turn.kind === 'later') {
        if (turn.hasFailed) heard.failed()
        later = turn.at
      }
      if (turn.kind !== 'done') return
      if (turn.hasArrived) heard.arrived()
    }
  })
  // Another worker may have looked for the last time just before what we are asked for was there.
  return held ? later : soon()
}

/** Makes a pool over the locks that all workers share. */
export function makeDrainPool(locks: PairLocks): DrainPool {
  const limit = pLimit(SIDE_BY_SIDE)
  const working = new Map<string, Work>()
  const paused = new PausedPairs()
  const reachability = new Reachability()
  const ending = new AbortController()
  const addAt = (pair: Pair, at: Date) => paused.until(pair, at, () => add(pair))

  function heardOf(pair: Pair): Heard {
    const side = otherSideOf(pair)
    return {
      failed: () => reachability.failed(side),
      // What waits out a pause for a side that is back does so no longer.
      arrived: () => {
        if (!reachability.arrived(side)) return
        for (const other of paused.take((one) => otherSideOf(one) === side)) add(other, true)
      },
    }
  }

  async function work(pair: Pair, isEager: boolean): Promise<void> {
    if (ending.signal.aborted) return
    try {
      const later = await drain(pair, { locks, signal: ending.signal, isEager, heard: heardOf(pair) })
      if (later !== null && !ending.signal.aborted) addAt(pair, later)
    } catch (error) {
      if (ending.signal.aborted) return
      log().error({ err: error }, 'chain: sending for a pair broke off')
      addAt(pair, soon())
    }
  }

  function add(pair: Pair, isEager = false): void {
    if (ending.signal.aborted) return
    const key = pairKey(pair)
    const known = working.get(key)
    if (known) {
      known.isAskedAgain = true
      return
    }
    const done = limit(() => work(pair, isEager)).then(() => {
      const finished = working.get(key)
      working.delete(key)
      if (finished?.isAskedAgain) add(pair)
    })
    working.set(key, { isAskedAgain: false, done })
  }

  // Without a chain nothing leaves, however much waits.
  const hasChain = () => settings().chain !== null
  return {
    add(pair) {
      if (hasChain()) add(pair)
    },
    async addDue() {
      if (!hasChain()) return 0
      const due = await inTransaction({ kind: 'systeem' }, (tx) => listDuePairs(tx, clock.now(), MOST_DUE_PAIRS))
      for (const pair of due) add(pair)
      return due.length
    },
    async idle() {
      while (working.size > 0) await Promise.all([...working.values()].map(({ done }) => done))
    },
    async stop() {
      ending.abort()
      paused.take(() => true)
      await Promise.all([...working.values()].map(({ done }) => done))
      await locks.close()
      closeChainConnections()
    },
  }
}

type Holder = { pool: DrainPool | null }
const holder = () => sharedState<Holder>('chain-drain-pool', () => ({ pool: null }))

/** The pool of this process. */
export function drainPool(): DrainPool {
  const held = holder()
  held.pool ??= makeDrainPool(pairLocks(settings().databaseUrl))
  return held.pool
}

/** Ends the pool of this process, when it has one. */
export async function closeDrainPool(): Promise<void> {
  const held = holder()
  const { pool } = held
  held.pool = null
  await pool?.stop()
}
