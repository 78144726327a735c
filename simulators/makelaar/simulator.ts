import type Provider from 'oidc-provider'
import type { ClientRegistration } from '#/simulators/makelaar/connections.ts'
import { FaultQueue } from '#/simulators/makelaar/fault-queue.ts'
import { guardAnswers } from '#/simulators/makelaar/guard-answers.ts'
import { makeIssuer } from '#/simulators/makelaar/issuer.ts'
import { LoginAttempts } from '#/simulators/makelaar/login-attempts.ts'
import { Logins } from '#/simulators/makelaar/logins.ts'
import { makeIssuerKeys } from '#/simulators/makelaar/signing-keys.ts'
import { makeClock, type SimulatorClock } from '#/simulators/makelaar/simulator-clock.ts'
import { SmsBox } from '#/simulators/makelaar/sms-box.ts'
import { SUPPLIERS, type Supplier } from '#/simulators/makelaar/suppliers.ts'
import { TryCounter } from '#/simulators/makelaar/try-counter.ts'

const MAX_WRONG_PASSWORDS = 5
const MAX_WRONG_PINCODES = 3

/** Everything the simulator remembers; it is gone when the process ends. */
export type SimulatorState = {
  readonly clock: SimulatorClock
  readonly passwords: TryCounter
  readonly pincodes: TryCounter
  readonly sms: SmsBox
  readonly faults: FaultQueue
  readonly attempts: LoginAttempts
  readonly logins: Logins
  /** Requests per supplier and endpoint, so that a test can prove that nothing was asked twice. */
  readonly requestCounts: Map<string, number>
  /** Ends the waiting of slow answers when the simulator stops. */
  readonly stopping: AbortController
}

/** One issuer at work. */
export type RunningIssuer = { readonly supplier: Supplier; readonly provider: Provider }

export type Simulator = {
  readonly url: string
  readonly portaalUrl: string
  readonly state: SimulatorState
  /** Every issuer by its id; its keys are made when it is first asked for, so that the simulator listens at once. */
  readonly issuers: ReadonlyMap<string, () => Promise<RunningIssuer>>
}

function makeState(): SimulatorState {
  const clock = makeClock()
  return {
    clock,
    passwords: new TryCounter(clock, MAX_WRONG_PASSWORDS),
    pincodes: new TryCounter(clock, MAX_WRONG_PINCODES),
    sms: new SmsBox(clock),
    faults: new FaultQueue(),
    attempts: new LoginAttempts(clock),
    logins: new Logins(),
    requestCounts: new Map(),
    stopping: new AbortController(),
  }
}

/** Forgets faults, blocks, codes, counts and the shift of the clock. Attempts under way go on. */
export function restore(state: SimulatorState): void {
  state.clock.shiftTo(0)
  state.passwords.clear()
  state.pincodes.clear()
  state.sms.clear()
  state.faults.clear()
  state.requestCounts.clear()
}

type Options = {
  readonly url: string
  readonly portaalUrl: string
  readonly registrations: readonly ClientRegistration[]
  /** Is told of failures inside an issuer, which answers with an error of its own then. */
  readonly onFailure: (supplierId: string, error: Error) => void
}

async function startIssuer(supplier: Supplier, state: SimulatorState, options: Options): Promise<RunningIssuer> {
  const keys = await makeIssuerKeys()
  const registrations = options.registrations.filter((registration) => registration.supplierId === supplier.id)
  const issuerUrl = `${options.url}/${supplier.id}`
  const provider = makeIssuer({ supplier, issuerUrl, registrations, keys, logins: state.logins })
  const neighbour = options.registrations.find((registration) => registration.supplierId !== supplier.id)
  guardAnswers(provider, {
    supplier,
    keys,
    state,
    otherIssuer: `${options.url}/${neighbour?.supplierId ?? 'een-andere'}`,
    otherRedirectUri: neighbour?.redirectUri ?? options.portaalUrl,
  })
  provider.on('server_error', (_ctx, error) => options.onFailure(supplier.id, error))
  return { supplier, provider }
}

/** Prepares every issuer under one address. */
export function makeSimulator(options: Options): Simulator {
  const state = makeState()
  const started = new Map<string, Promise<RunningIssuer>>()
  const issuers = SUPPLIERS.map((supplier): [string, () => Promise<RunningIssuer>] => [
    supplier.id,
    () => {
      const issuer = started.get(supplier.id) ?? startIssuer(supplier, state, options)
      started.set(supplier.id, issuer)
      return issuer
    },
  ])
  return { url: options.url, portaalUrl: options.portaalUrl, state, issuers: new Map(issuers) }
}
