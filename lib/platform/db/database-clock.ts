import { type Clock, MINUTE_MS, setClock } from '#/lib/platform/clock.ts'
import { database } from '#/lib/platform/db/client.ts'
import { log } from '#/lib/platform/log.ts'

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

const DRIFT_ALARM_MS = 1_000

/** Puts the clock in step, and says so when it was far off. */
export async function correctClock(): Promise<void> {
  const difference = Math.round(await keepTimeWithDatabase())
  if (Math.abs(difference) > DRIFT_ALARM_MS) log().warn({ differenceMs: difference }, 'clock differs from the database')
}

async function followOnce(): Promise<void> {
  try {
    await correctClock()
  } catch (error) {
    // The last known difference stays in force.
    log().error({ err: error }, 'the database did not tell the time')
  }
}

/** Puts the clock in step with the database's, and again every minute: a clock that is set or lags later is noticed. */
export async function followDatabaseClock(): Promise<void> {
  await correctClock()
  setInterval(() => void followOnce(), MINUTE_MS).unref()
}
