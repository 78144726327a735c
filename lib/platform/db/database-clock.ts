import { type Clock, setClock } from '#/lib/platform/clock.ts'
import { database } from '#/lib/platform/db/client.ts'

/**
 * Puts the process's clock in step with the database's, because several processes compare times. Takes the middle of the
 * round trip as the moment of the answer, so it is right to within half of that trip. Returns the difference in ms.
 */
export async function keepTimeWithDatabase(): Promise<number> {
  const before = Date.now()
  const [row] = await database().$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`
  const after = Date.now()
  const difference = row ? row.at.getTime() - (before + after) / 2 : 0
  const inStep: Clock = { now: () => new Date(Date.now() + difference) }
  setClock(inStep)
  return difference
}
