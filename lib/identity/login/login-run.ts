import { AsyncLocalStorage } from 'node:async_hooks'
import type { Origin } from '#/lib/access/actor.ts'
import type { BrokerConnection } from '#/lib/identity/brokers/brokers-file.ts'
import type { AdmittedLogin, LoginRefusal } from '#/lib/identity/login/judge-login.ts'
import type { LiveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/**
 * One answer of a makelaar being handled. next-auth calls our callbacks and adapter one by one; what they must know of
 * each other stands here, so that nothing is written before everything has been judged.
 */
export type LoginRun = {
  readonly connection: BrokerConnection
  readonly origin: Origin
  readonly device: string
  /** When the attempt began, from the signed state cookie. */
  readonly startedAt: Date
  /** The session that this browser had until now; the new one takes its place. */
  readonly former?: LiveSession['actor'] | undefined
  admitted: AdmittedLogin | null
  /** What came in between the judgement and the moment at which the login was written. */
  refused?: LoginRefusal
  /** The makelaar did not answer while its answer was checked. */
  makelaarAway?: boolean
}

const storage = () => sharedState('login-run', () => new AsyncLocalStorage<LoginRun>())

/** Runs the library's handling of an answer with this run at hand. */
export const withLoginRun = <T>(run: LoginRun, work: () => Promise<T>): Promise<T> => storage().run(run, work)

/** The run that is being handled, or null outside one. */
export const currentLoginRun = (): LoginRun | null => storage().getStore() ?? null

/** The run and what was admitted in it. Throws when nothing was: then no account or session may be made. */
export function admittedLoginRun(): LoginRun & { readonly admitted: AdmittedLogin } {
  const run = currentLoginRun()
  if (!run?.admitted) throw new InvariantError('no login has been admitted')
  return run as LoginRun & { readonly admitted: AdmittedLogin }
}
