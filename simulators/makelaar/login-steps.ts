import { type AssuranceLevel, DEMO_USERS, type DemoMandate, type DemoUser, demoUser } from '#/simulators/demo-users.ts'
import { DEMO_PASSWORD, DEMO_PINCODE } from '#/simulators/demo-world.ts'
import type { FaultEffect } from '#/simulators/makelaar/fault.ts'
import type { LoginAttempt, Refusal, Step } from '#/simulators/makelaar/login-attempts.ts'
import { factsOf, type Login } from '#/simulators/makelaar/logins.ts'
import type { SimulatorState } from '#/simulators/makelaar/simulator.ts'
import type { Supplier } from '#/simulators/makelaar/suppliers.ts'

const MAX_WRONG_CODES = 3

type Outcome = Login | null

/** Test cards that somebody could put into the reader at this supplier. */
export const cardsAt = (supplier: Supplier): readonly DemoUser[] =>
  DEMO_USERS.filter((user) => user.means.smartcard && user.suppliers.includes(supplier.id))

/** Where a fault brings an attempt that it ends before the answer; null for a fault of another kind. */
function stepOf(effect: FaultEffect): Step | null {
  if (effect.at === 'start') return { name: 'gestopt', reason: 'leverancier-onbereikbaar' }
  if (effect.at !== 'stop') return null
  if (effect.by === 'cancel') return { name: 'afgebroken' }
  return { name: 'gestopt', reason: effect.place === 'sms' ? 'te-veel-codes' : 'te-veel-wachtwoorden' }
}

/** The steps of logging in at one supplier. Each moves the attempt on; only a finished login is returned. */
export class LoginSteps {
  readonly #supplier: Supplier
  readonly #state: SimulatorState

  constructor(supplier: Supplier, state: SimulatorState) {
    this.#supplier = supplier
    this.#state = state
  }

