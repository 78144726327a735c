import { findingsOf } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'

/** Findings on an envelope after which it is not known that the party in the bericht has sent it (lib/envelope/check-header.ts). */
export const SENDER_DOUBTS = ['zenderInhoud', 'functieInhoud'] as const

/**
 * Tells whether the envelope of a bericht is of another than the party that the bericht names. It is kept for its gemeente to see,
 * but it answers and corrects nothing: a provider must not settle what another provider owes.
 */
export const isSenderInDoubt = (row: Bericht): boolean =>
  row.direction === 'ONTVANGEN' &&
  findingsOf(row).some(({ code, variant }) => code === 'ENVELOP' && SENDER_DOUBTS.some((doubt) => doubt === variant))
