import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'
import type { CheckResult } from '#/lib/validator/check-task.ts'
import { LargeLane, type OpenSource } from '#/lib/validator/large-lane.ts'
import { SmallLane } from '#/lib/validator/small-lane.ts'
import { type StartChild, startValidatorChild } from '#/lib/validator/validator-child.ts'

const MEGABYTE = 1_048_576

/** Files up to this many bytes go to a warm process in one message; larger ones are streamed to a process of their own. */
export const SMALL_FILE_BYTES = MEGABYTE

/** Seconds after which a caller that was told `busy` may try again. */
export const BUSY_RETRY_SECONDS = 5

/** Bounds of a pool. All but the first two have values that fit production; tests make them small. */
export type PoolOptions = {
  readonly processes: number
  readonly memoryMegabytes: number
  readonly largeProcesses?: number
  readonly queueBytes?: number
  readonly largeQueueLength?: number
  readonly smallTimeLimitMs?: number
  readonly largeTimeLimitMs?: number
  readonly startTimeMs?: number
  /** How a process is started; tests start one that misbehaves. */
  readonly startChild?: StartChild
}

/** A file to check: its size, and how to open it from the beginning (more than once when a process ends half way). */
export type FileToCheck = { readonly sizeBytes: number; readonly open: OpenSource }

/** Processes that check files outside the process that asks. */
export type ValidatorPool = {
  /**
   * Checks a file. A caller that is told `busy` answers 503 with BUSY_RETRY_SECONDS. Rejects when the source of the file
   * fails, or with the signal's reason when the caller gives up.
   */
  check(file: FileToCheck, expected: CheckExpectations, signal?: AbortSignal): Promise<CheckResult>
  /** Process ids of all processes, for measurements. */
  pids(): readonly number[]
  /** Ends every process; from then on every check is `busy`. */
  close(): void
}

/** Starts a pool with its warm processes. */
export function createValidatorPool(options: PoolOptions): ValidatorPool {
  const { processes, memoryMegabytes } = options
  const startChild: StartChild = options.startChild ?? ((events) => startValidatorChild(memoryMegabytes, events))
  const recycleAboveBytes = memoryMegabytes * MEGABYTE * 0.5
  const small = new SmallLane(
    {
      processes,
      queueBytes: options.queueBytes ?? 64 * MEGABYTE,
      timeLimitMs: options.smallTimeLimitMs ?? 15_000,
      startTimeMs: options.startTimeMs ?? 45_000,
      recycleAboveBytes,
    },
    startChild,
  )
  const large = new LargeLane(
    {
      processes: options.largeProcesses ?? 1,
      queueLength: options.largeQueueLength ?? 64,
      timeLimitMs: options.largeTimeLimitMs ?? 60_000,
      recycleAboveBytes,
    },
    startChild,
  )
  return {
    check: async ({ sizeBytes, open }, expected, signal) => {
      signal?.throwIfAborted()
      if (sizeBytes > SMALL_FILE_BYTES) return large.check(open, expected, signal)
      return small.check(await buffer(open()), expected, signal)
    },
    pids: () => [...small.pids, ...large.pids],
    close: () => {
      small.close()
      large.close()
    },
  }
}

/** The pool of this process, with the bounds of the settings; started by whoever asks first (a web process when it starts). */
export function validatorPool(): ValidatorPool {
  return sharedState('validator-pool', () => {
    const { validatorProcesses, validatorMemoryMegabytes } = settings()
    return createValidatorPool({ processes: validatorProcesses, memoryMegabytes: validatorMemoryMegabytes })
  })
}

/** A file that is in memory already. */
export const fileInMemory = (bytes: Uint8Array): FileToCheck => ({
  sizeBytes: bytes.length,
  open: () => Readable.from([bytes]),
})
