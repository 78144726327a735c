import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { Finding } from '#/lib/istandaarden/checks/check-report.ts'

/**
 * Why nobody gets at the content of a bericht: the virus scanner has not seen it yet, it was destroyed because of a virus, or
 * its retention term is over.
 */
export type OutOfReach = 'in_control' | 'infected' | 'deleted'

type Kept = Pick<Bericht, 'storageKey' | 'awaitsScan'>

/** Where the content of a bericht is, for whoever may read it; null when nobody may. The one gate before every content. */
export const readableKey = ({ storageKey, awaitsScan }: Kept): string | null => (awaitsScan ? null : storageKey)

const hasVirus = (findings: unknown): boolean =>
  Finding.array()
    .parse(findings)
    .some(({ code }) => code === 'VIRUS')

/** Why nobody gets at the content of a bericht; null when it can be read. */
export function outOfReach(row: Kept & Pick<Bericht, 'findings'>): OutOfReach | null {
  if (readableKey(row) !== null) return null
  if (row.awaitsScan) return 'in_control'
  return hasVirus(row.findings) ? 'infected' : 'deleted'
}
