import type { Actor, MemberActor } from '#/lib/access/actor.ts'
import { authorise, type OrganisationScope } from '#/lib/access/authorise.ts'
import type { AuditEntry } from '#/lib/audit/events.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { Member, VerificationCode } from '#/lib/generated/prisma/client.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { matchesCodeHash } from '#/lib/onboarding/codes/code-hash.ts'
import {
  ATTEMPTS_PER_NETWORK,
  ATTEMPTS_PER_ORGANISATION,
  afterFailure,
  type CodeEntry,
  codeEntry,
  TOLD_WHILE_CLOSED,
} from '#/lib/onboarding/codes/code-rules.ts'
import type { CodeParts } from '#/lib/onboarding/codes/code-text.ts'
import { revokeCodes } from '#/lib/onboarding/codes/revoke-codes.ts'
import type { VerifyCode } from '#/lib/onboarding/codes/schema.ts'
import { nextState } from '#/lib/onboarding/rules.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { countWith, isTold, isUsedUp } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

type Verdict = 'unusable' | 'closed' | 'too_often'
type Attempt = { readonly scope: OrganisationScope; readonly actor: MemberActor; readonly code: CodeParts }

const attemptsOf = (member: Member) => ({
  failures: member.codeFailures,
  pausedUntil: member.codePausedUntil,
  lockedAt: member.codeLockedAt,
})

/** Why a stored code may not be used, for the log only; the person is told one thing for all of them. */
function faultOf(code: VerificationCode | null, secretMatches: boolean): string | null {
  if (!code) return 'UNKNOWN'
  if (!secretMatches) return 'WRONG'
  if (code.usedAt) return 'USED'
  if (code.revokedAt) return 'REVOKED'
  return code.expiresAt <= clock.now() ? 'EXPIRED' : null
}

// Shared with others, so only wrong codes count, and only of who may try at all: nobody closes the door for colleagues.
const sharedLimits = ({ scope, actor }: Attempt) =>
  [
    [ATTEMPTS_PER_ORGANISATION, scope.organisationId],
    [ATTEMPTS_PER_NETWORK, actor.origin.ipPrefix],
  ] as const

async function isAnyUsedUp(tx: Tx, attempt: Attempt): Promise<boolean> {
  for (const [limit, key] of sharedLimits(attempt)) if (await isUsedUp(tx, limit, key)) return true
  return false
}

const about = (member: Member) => ({ kind: 'member', id: member.id }) as const

async function recordRefusal(
  tx: Tx,
  { actor }: Attempt,
  member: Member,
  reasonCode: string,
  details: AuditEntry['details'] = {},
): Promise<void> {
  await recordAudit(tx, actor, {
    event: 'code.refused',
    result: 'refused',
    reasonCode,
    subject: about(member),
    details,
  })
}

/** A try that is not looked at, however often it comes: whoever keeps sending cannot fill the log, of which nothing is ever deleted. */
async function recordClosed(tx: Tx, attempt: Attempt, member: Member, reasonCode: string): Promise<void> {
  const count = await countWith(tx, TOLD_WHILE_CLOSED, member.id)
  if (!isTold(TOLD_WHILE_CLOSED, count)) return
  const isOneOfMany = count > TOLD_WHILE_CLOSED.max
  await recordRefusal(tx, attempt, member, reasonCode, isOneOfMany ? { aantal: count } : {})
}

/** Access-norms chapter 4: after the tenth wrong code both sides are told; only a new code helps. */
async function lock(tx: Tx, { actor, scope }: Attempt, member: Member): Promise<void> {
  await revokeCodes(tx, actor, member, 'LOCKED')
  const params = { gemeente: actor.organisationName }
  await enqueue(tx, sendMail, { to: { kind: 'member', id: member.id }, template: 'own-code-locked', params })
  await enqueue(tx, sendMail, { to: { kind: 'managers', id: scope.organisationId }, template: 'code-locked', params })
}

