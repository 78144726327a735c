import pLimit from 'p-limit'
import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseJob } from '#/lib/access/authorise.ts'
import { scanBericht } from '#/lib/berichten/scanning/scan-bericht.ts'
import { type Awaiting, countAwaiting, listAwaiting } from '#/lib/berichten/scanning/scan-repository.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { clock, HOUR_MS, MINUTE_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { log } from '#/lib/platform/log.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { NotScannedError } from '#/lib/platform/scanner/clamd.ts'
import { proveScanner } from '#/lib/platform/scanner/prove-scanner.ts'
import type { ScannerAddress } from '#/lib/platform/settings/scanner-address.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** Berichten per look in the table: of all, and of one gemeente and product. */
const BATCH = { most: 200, each: 20 } as const
/** Streams that the scanner has at once. Clamd takes ten by default, and others may use it. */
const AT_ONCE = 4
/** What had no verdict, while the scanner works, is left alone for so long: it must not stand in the way of the others. */
const POSTPONED_MS = 10 * MINUTE_MS
const PROVED_FOR_MS = HOUR_MS
/** Operations are told once in so long that something waits. */
const TOLD = { name: 'virusscanner', max: 1, windowSeconds: HOUR_MS / 1_000 } as const

/** What this process knows of the scanner: until when it is proved to work, and what is left alone until when. */
type ScannerState = { provedUntil: number; readonly postponed: Map<string, number> }
const scannerState = () => sharedState<ScannerState>('virus-scanner', () => ({ provedUntil: 0, postponed: new Map() }))

export type ScanRun = { readonly clean: number; readonly infected: number }

async function prove(scanner: ScannerAddress, signal: AbortSignal): Promise<void> {
  const state = scannerState()
  const now = clock.now().getTime()
  if (state.provedUntil > now) return
  await proveScanner(scanner, MAXIMUM_ENVELOPE_BYTES, signal)
  state.provedUntil = now + PROVED_FOR_MS
}

/** Tells operations, once in an hour for all processes, that berichten wait and why. */
async function tellWaiting(error: unknown): Promise<void> {
  const { count, since } = await inTransaction({ kind: 'systeem' }, countAwaiting)
  if (count === 0) return
  const { allowed } = await countAgainst(TOLD, 'stil')
  if (allowed) log().error({ err: error, waiting: count, since }, 'berichten wait for the virus scanner')
}

/** What waits, without what had no verdict a moment ago. */
async function listNext(): Promise<readonly Awaiting[]> {
  const { postponed } = scannerState()
  const now = clock.now().getTime()
  for (const [id, until] of postponed) if (until <= now) postponed.delete(id)
  return inTransaction({ kind: 'systeem' }, (tx) => listAwaiting(tx, [...postponed.keys()], BATCH))
}

/** In one gemeente and product they go in the order in which they came: a later one may be about an earlier one. */
const inOrder = (waiting: readonly Awaiting[]) =>
  Map.groupBy(waiting, ({ organisationId, product }) => `${organisationId} ${product}`)

async function postpone(id: string, reason: unknown): Promise<void> {
  scannerState().postponed.set(id, clock.now().getTime() + POSTPONED_MS)
  const { allowed } = await countAgainst(TOLD, id)
  if (allowed) log().error({ err: reason, berichtId: id }, 'a bericht could not be scanned and waits')
}

type Run = {
  readonly actor: SystemActor
  readonly scanner: ScannerAddress
  readonly signal: AbortSignal
  readonly counts: Record<keyof ScanRun, number>
  /** What went wrong otherwise than by the scanner. */
  readonly faults: unknown[]
}

/**
 * Whether those behind it may follow at once: one that gets no verdict can have cost minutes, which others of the same gemeente must
 * not cost again in the same look. Throws NotScannedError when the scanner is at fault.
 */
async function scanOne({ actor, scanner, signal, counts, faults }: Run, waiting: Awaiting): Promise<boolean> {
  try {
    const outcome = await scanBericht(actor, scanner, waiting, signal)
    if (outcome === 'clean' || outcome === 'infected') counts[outcome] += 1
    else if (outcome !== 'gone') await postpone(waiting.id, outcome)
    return true
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof NotScannedError) {
      // Does it work otherwise? Then this one is at fault.
      scannerState().provedUntil = 0
      await prove(scanner, signal)
    } else faults.push(error)
    await postpone(waiting.id, error)
    return false
  }
}

async function scanBatch(run: Run, waiting: readonly Awaiting[]): Promise<void> {
  const limit = pLimit(AT_ONCE)
  let isStopped = false
  const groups = [...inOrder(waiting).values()].map((group) =>
    limit(async () => {
      try {
        for (const one of group) if (isStopped || !(await scanOne(run, one))) return
      } catch (error) {
        isStopped = true
        throw error
      }
    }),
  )
  // All of them end before the run does: nothing goes on behind its back.
  const ended = await Promise.allSettled(groups)
  const failure = ended.find((one) => one.status === 'rejected')
  if (failure) throw failure.reason
}

async function scanAll(run: Run): Promise<void> {
  for (;;) {
    run.signal.throwIfAborted()
    const waiting = await listNext()
    if (waiting.length === 0) return
    await prove(run.scanner, run.signal)
    await scanBatch(run, waiting)
  }
}

/**
 * Has everything scanned that waits for it. Without a verdict nothing gets through: a scanner that is away, or that does not
 * find a test virus, ends the run, and all of it waits for the next. Answers what came of it. When something else went wrong
 * with some of it, the rest is done and then it throws.
 */
export async function scanWaiting(actor: SystemActor, signal: AbortSignal): Promise<ScanRun> {
  authoriseJob(actor, 'bericht.scan')
  const counts = { clean: 0, infected: 0 }
  const faults: unknown[] = []
  const { scanner } = settings()
  try {
    if (scanner === null) throw new NotScannedError('there is no virus scanner (CLAMD_ADRES)')
    await scanAll({ actor, scanner, signal, counts, faults })
  } catch (error) {
    if (!(error instanceof NotScannedError)) throw error
    scannerState().provedUntil = 0
    await tellWaiting(error)
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} berichten could not be scanned`)
  return counts
}
