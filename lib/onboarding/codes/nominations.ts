import type { ManagerNomination } from '#/lib/generated/prisma/client.ts'
import { CODE_LIFE_MS } from '#/lib/onboarding/codes/code-rules.ts'
import { clock } from '#/lib/platform/clock.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** A nomination counts as long as a code does: who was nominated long ago may have left since. */
export const isStanding = ({ nominatedAt }: ManagerNomination): boolean =>
  nominatedAt.getTime() > clock.now().getTime() - CODE_LIFE_MS

/** The nomination of somebody that still counts. */
export async function findNomination(tx: Tx, memberId: string): Promise<ManagerNomination | null> {
  const found = await tx.managerNomination.findUnique({ where: { memberId } })
  return found && isStanding(found) ? found : null
}
