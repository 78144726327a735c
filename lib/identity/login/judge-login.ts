import type { EherkenningIdentity, LoginIdentity, RefusalCode } from '#/lib/identity/login/identity.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'

/** The gemeente that a login works for; null for the servicedesk. */
export type AdmittedLogin = { readonly identity: LoginIdentity; readonly organisationId: string | null }
export type LoginRefusal = { readonly code: RefusalCode; readonly organisationId: string | null }
export type LoginJudgement =
  | { readonly admitted: true; readonly login: AdmittedLogin }
  | { readonly admitted: false; readonly refusal: LoginRefusal }

type Numbers = EherkenningIdentity['legal']

/** Every number that both sides have must be the same: an answer that half fits is of another organisation. */
const agree = (one: Numbers, other: Numbers): boolean =>
  (['kvk', 'rsin'] as const).every((kind) => !one[kind] || !other[kind] || one[kind] === other[kind])

async function findOrganisation(tx: Tx, legal: Numbers) {
  const numbers = [...(legal.kvk ? [{ kvk: legal.kvk }] : []), ...(legal.rsin ? [{ rsin: legal.rsin }] : [])]
  const found = await tx.organisation.findMany({
    where: { OR: numbers },
    select: { id: true, kvk: true, rsin: true, agreements: { where: { withdrawnAt: null }, select: { kind: true } } },
  })
  const [organisation, ...others] = found
  // KvK and RSIN of two different gemeenten in one answer: no ground to choose one.
  return organisation && others.length === 0 && agree(legal, organisation) ? organisation : undefined
}

async function judgeEherkenning(tx: Tx, identity: EherkenningIdentity): Promise<LoginJudgement> {
  const refuse = (code: RefusalCode, organisationId: string | null): LoginJudgement => ({
    admitted: false,
    refusal: { code, organisationId },
  })
  const organisation = await findOrganisation(tx, identity.legal)
  if (!organisation) return refuse('ORGANISATION_UNKNOWN', null)
  const inForce = new Set(organisation.agreements.map(({ kind }) => kind))
  if (!inForce.has('AANSLUITING') || !inForce.has('VECOZO')) return refuse('AGREEMENTS_MISSING', organisation.id)
  const blocked = await tx.member.count({
    where: {
      organisationId: organisation.id,
      state: 'GEBLOKKEERD',
      user: { accounts: { some: { brokerId: identity.brokerId, pseudonym: identity.subjectPseudonym } } },
    },
  })
  if (blocked > 0) return refuse('MEMBER_BLOCKED', organisation.id)
  return { admitted: true, login: { identity, organisationId: organisation.id } }
}

/** Between the judgement and the login something came in between, a block for instance. Nothing was written. */
export class LoginRefusedError extends Error {
  readonly refusal: LoginRefusal
  constructor(refusal: LoginRefusal) {
    super(`the login is refused: ${refusal.code}`)
    this.name = 'LoginRefusedError'
    this.refusal = refusal
  }
}

/**
 * Judges a login again in the transaction that writes it, which holds the lock of the person by now: whoever was blocked since
 * is not let in, and no log says so. Throws LoginRefusedError.
 */
export async function demandAdmission(tx: Tx, identity: LoginIdentity): Promise<void> {
  if (identity.kind === 'servicedesk') return
  const judgement = await judgeEherkenning(tx, identity)
  if (!judgement.admitted) throw new LoginRefusedError(judgement.refusal)
}

/** Decides whether somebody whose answer was sound may come in: organisation known, agreements in force, not blocked. */
export async function judgeLogin(identity: LoginIdentity): Promise<LoginJudgement> {
  if (identity.kind === 'servicedesk') return { admitted: true, login: { identity, organisationId: null } }
  return inTransaction({ kind: 'identiteit' }, (tx) => judgeEherkenning(tx, identity))
}
