import { createHash } from 'node:crypto'

/** An advisory lock. Whoever shares it waits only for one who does not. */
export type Lock = { readonly number: bigint; readonly isShared: boolean }

/** The lock on a subject. Two subjects that share a number only wait for each other without need. */
export const lockOn = (subject: string, isShared = false): Lock => ({
  number: createHash('sha256').update(subject).digest().readBigInt64BE(),
  isShared,
})
