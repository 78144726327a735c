import type { Actor, MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { authorise, authoriseStaff } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { CodeKind } from '#/lib/generated/prisma/enums.ts'
import { hashCodeSecret } from '#/lib/onboarding/codes/code-hash.ts'
import { CODE_LIFE_MS } from '#/lib/onboarding/codes/code-rules.ts'
import { codeText, newCode } from '#/lib/onboarding/codes/code-text.ts'
import type { IssueCode } from '#/lib/onboarding/codes/issue-schema.ts'
import { findNomination } from '#/lib/onboarding/codes/nominations.ts'
import { revokeCodes } from '#/lib/onboarding/codes/revoke-codes.ts'
import { lockWaitingMember } from '#/lib/onboarding/codes/waiting-member.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { rowIdOfForm } from '#/lib/platform/ids.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** A code that was made. `text` is shown once to who made it and exists nowhere after that. */
export type IssuedCode = { readonly text: string; readonly expiresAt: Date }

/** Why no code was made: nobody waits for one, or this very form made one already. */
export type CodeRefusal = 'not_waiting' | 'already_made'

/** With VIER_OGEN: nobody nominated the person as gebruikersbeheerder, or only the one who asks for the code. */
export type SecondPairRefusal = 'not_nominated' | 'own_nomination'

type Issue = {
  readonly realm: Realm
  readonly issuer: MemberActor | StaffActor
  readonly kind: CodeKind
  readonly memberId: string
  readonly formKey: string
  /** Null for the servicedesk, which works for all gemeenten. */
  readonly organisationId: string | null
}

/** With VIER_OGEN nobody makes a gebruikersbeheerder alone (BIO2 5.18.01). */
async function secondPairRefusal(tx: Tx, { memberId, issuer }: Issue): Promise<SecondPairRefusal | null> {
  if (!settings().secondPairOfEyes) return null
  const nomination = await findNomination(tx, memberId)
  if (!nomination) return 'not_nominated'
  return nomination.nominatedById === issuer.userId ? 'own_nomination' : null
}

// Locators are few (2^20): two codes may meet. Another one is drawn; three collisions in a row do not happen by chance.
const DRAWS = 3
const isLocatorTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

/** Asked within the transaction, about a person who waits. */
type Guard<E> = (tx: Tx, input: Issue) => Promise<E | null>

async function issue<E extends string>(input: Issue, guard: Guard<E>): Promise<Result<IssuedCode, CodeRefusal | E>> {
  for (let draw = 1; ; draw += 1) {
    try {
      return await issueOnce(input, guard)
    } catch (error) {
      if (!isLocatorTaken(error) || draw === DRAWS) throw error
    }
  }
}

async function issueOnce<E extends string>(
  input: Issue,
  guard: Guard<E>,
): Promise<Result<IssuedCode, CodeRefusal | E>> {
  const code = newCode()
  const secretHash = await hashCodeSecret(code.secret)
  return inTransaction(input.realm, async (tx) => {
    const member = await lockWaitingMember(tx, input.memberId)
    const isElsewhere = input.organisationId !== null && member?.organisationId !== input.organisationId
    if (!member || isElsewhere) return err('not_waiting')
    const id = rowIdOfForm(input.formKey, member.id)
    // The same form sent again: another code would end the one that was made and shown.
    if (await tx.verificationCode.findUnique({ where: { id }, select: { id: true } })) return err('already_made')
    const refusal = await guard(tx, input)
    if (refusal) return err(refusal)
    const issuedAt = clock.now()
    await revokeCodes(tx, input.issuer, member, 'REPLACED')
    await tx.codeRequest.updateMany({ where: { memberId: member.id, handledAt: null }, data: { handledAt: issuedAt } })
    const expiresAt = new Date(issuedAt.getTime() + CODE_LIFE_MS)
    await tx.verificationCode.create({
      data: {
        id,
        organisationId: member.organisationId,
        memberId: member.id,
        kind: input.kind,
        locator: code.locator,
        secretHash,
        issuedById: input.issuer.userId,
        issuedAt,
        expiresAt,
      },
    })
    await tx.member.update({
      where: { id: member.id },
      data: { codeFailures: 0, codePausedUntil: null, codeLockedAt: null },
    })
    await recordAudit(tx, input.issuer, {
      event: 'code.issued',
      organisationId: member.organisationId,
      subject: { kind: 'member', id: member.id },
      object: { kind: 'code', id },
      // NIST 800-63A: who made the code confirmed who the person is, by ticking the box that the schema demands.
      details: { soort: input.kind, identiteitVastgesteld: true },
    })
    return ok({ text: codeText(code), expiresAt })
  })
}

/** A gebruikersbeheerder makes the code of a waiting colleague. An earlier code is dead at once. */
export async function issueCode(actor: Actor, input: IssueCode): Promise<Result<IssuedCode, CodeRefusal>> {
  const { scope, member } = authorise(actor, 'code.issue')
  const { memberId, formKey } = input
  const { realm, organisationId } = scope
  return issue<never>({ realm, issuer: member, kind: 'GEBRUIKER', memberId, formKey, organisationId }, async () => null)
}

/**
 * The servicedesk makes the code by which a waiting person becomes gebruikersbeheerder. With VIER_OGEN a colleague has to
 * have nominated that person before (nominateManager).
 */
export async function issueManagerCode(
  actor: Actor,
  input: IssueCode,
): Promise<Result<IssuedCode, CodeRefusal | SecondPairRefusal>> {
  const { scope, staff } = authoriseStaff(actor, 'manager-code.issue')
  const { memberId, formKey } = input
  const { realm } = scope
  return issue(
    { realm, issuer: staff, kind: 'GEBRUIKERSBEHEERDER', memberId, formKey, organisationId: null },
    secondPairRefusal,
  )
}
