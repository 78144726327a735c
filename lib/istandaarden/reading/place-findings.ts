import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'

const CLIENT = /\/Client(?:\[([0-9]+)\])?(?=\/|$)/

/** The number of the client that a finding is about, from 1; null when it is about none. By its path. */
export function clientOf({ pad }: Pick<Finding, 'pad'>): number | null {
  const found = pad === null ? null : CLIENT.exec(pad)
  return found === null ? null : Number(found[1] ?? 1)
}

/** Whether a finding is about the header. */
export const isOfHeader = ({ pad }: Pick<Finding, 'pad'>): boolean =>
  pad !== null && /^\/[^/]+\/Header(?:\/|$)/.test(pad)
