import { randomInt } from 'node:crypto'
import type { SimulatorClock } from '#/simulators/makelaar/simulator-clock.ts'

const LIFE_SECONDS = 5 * 60
/** How long somebody waits before another code may be asked for. */
const RESEND_AFTER_SECONDS = 30
const MAX_MESSAGES = 200

export type SmsMessage = {
  readonly userName: string
  readonly attemptId: string
  readonly code: string
  readonly channel: 'sms' | 'gebeld'
  readonly sentAt: number
}

type ActiveCode = { code: string; sentAt: number; expiresAt: number }

/** The codes of login attempts: one living code per attempt, bound to it, and the messages that carried them. */
export class SmsBox {
  readonly #clock: SimulatorClock
  readonly #active = new Map<string, ActiveCode>()
  #messages: SmsMessage[] = []

  constructor(clock: SimulatorClock) {
    this.#clock = clock
  }

  /**
   * Makes a new code for the attempt; the old one dies.
   * @param expired a fault (T26): the code was too long on its way and is dead on arrival
   */
  send(attemptId: string, userName: string, options: { readonly expired?: boolean } = {}): void {
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const sentAt = this.#clock.now()
    this.#active.set(attemptId, { code, sentAt, expiresAt: options.expired ? sentAt : sentAt + LIFE_SECONDS * 1000 })
    this.#deliver({ userName, attemptId, code, channel: 'sms', sentAt })
  }

  /** Reads the living code aloud over the telephone; when it has expired, a new one. */
  call(attemptId: string, userName: string): void {
    const active = this.#active.get(attemptId)
    if (!active || active.expiresAt <= this.#clock.now()) this.send(attemptId, userName)
    const code = this.#active.get(attemptId)?.code
    if (code) this.#deliver({ userName, attemptId, code, channel: 'gebeld', sentAt: this.#clock.now() })
  }

  /** Seconds until a new code may be asked for; 0 when it may be now. */
  secondsUntilResend(attemptId: string): number {
    const active = this.#active.get(attemptId)
    if (!active) return 0
    return Math.max(0, Math.ceil(RESEND_AFTER_SECONDS - (this.#clock.now() - active.sentAt) / 1000))
  }

  /** Compares a typed code with the attempt's own. A right one is used up. */
  check(attemptId: string, typed: string): 'right' | 'wrong' | 'expired' {
    const active = this.#active.get(attemptId)
    if (!active || active.code !== typed) return 'wrong'
    if (active.expiresAt <= this.#clock.now()) return 'expired'
    this.#active.delete(attemptId)
    return 'right'
  }

  /** Ends the attempt's code. */
  drop(attemptId: string): void {
    this.#active.delete(attemptId)
  }

  /** The last message to this user, or to one attempt of this user. */
  last(userName: string, attemptId?: string): SmsMessage | undefined {
    return this.#messages.findLast(
      (message) => message.userName === userName && (attemptId === undefined || message.attemptId === attemptId),
    )
  }

  /** Messages, newest first. */
  list(): readonly SmsMessage[] {
    return this.#messages.toReversed()
  }

  clear(): void {
    this.#active.clear()
    this.#messages = []
  }

  #deliver(message: SmsMessage): void {
    this.#messages.push(message)
    if (this.#messages.length > MAX_MESSAGES) this.#messages = this.#messages.slice(-MAX_MESSAGES)
  }
}
