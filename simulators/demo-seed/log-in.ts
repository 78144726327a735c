import type { MemberActor, Origin, StaffActor } from '#/lib/access/actor.ts'
import { brokerById } from '#/lib/identity/brokers/brokers.ts'
import type { BrokerConnection } from '#/lib/identity/brokers/brokers-file.ts'
import { completeLogin } from '#/lib/identity/login/complete-login.ts'
import type { LoginIdentity } from '#/lib/identity/login/identity.ts'
import { judgeLogin } from '#/lib/identity/login/judge-login.ts'
import { endOwnSession } from '#/lib/identity/sessions/end-own-session.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { newSessionToken } from '#/lib/identity/sessions/session-token.ts'
import { clock } from '#/lib/platform/clock.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import type { DemoUser } from '#/simulators/demo-users.ts'
import { pseudonymOf, staffSubjectOf } from '#/simulators/makelaar/pseudonym.ts'

const originOfSeed = (): Origin => ({ requestId: ids.rowId(), ipPrefix: 'demo', userAgentHash: 'demo' })

function identityOf(user: DemoUser, connection: BrokerConnection): LoginIdentity {
  const common = { brokerId: connection.id, loa: 'loa3', authnInstant: clock.now() } as const
  if (user.standing.kind === 'servicedesk') {
    const { profile } = user.standing
    return {
      kind: 'servicedesk',
      ...common,
      subject: staffSubjectOf(user.userName),
      name: `${profile.voornaam} ${profile.achternaam}`,
    }
  }
  const [mandate] = user.mandates
  if (!mandate) throw new InvariantError(`demo user ${user.userName} has no mandate`)
  return {
    kind: 'eherkenning',
    ...common,
    subjectPseudonym: pseudonymOf(user.person, connection.id, mandate.mandatedBy),
    legal: { kvk: mandate.kvk, rsin: null },
    intermediaryKvk: null,
    branch: null,
  }
}

/** Logs a demo user in as the answer of the makelaar would, from the admission on, and gives the actor of the session. */
export async function logIn(user: DemoUser): Promise<MemberActor | StaffActor> {
  const [supplier] = user.suppliers
  const connection = supplier ? await brokerById(supplier) : undefined
  if (!connection) throw new InvariantError(`demo user ${user.userName} has no makelaar`)
  const judgement = await judgeLogin(identityOf(user, connection))
  if (!judgement.admitted) throw new InvariantError(`demo user ${user.userName} is refused: ${judgement.refusal.code}`)
  const token = newSessionToken()
  const origin = originOfSeed()
  const run = { connection, origin, device: 'demo', startedAt: clock.now(), admitted: judgement.login }
  await completeLogin(run, token)
  const session = await resolveSession(token, origin)
  if (session.kind !== 'live') throw new InvariantError(`session of demo user ${user.userName} is ${session.kind}`)
  return session.actor
}

/** As `logIn`, for somebody of a gemeente. */
export async function logInMember(user: DemoUser): Promise<MemberActor> {
  const actor = await logIn(user)
  if (actor.kind !== 'member') throw new InvariantError(`demo user ${user.userName} is of no gemeente`)
  return actor
}

/** Does something as a demo user and logs out again. */
export async function asUser<T>(user: DemoUser, work: (actor: MemberActor) => Promise<T>): Promise<T> {
  const actor = await logInMember(user)
  const outcome = await work(actor)
  await endOwnSession(actor)
  return outcome
}
