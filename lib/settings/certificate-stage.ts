import { DAY_MS } from '#/lib/platform/clock.ts'

/** Days before its end at which somebody is told, the last first; 0: it is over. */
export const CERTIFICATE_STAGES = [0, 7, 30, 60] as const

/** The stage that a certificate is in, by how long it is still valid; null while it is too early to tell anybody. */
export function certificateStage(remainingMs: number): (typeof CERTIFICATE_STAGES)[number] | null {
  const days = remainingMs / DAY_MS
  return CERTIFICATE_STAGES.find((stage) => days <= stage) ?? null
}
