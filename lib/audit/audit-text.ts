import { createHash } from 'node:crypto'

/** A row of the log as the hash covers it: every column as text, in the order of the migration, null for absent. */
export type ChainedRow = {
  readonly parts: readonly (string | null)[]
  readonly chain: number
  readonly seq: bigint
  readonly prevHash: Uint8Array
  readonly hash: Uint8Array
}

const sha256 = (...pieces: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest()
}

/** What a chain begins with, before its first row. */
export const chainStart = (chain: number): Buffer => sha256(`portaal-zorg audit chain ${chain}`)

// PostgreSQL counts characters, JavaScript half ones for characters outside the basic plane.
const characters = (text: string): number => [...text].length

/**
 * The text that the hash of a row covers: each part with its length before it, so that no two rows share one text. The
 * same as audit_event_text in migration 20261123000200_audit_chain, built again here so that nothing but the columns of
 * the database is trusted.
 */
export const auditText = (parts: readonly (string | null)[]): string =>
  parts.map((part) => (part === null ? '-' : `${characters(part)}:${part}`)).join('|')

/** The hash of a row that follows a row with hash `previous`. */
export const chainedHash = (previous: Uint8Array, parts: readonly (string | null)[]): Buffer =>
  sha256(previous, auditText(parts))
