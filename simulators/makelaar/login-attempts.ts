import type { AssuranceLevel, DemoUser } from '#/simulators/demo-users.ts'
import type { SimulatorClock } from '#/simulators/makelaar/simulator-clock.ts'

/** Why an attempt cannot go on; each has a page of its own. */
export type StopReason =
  | 'middel-geblokkeerd'
  | 'geen-machtiging'
  | 'te-veel-wachtwoorden'
  | 'te-veel-codes'
  | 'leverancier-onbereikbaar'

/** Why the same page is shown again. */
export type Refusal =
  | 'wachtwoord-onjuist'
  | 'wachtwoord-geblokkeerd'
  | 'pincode-onjuist'
  | 'pincode-geblokkeerd'
  | 'geen-kaart'
  | 'code-onjuist'
  | 'code-verlopen'
  | 'code-leeg'
  | 'te-snel'
  | 'geen-organisatie'

/** What happened that is no refusal. */
export type Notice = 'nieuwe-code' | 'gebeld'

export type Step =
  | { readonly name: 'inloggen' }
  | { readonly name: 'sms'; readonly user: DemoUser; readonly level: AssuranceLevel; readonly wrongCodes: number }
  | { readonly name: 'organisatie'; readonly user: DemoUser; readonly level: AssuranceLevel }
  | { readonly name: 'gestopt'; readonly reason: StopReason }
  /** The person has cancelled: the answer is all that is left to give. */
  | { readonly name: 'afgebroken' }

/** One visit to the pages of a supplier, from the portal's request to the answer. */
export type LoginAttempt = {
  readonly id: string
  readonly step: Step
  readonly refusal: Refusal | null
  readonly notice: Notice | null
  /** What the user typed as user name, so that it need not be typed again. */
  readonly typedUserName: string
  readonly startedAt: number
}

const LIFE_MINUTES = 15
const MAX_ATTEMPTS = 10_000

/** The attempts under way. One ends after 15 minutes, as the issuer's own record of it does. */
export class LoginAttempts {
  readonly #clock: SimulatorClock
  readonly #attempts = new Map<string, LoginAttempt>()

  constructor(clock: SimulatorClock) {
    this.#clock = clock
  }

  find(id: string): LoginAttempt | undefined {
    return this.#attempts.get(id)
  }

  start(id: string, step: Step): LoginAttempt {
    const attempt = { id, step, refusal: null, notice: null, typedUserName: '', startedAt: this.#clock.now() }
    this.#attempts.set(id, attempt)
    for (const oldest of this.#attempts.keys()) {
      if (this.#attempts.size <= MAX_ATTEMPTS) break
      this.#attempts.delete(oldest)
    }
    return attempt
  }

  isOver(attempt: LoginAttempt): boolean {
    return this.#clock.now() - attempt.startedAt > LIFE_MINUTES * 60_000
  }

  /** Moves an attempt on. What is not given of refusal and notice is cleared. */
  update(attempt: LoginAttempt, change: Partial<Omit<LoginAttempt, 'id' | 'startedAt'>>): void {
    this.#attempts.set(attempt.id, { ...attempt, refusal: null, notice: null, ...change })
  }

  end(id: string): void {
    this.#attempts.delete(id)
  }
}
