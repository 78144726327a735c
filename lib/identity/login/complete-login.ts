import type { Actor, MemberActor, OnboardingState } from '#/lib/access/actor.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { displayName } from '#/lib/identity/display-name.ts'
import type { LoginIdentity } from '#/lib/identity/login/identity.ts'
import { demandAdmission } from '#/lib/identity/login/judge-login.ts'
import type { LoginRun } from '#/lib/identity/login/login-run.ts'
import { endSessions } from '#/lib/identity/sessions/end-sessions.ts'
import { startSession } from '#/lib/identity/sessions/start-session.ts'
import { stateAfterLogin } from '#/lib/onboarding/rules.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'

type Admitted = NonNullable<LoginRun['admitted']>

const pseudonymOf = (identity: LoginIdentity) =>
  identity.kind === 'eherkenning' ? identity.subjectPseudonym : identity.subject

/** The user behind a pseudonym, made when there is none yet; two first logins at once end in one user. */
async function findOrMakeUser(tx: Tx, identity: LoginIdentity): Promise<string> {
  const key = { brokerId: identity.brokerId, pseudonym: pseudonymOf(identity) }
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${key.brokerId}/${key.pseudonym}`}, 0))`
  const account = await tx.account.findUnique({ where: { brokerId_pseudonym: key } })
  if (account) return account.userId
  const now = clock.now()
  const userId = ids.rowId()
  await tx.user.create({
    data: { id: userId, kind: identity.kind === 'servicedesk' ? 'SERVICEDESK' : 'GEMEENTE', createdAt: now },
  })
  await tx.account.create({ data: { id: ids.rowId(), userId, ...key, linkedAt: now } })
  return userId
}

type Registration = {
  readonly memberId: string
  readonly state: OnboardingState
  readonly isNew: boolean
  readonly activated: boolean
  readonly displayName: string
  readonly isManager: boolean
}

async function findOrMakeMember(
  tx: Tx,
  userId: string,
  organisationId: string,
  startedAt: Date,
): Promise<Registration> {
  const now = clock.now()
  const key = { userId, organisationId }
  // What happens to the person at this moment, such as a code that is accepted or a block, comes first and stays.
  await tx.$queryRaw`
    SELECT 1 FROM member WHERE user_id = ${userId}::uuid AND organisation_id = ${organisationId}::uuid FOR UPDATE`
  const known = await tx.member.findUnique({ where: { userId_organisationId: key } })
  if (!known) {
    const memberId = ids.rowId()
    await tx.member.create({ data: { id: memberId, ...key, state: 'PROFIEL', createdAt: now, lastLoginAt: now } })
    return { memberId, state: 'PROFIEL', isNew: true, activated: false, displayName: '', isManager: false }
  }
  const state = stateAfterLogin(known.state, known.codeAcceptedAt, startedAt)
  const activated = state !== known.state
  await tx.member.update({
    where: { id: known.id },
    data: { lastLoginAt: now, ...(activated ? { state, activatedAt: now } : {}) },
  })
  return {
    memberId: known.id,
    state,
    isNew: false,
    activated,
    displayName: displayName(known),
    isManager: known.isManager,
  }
}

async function keepStaffName(tx: Tx, userId: string, name: string): Promise<void> {
  await tx.staffMember.upsert({ where: { userId }, create: { userId, name }, update: { name } })
}

function actorOf(
  run: LoginRun,
  admitted: Admitted,
  userId: string,
  sessionId: string,
  member: Registration | null,
): Actor {
  const { identity, organisationId } = admitted
  const common = {
    userId,
    sessionId,
    loa: identity.loa,
    brokerId: identity.brokerId,
    authnInstant: identity.authnInstant,
    origin: run.origin,
  }
  if (identity.kind === 'servicedesk') return { kind: 'staff', ...common, displayName: identity.name }
  if (!member || !organisationId) throw new InvariantError('a login of a gemeente has no member')
  const actor: MemberActor = {
    kind: 'member',
    ...common,
    memberId: member.memberId,
    organisationId,
    organisationName: '',
    gemeenteCode: '',
    displayName: member.displayName,
    state: member.state,
    isManager: member.isManager,
    roles: {},
  }
  return actor
}

/**
 * Makes user, registration and session of an admitted login in one transaction, with their rows in the log. The token is
 * known to the browser only. A registration that waits for a new login becomes ACTIEF here, and nowhere else. The session
 * that this browser had ends (ASVS 7.2.4). Throws LoginRefusedError, and then nothing was written.
 */
export async function completeLogin(run: LoginRun & { readonly admitted: Admitted }, token: string): Promise<void> {
  const { admitted } = run
  const { identity, organisationId } = admitted
  await inTransaction({ kind: 'identiteit' }, async (tx) => {
    const userId = await findOrMakeUser(tx, identity)
    if (identity.kind === 'servicedesk') await keepStaffName(tx, userId, identity.name)
    const member = organisationId ? await findOrMakeMember(tx, userId, organisationId, run.startedAt) : null
    await demandAdmission(tx, identity)
    // Before the new one is counted among the sessions of this person: a place that it takes over is no other device's.
    if (run.former) await endSessions(tx, run.former, { id: run.former.sessionId }, 'VERVANGEN')
    const sessionId = await startSession(tx, {
      token,
      userId,
      memberId: member?.memberId ?? null,
      organisationId,
      brokerId: identity.brokerId,
      loa: identity.loa,
      authnInstant: identity.authnInstant,
      device: run.device,
      origin: run.origin,
    })
    const actor = actorOf(run, admitted, userId, sessionId, member)
    const subject = member ? { subject: { kind: 'member' as const, id: member.memberId } } : {}
    await recordAudit(tx, actor, {
      event: 'login.succeeded',
      ...subject,
      details: {
        makelaar: identity.brokerId,
        ketenmachtiging: identity.kind === 'eherkenning' ? identity.intermediaryKvk : null,
      },
    })
    if (member?.isNew) await recordAudit(tx, actor, { event: 'member.registered', ...subject })
    if (member?.activated) await recordAudit(tx, actor, { event: 'member.activated', ...subject })
  })
}