async function refuse(tx: Tx, attempt: Attempt, member: Member, reason: string): Promise<void> {
  // Who has gone on already, by the same form sent twice for instance, did not guess.
  const counts = member.state === 'VERIFICATIE'
  if (counts) for (const [limit, key] of sharedLimits(attempt)) await countWith(tx, limit, key)
  const next = counts ? afterFailure(attemptsOf(member), clock.now()) : attemptsOf(member)
  await tx.member.update({
    where: { id: member.id },
    data: { codeFailures: next.failures, codePausedUntil: next.pausedUntil, codeLockedAt: next.lockedAt },
  })
  if (next.lockedAt) await lock(tx, attempt, member)
  const [elsewhere] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT code_locator_elsewhere(${attempt.code.locator}, ${attempt.scope.organisationId}::uuid) AS found`
  await recordRefusal(tx, attempt, member, elsewhere?.found ? 'OTHER_ORGANISATION' : reason, {
    pogingen: next.failures,
    ernstig: elsewhere?.found === true,
    vergrendeld: next.lockedAt !== null,
  })
}

/** BIO2 5.18.01: the gebruikersbeheerders who are there hear of a new one. */
async function tellManagers(tx: Tx, { actor, scope }: Attempt): Promise<void> {
  const where = { organisationId: scope.organisationId, isManager: true, state: 'ACTIEF' } as const
  if ((await tx.member.count({ where })) === 0) return
  const to = { kind: 'managers', id: scope.organisationId } as const
  await enqueue(tx, sendMail, { to, template: 'manager-added', params: { gemeente: actor.organisationName } })
}

async function accept(tx: Tx, attempt: Attempt, member: Member, code: VerificationCode): Promise<void> {
  const state = nextState(member.state, 'code-accepted')
  if (!state) throw new InvariantError(`a code was accepted in step ${member.state}`)
  const now = clock.now()
  await tx.verificationCode.update({ where: { id: code.id }, data: { usedAt: now } })
  await tx.member.update({
    where: { id: member.id },
    data: {
      state,
      codeAcceptedAt: now,
      codeFailures: 0,
      codePausedUntil: null,
      ...(code.kind === 'GEBRUIKERSBEHEERDER' ? { isManager: true } : {}),
    },
  })
  await recordAudit(tx, attempt.actor, {
    event: 'code.accepted',
    subject: { kind: 'member', id: member.id },
    object: { kind: 'code', id: code.id },
    details: { soort: code.kind },
  })
  if (code.kind === 'GEBRUIKERSBEHEERDER') await tellManagers(tx, attempt)
  // Only a new authentication leads on (product chapter 3): the server ends the session, whatever the browser does.
  await endSessions(tx, attempt.actor, { memberId: member.id }, 'CODE_GEBRUIKT')
}

async function tryCode(tx: Tx, attempt: Attempt): Promise<Result<null, Verdict>> {
  // The lock makes tries of one person wait for each other: counters are right, and a code is used once.
  await tx.$queryRaw`SELECT 1 FROM member WHERE id = ${attempt.actor.memberId}::uuid FOR UPDATE`
  const member = await tx.member.findUniqueOrThrow({ where: { id: attempt.actor.memberId } })
  const entry = codeEntry(attemptsOf(member), clock.now())
  if (entry.kind !== 'open') {
    await recordClosed(tx, attempt, member, entry.kind === 'paused' ? 'PAUSED' : 'LOCKED')
    return err('closed')
  }
  if (await isAnyUsedUp(tx, attempt)) {
    await recordClosed(tx, attempt, member, 'TOO_OFTEN')
    return err('too_often')
  }
  const code = await tx.verificationCode.findFirst({
    where: { locator: attempt.code.locator, memberId: member.id, organisationId: attempt.scope.organisationId },
  })
  const fault = faultOf(code, await matchesCodeHash(attempt.code.secret, code?.secretHash ?? null))
  if (fault === null && code && member.state === 'VERIFICATIE') {
    await accept(tx, attempt, member, code)
    return ok(null)
  }
  await refuse(tx, attempt, member, fault ?? 'WRONG_STEP')
  return err('unusable')
}

/**
 * Uses a code: the waiting person goes on, and every session of that person ends. Wrong, expired, used, revoked and
 * unknown codes are one answer and the same work (ASVS 6.3.8); access-norms chapter 4 has the numbers. Every refusal has
 * its row in the log; of those at a closed field the first ten of an hour, and then their number.
 */
export async function verifyCode(actor: Actor, input: VerifyCode): Promise<Result<null, Verdict>> {
  const { scope, member } = authorise(actor, 'code.verify')
  return inTransaction(scope.realm, (tx) => tryCode(tx, { scope, actor: member, code: input.verificatiecode }))
}

/** What the page /verificatie shows: whether the field is open, and since when a new code has been asked for. */
export async function readCodeEntry(
  actor: Actor,
): Promise<{ readonly entry: CodeEntry; readonly requestedAt: Date | null }> {
  const { scope, member } = authorise(actor, 'code.verify')
  return inTransaction(scope.realm, async (tx) => {
    const row = await tx.member.findUniqueOrThrow({ where: { id: member.memberId } })
    const request = await tx.codeRequest.findFirst({
      where: { memberId: row.id, handledAt: null },
      orderBy: { requestedAt: 'desc' },
    })
    return { entry: codeEntry(attemptsOf(row), clock.now()), requestedAt: request?.requestedAt ?? null }
  })
}
