import type { Origin } from '#/lib/access/actor.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { type RefusalCode, refusalPage } from '#/lib/identity/login/identity.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'

// Crockford base32: no letters that are read wrong over the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight characters (40 bits) by which the servicedesk finds the row of a refusal. Says nothing by itself. */
export function newSupportCode(): string {
  return Array.from(ids.secretBytes(8), (byte) => ALPHABET[byte % 32]).join('')
}

/**
 * Writes down why a login was refused and gives the address of the page that says what to do. The page tells the reason
 * only as far as the person can act on it; the exact one stands in the log under the support code.
 */
export async function refuseLogin(input: {
  readonly code: RefusalCode
  readonly brokerId: string | null
  readonly organisationId: string | null
  readonly origin: Origin
}): Promise<string> {
  const supportCode = newSupportCode()
  const actor = { kind: 'anonymous', brokerId: input.brokerId, origin: input.origin } as const
  const cancelled = input.code === 'CANCELLED'
  const unreachable = input.code === 'MAKELAAR_UNREACHABLE' || input.code === 'UNEXPECTED'
  await inTransaction({ kind: 'identiteit' }, (tx) =>
    recordAudit(tx, actor, {
      event: cancelled ? 'login.cancelled' : unreachable ? 'login.failed' : 'login.refused',
      result: unreachable ? 'error' : 'refused',
      reasonCode: input.code,
      supportCode,
      ...(input.organisationId ? { organisationId: input.organisationId } : {}),
      details: { makelaar: input.brokerId },
    }),
  )
  return `/geen-toegang/${refusalPage(input.code)}?code=${supportCode}`
}
