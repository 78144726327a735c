import type { Tx } from '#/lib/platform/db/client.ts'

type Act = () => void
const waiting = new WeakMap<Tx, Act[]>()

/** Runs `act` when the transaction has committed, and never when it has not. It must not throw. */
export function afterCommit(tx: Tx, act: Act): void {
  const acts = waiting.get(tx)
  if (acts) acts.push(act)
  else waiting.set(tx, [act])
}

/** Runs what waits for this transaction, which has committed. */
export function committed(tx: Tx): void {
  const acts = waiting.get(tx) ?? []
  waiting.delete(tx)
  for (const act of acts) act()
}
