import { z } from 'zod'
import { FileReport } from '#/lib/envelope/schema.ts'
import { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'

/** What a validator process is asked over IPC. Without `bytes` the file comes over its standard input, framed. */
export const ValidatorRequest = z.strictObject({
  id: z.int(),
  expected: CheckExpectations,
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
})
export type ValidatorRequest = z.infer<typeof ValidatorRequest>

/** What it answers: a report, or that the file was too heavy for the memory it may use. */
export const ValidatorAnswer = z.strictObject({
  id: z.int(),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('report'), report: FileReport }),
    z.strictObject({ kind: z.literal('too_heavy') }),
  ]),
  /** Resident memory of the process in bytes, after the check. */
  residentBytes: z.int(),
  /** The process can do no more files and must be replaced. */
  isSpent: z.boolean(),
})
export type ValidatorAnswer = z.infer<typeof ValidatorAnswer>
