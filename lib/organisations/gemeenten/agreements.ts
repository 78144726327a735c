import type { Actor } from '#/lib/access/actor.ts'
import { authoriseStaff } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import type { RegisterAgreement, WithdrawAgreement } from '#/lib/organisations/gemeenten/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { ids } from '#/lib/platform/ids.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** Agreements of one gemeente are registered one after the other. */
const lockAgreements = (tx: Tx, organisationId: string) =>
  tx.$queryRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`

const dateOf = ({ signedOn }: RegisterAgreement) => new Date(`${signedOn}T00:00:00Z`)

/** A form sent twice: the first one counted, and the agreement in force is the one that it tells of. */
const isSame = (inForce: { readonly signedOn: Date; readonly documentReference: string }, input: RegisterAgreement) =>
  inForce.documentReference === input.documentReference && inForce.signedOn.getTime() === dateOf(input).getTime()

/**
 * Registers that an agreement was signed: which, when, under what reference, by whom registered. One of a kind is in
 * force at a time. Throws NotFoundError for a gemeente that is not registered.
 */
export async function registerAgreement(
  actor: Actor,
  input: RegisterAgreement,
): Promise<Result<{ readonly organisationId: string }, 'in_future' | 'in_force'>> {
  const { scope, staff } = authoriseStaff(actor, 'agreement.register')
  if (input.signedOn > dayInAmsterdam(clock.now())) return err('in_future')
  return inTransaction(scope.realm, async (tx) => {
    await lockAgreements(tx, input.organisationId)
    const organisation = await tx.organisation.findUnique({
      where: { id: input.organisationId },
      select: {
        id: true,
        agreements: {
          where: { kind: input.kind, withdrawnAt: null },
          select: { signedOn: true, documentReference: true },
        },
      },
    })
    if (!organisation) throw new NotFoundError('organisation')
    const [inForce] = organisation.agreements
    if (inForce) return isSame(inForce, input) ? ok({ organisationId: organisation.id }) : err('in_force')
    const id = ids.rowId()
    await tx.agreement.create({
      data: {
        id,
        organisationId: organisation.id,
        kind: input.kind,
        signedOn: dateOf(input),
        documentReference: input.documentReference,
        registeredById: staff.userId,
        registeredByName: staff.displayName,
        registeredAt: clock.now(),
      },
    })
    await recordAudit(tx, staff, {
      event: 'agreement.registered',
      organisationId: organisation.id,
      object: { kind: 'agreement', id },
      details: { overeenkomst: input.kind, getekendOp: input.signedOn, kenmerk: input.documentReference },
    })
    return ok({ organisationId: organisation.id })
  })
}

/**
 * Withdraws an agreement: the portal closes for that gemeente at once, every session of its people ends. Throws
 * NotFoundError for an agreement that does not exist.
 */
export async function withdrawAgreement(
  actor: Actor,
  input: WithdrawAgreement,
): Promise<Result<{ readonly organisationId: string }, 'already_withdrawn'>> {
  const { scope, staff } = authoriseStaff(actor, 'agreement.register')
  return inTransaction(scope.realm, async (tx) => {
    const agreement = await tx.agreement.findUnique({ where: { id: input.agreementId } })
    if (!agreement) throw new NotFoundError('agreement')
    const { organisationId } = agreement
    const withdrawn = await tx.agreement.updateMany({
      where: { id: agreement.id, withdrawnAt: null },
      data: {
        withdrawnAt: clock.now(),
        withdrawnById: staff.userId,
        withdrawnByName: staff.displayName,
        withdrawalReason: input.reason,
      },
    })
    if (withdrawn.count === 0) return err('already_withdrawn')
    await recordAudit(tx, staff, {
      event: 'agreement.withdrawn',
      organisationId,
      object: { kind: 'agreement', id: agreement.id },
      details: { overeenkomst: agreement.kind },
    })
    await endSessions(tx, staff, { organisationId }, 'OVEREENKOMST')
    return ok({ organisationId })
  })
}
