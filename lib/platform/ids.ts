import { randomBytes, randomUUID } from 'node:crypto'
import { v5, v7 } from 'uuid'
import { replaceSharedState, sharedState } from '#/lib/platform/shared-state.ts'

/** Where identifiers and secrets come from; tests give one with known answers. */
export type IdSource = {
  /** A key for a row of ours: UUID version 7, so rows made after each other lie next to each other. */
  rowId(): string
  /** UUID version 4, as the StUF-GGk envelope demands of a referentienummer. */
  referentienummer(): string
  /** Bytes from the operating system's generator, for everything that must not be guessed. */
  secretBytes(length: number): Buffer
}

const systemIds: IdSource = {
  rowId: () => v7(),
  referentienummer: () => randomUUID(),
  secretBytes: (length) => randomBytes(length),
}

type Source = { ids: IdSource }
const source = () => sharedState<Source>('ids', () => ({ ids: systemIds }))

/** The one source of ids and randomness of the portal. */
export const ids: IdSource = {
  rowId: () => source().ids.rowId(),
  referentienummer: () => source().ids.referentienummer(),
  secretBytes: (length) => source().ids.secretBytes(length),
}

/**
 * The id of the row that a form makes for somebody: the same form sent again names the same row, and no form of another
 * person's names it.
 */
export const rowIdOfForm = (formKey: string, ownerId: string): string => v5(formKey, ownerId)

/** Replaces the source, for tests. */
export function setIds(next: IdSource): void {
  replaceSharedState<Source>('ids', { ids: next })
}