  /** The attempt of this id: the one under way, or a new one. */
  begin(id: string): LoginAttempt {
    const { attempts, faults } = this.#state
    const running = attempts.find(id)
    if (running) return running
    const armed = faults.take({ moment: 'start', supplier: this.#supplier, userName: null })
    return attempts.start(id, (armed && stepOf(armed.fault.effect)) ?? { name: 'inloggen' })
  }

  password(attempt: LoginAttempt, userName: string, password: string): Outcome {
    const { passwords } = this.#state
    const typedUserName = userName.trim().slice(0, 100)
    const key = typedUserName.toLowerCase()
    const refuse = (refusal: Refusal): Outcome => this.#stay(attempt, { refusal, typedUserName })
    if (attempt.step.name !== 'inloggen') return null
    if (passwords.isBlocked(this.#keyOf(key))) return refuse('wachtwoord-geblokkeerd')
    const user = demoUser(key)
    const level = user?.suppliers.includes(this.#supplier.id) ? user.means.password : undefined
    // One answer for an unknown name and a wrong password, so that names cannot be found out.
    if (!user || !level || password !== DEMO_PASSWORD) {
      passwords.wrong(this.#keyOf(key))
      return refuse(passwords.isBlocked(this.#keyOf(key)) ? 'wachtwoord-geblokkeerd' : 'wachtwoord-onjuist')
    }
    passwords.right(this.#keyOf(key))
    return this.#afterPassword(attempt, user, level)
  }

  smartcard(attempt: LoginAttempt, card: string, pincode: string): Outcome {
    const { pincodes } = this.#state
    if (attempt.step.name !== 'inloggen') return null
    const user = cardsAt(this.#supplier).find((candidate) => candidate.userName === card)
    if (!user?.means.smartcard) return this.#stay(attempt, { refusal: 'geen-kaart' })
    if (pincodes.isBlocked(this.#keyOf(card))) return this.#stay(attempt, { refusal: 'pincode-geblokkeerd' })
    if (pincode !== DEMO_PINCODE && pincode !== DEMO_PASSWORD) {
      pincodes.wrong(this.#keyOf(card))
      const blocked = pincodes.isBlocked(this.#keyOf(card))
      return this.#stay(attempt, { refusal: blocked ? 'pincode-geblokkeerd' : 'pincode-onjuist' })
    }
    pincodes.right(this.#keyOf(card))
    return this.#afterMeans(attempt, user, user.means.smartcard)
  }

  sms(attempt: LoginAttempt, typed: string): Outcome {
    const { step } = attempt
    if (step.name !== 'sms') return null
    const code = typed.replaceAll(/[\s-]/g, '')
    if (code === '') return this.#stay(attempt, { refusal: 'code-leeg' })
    const verdict = this.#state.sms.check(attempt.id, code)
    if (verdict === 'right') return this.#afterMeans(attempt, step.user, step.level)
    if (verdict === 'expired') return this.#stay(attempt, { refusal: 'code-verlopen' })
    const wrongCodes = step.wrongCodes + 1
    if (wrongCodes < MAX_WRONG_CODES)
      return this.#stay(attempt, { refusal: 'code-onjuist', step: { ...step, wrongCodes } })
    this.#state.sms.drop(attempt.id)
    return this.#stay(attempt, { step: { name: 'gestopt', reason: 'te-veel-codes' } })
  }

  newCode(attempt: LoginAttempt): Outcome {
    const { step } = attempt
    if (step.name !== 'sms') return null
    if (this.#state.sms.secondsUntilResend(attempt.id) > 0) return this.#stay(attempt, { refusal: 'te-snel' })
    this.#state.sms.send(attempt.id, step.user.userName)
    return this.#stay(attempt, { notice: 'nieuwe-code' })
  }

  callMe(attempt: LoginAttempt): Outcome {
    const { step } = attempt
    if (step.name !== 'sms') return null
    this.#state.sms.call(attempt.id, step.user.userName)
    return this.#stay(attempt, { notice: 'gebeld' })
  }

  organisation(attempt: LoginAttempt, kvk: string): Outcome {
    const { step } = attempt
    if (step.name !== 'organisatie') return null
    const mandate = step.user.mandates.find((candidate) => candidate.kvk === kvk)
    return mandate
      ? this.#finish(attempt, step.user, step.level, mandate)
      : this.#stay(attempt, { refusal: 'geen-organisatie' })
  }

  /** Back to the first page of the same attempt. */
  again(attempt: LoginAttempt): Outcome {
    this.#state.sms.drop(attempt.id)
    return this.#stay(attempt, { step: { name: 'inloggen' }, typedUserName: '' })
  }

  /** The attempt is over: cancelled, or answered. */
  end(attempt: LoginAttempt): void {
    this.#state.sms.drop(attempt.id)
    this.#state.attempts.end(attempt.id)
  }

  #keyOf(name: string): string {
    return `${this.#supplier.id} ${name}`
  }

  #stay(
    attempt: LoginAttempt,
    change: Partial<Pick<LoginAttempt, 'step' | 'refusal' | 'notice' | 'typedUserName'>>,
  ): null {
    this.#state.attempts.update(attempt, change)
    return null
  }

  #stop(attempt: LoginAttempt, reason: Extract<Step, { name: 'gestopt' }>['reason']): null {
    return this.#stay(attempt, { step: { name: 'gestopt', reason } })
  }

  #afterPassword(attempt: LoginAttempt, user: DemoUser, level: AssuranceLevel): Outcome {
    if (user.meansBlocked) return this.#stop(attempt, 'middel-geblokkeerd')
    const fault = this.#state.faults.take({
      moment: 'after-password',
      supplier: this.#supplier,
      userName: user.userName,
    })
    const effect = fault?.fault.effect
    const stopped = effect && stepOf(effect)
    if (stopped) return this.#stay(attempt, { step: stopped })
    this.#state.sms.send(attempt.id, user.userName, { expired: effect?.at === 'sms' })
    if (effect?.at === 'resend') this.#state.sms.send(attempt.id, user.userName)
    return this.#stay(attempt, { step: { name: 'sms', user, level, wrongCodes: 0 } })
  }

  #afterMeans(attempt: LoginAttempt, user: DemoUser, level: AssuranceLevel): Outcome {
    if (user.meansBlocked) return this.#stop(attempt, 'middel-geblokkeerd')
    const fault = this.#state.faults.take({ moment: 'after-sms', supplier: this.#supplier, userName: user.userName })
    const stopped = fault && stepOf(fault.fault.effect)
    if (stopped) return this.#stay(attempt, { step: stopped })
    if (this.#supplier.kind === 'servicedesk') return this.#finish(attempt, user, level, null)
    const [only, ...others] = user.mandates
    if (!only) return this.#stop(attempt, 'geen-machtiging')
    if (others.length === 0) return this.#finish(attempt, user, level, only)
    return this.#stay(attempt, { step: { name: 'organisatie', user, level } })
  }

  #finish(attempt: LoginAttempt, user: DemoUser, level: AssuranceLevel, mandate: DemoMandate | null): Outcome {
    const { faults, logins } = this.#state
    const fault = faults.take({ moment: 'answer', supplier: this.#supplier, userName: user.userName })
    const stopped = fault && stepOf(fault.fault.effect)
    if (stopped) return this.#stay(attempt, { step: stopped })
    this.end(attempt)
    if (fault?.fault.effect.at === 'discovery') faults.keepForDiscovery(this.#supplier.id, fault)
    const facts = factsOf(user, this.#supplier, level, mandate)
    return logins.add({ supplier: this.#supplier, userName: user.userName, facts, fault: fault ?? null })
  }
}
