import type { Actor, MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { authorise, authoriseStaff } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { CodeKind } from '#/lib/generated/prisma/enums.ts'
import { hashCodeSecret } from '#/lib/onboarding/codes/code-hash.ts'
import { CODE_LIFE_MS } from '#/lib/onboarding/codes/code-rules.ts'
import { codeText, newCode } from '#/lib/onboarding/codes/code-text.ts'
import type { IssueCode } from '#/lib/onboarding/codes/issue-schema.ts'
import { revokeCodes } from '#/lib/onboarding/codes/revoke-codes.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { rowIdOfForm } from '#/lib/platform/ids.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** A code that was made. `text` is shown once to who made it and exists nowhere after that. */
export type IssuedCode = { readonly text: string; readonly expiresAt: Date }

/** Why no code was made: nobody waits for one, or this very form made one already. */
export type CodeRefusal = 'not_waiting' | 'already_made'

type Issue = {
  readonly realm: Realm
  readonly issuer: MemberActor | StaffActor
  readonly kind: CodeKind
  readonly memberId: string
  readonly formKey: string
  /** Null for the servicedesk, which works for all gemeenten. */
  readonly organisationId: string | null
}

async function lockWaitingMember(tx: Tx, issue: Issue): Promise<{ id: string; organisationId: string } | null> {
  const [member] = await tx.$queryRaw<{ id: string; organisation_id: string; state: string }[]>`
    SELECT id, organisation_id, state FROM member WHERE id = ${issue.memberId}::uuid FOR UPDATE`
  if (member?.state !== 'VERIFICATIE') return null
  if (issue.organisationId !== null && member.organisation_id !== issue.organisationId) return null
  return { id: member.id, organisationId: member.organisation_id }
}

// Locators are few (2^20): two codes may meet. Another one is drawn; three collisions in a row do not happen by chance.
const DRAWS = 3
const isLocatorTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'

async function issue(input: Issue): Promise<Result<IssuedCode, CodeRefusal>> {
  for (let draw = 1; ; draw += 1) {
    try {
      return await issueOnce(input)
    } catch (error) {
      if (!isLocatorTaken(error) || draw === DRAWS) throw error
    }
  }
}

async function issueOnce(input: Issue): Promise<Result<IssuedCode, CodeRefusal>> {
  const code = newCode()
  const secretHash = await hashCodeSecret(code.secret)
  return inTransaction(input.realm, async (tx) => {
    const member = await lockWaitingMember(tx, input)
    if (!member) return err('not_waiting')
    const id = rowIdOfForm(input.formKey, member.id)
    // The same form sent again: another code would end the one that was made and shown.
    if (await tx.verificationCode.findUnique({ where: { id }, select: { id: true } })) return err('already_made')
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
  return issue({
    realm: scope.realm,
    issuer: member,
    kind: 'GEBRUIKER',
    memberId: input.memberId,
    formKey: input.formKey,
    organisationId: scope.organisationId,
  })
}

/** The servicedesk makes the code by which a waiting person becomes gebruikersbeheerder. */
export async function issueManagerCode(actor: Actor, input: IssueCode): Promise<Result<IssuedCode, CodeRefusal>> {
  const { scope, staff } = authoriseStaff(actor, 'manager-code.issue')
  return issue({
    realm: scope.realm,
    issuer: staff,
    kind: 'GEBRUIKERSBEHEERDER',
    memberId: input.memberId,
    formKey: input.formKey,
    organisationId: null,
  })
}
