import { createHash } from 'node:crypto'

/** The number of the advisory lock on a subject: two subjects that share one only wait for each other without need. */
export const lockOf = (subject: string): bigint => createHash('sha256').update(subject).digest().readBigInt64BE()
