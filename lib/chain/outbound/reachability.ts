import type { Pair } from '#/lib/chain/outbound/pair.ts'
import { SOFTWARE } from '#/lib/chain/outbound/pair.ts'

/** So many failures in a row mean that the other side is away, and not that it dislikes one bericht. */
const FAILURES = 3
const CAK = 'CAK'

/** Which pairs go to the same other side: those of VECOZO, of the CAK, and of each gemeente's software. */
export const otherSideOf = ({ receiver, organisationId }: Pair): string =>
  receiver === SOFTWARE ? `${SOFTWARE} ${organisationId}` : receiver === CAK ? CAK : 'VECOZO'

/** Notices when another side that was away is back, so that what waits for it need not wait out its pause. */
export class Reachability {
  readonly #failures = new Map<string, number>()

  failed(side: string): void {
    this.#failures.set(side, (this.#failures.get(side) ?? 0) + 1)
  }

  /** Whether it was away until now. */
  arrived(side: string): boolean {
    const wasAway = (this.#failures.get(side) ?? 0) >= FAILURES
    this.#failures.delete(side)
    return wasAway
  }
}
