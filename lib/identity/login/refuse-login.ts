import type { Origin } from '#/lib/access/actor.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { type RefusalCode, refusalPage } from '#/lib/identity/login/identity.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'
import { countAgainst, isTold } from '#/lib/platform/rate-limit.ts'

// Crockford base32: no letters that are read wrong over the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight characters (40 bits) by which the servicedesk finds the row of a refusal. Says nothing by itself. */
export function newSupportCode(): string {
  return Array.from(ids.secretBytes(8), (byte) => ALPHABET[byte % 32]).join('')
}

type RefusedLogin = {
  readonly code: RefusalCode
  readonly brokerId: string | null
  readonly organisationId: string | null
  readonly origin: Origin
  /** How many of the same kind from the same network there were, when not each of them has a row. */
  readonly count?: number
}

/**
 * Writes down why a login was refused and gives the address of the page that says what to do. The page tells the reason
 * only as far as the person can act on it; the exact one stands in the log under the support code.
 */
export async function refuseLogin(input: RefusedLogin): Promise<string> {
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
      details: { makelaar: input.brokerId, ...(input.count ? { aantal: input.count } : {}) },
    }),
  )
  return `/geen-toegang/${refusalPage(input.code)}?code=${supportCode}`
}

/** So many refusals of one kind of one network in a quarter of an hour have a row each. */
const TOLD_ONE_BY_ONE = { name: 'weigering', max: 100, windowSeconds: 900 } as const

/**
 * As refuseLogin, for whom no makelaar has said anything about: anybody can send such requests, as many as he likes, and the
 * log is never deleted from. Above the limit only the thousandth, the ten thousandth … has a row, with the count up to then;
 * the page of the others shows no code.
 */
export async function refuseStranger(input: Omit<RefusedLogin, 'organisationId' | 'count'>): Promise<string> {
  const { allowed, count } = await countAgainst(TOLD_ONE_BY_ONE, `${input.code}:${input.origin.ipPrefix}`)
  if (allowed) return refuseLogin({ ...input, organisationId: null })
  if (isTold(TOLD_ONE_BY_ONE, count)) return refuseLogin({ ...input, organisationId: null, count })
  return `/geen-toegang/${refusalPage(input.code)}`
}
