import type { Fault, StopPlace } from '#/simulators/makelaar/fault.ts'
import type { Supplier } from '#/simulators/makelaar/suppliers.ts'

/** A fault that waits for its login. Null means: of any user, at any issuer. */
export type ArmedFault = {
  readonly fault: Fault
  readonly userName: string | null
  readonly supplierId: string | null
  /** Other length for the faults that wait. */
  readonly delaySeconds: number | null
}

type Moment = 'start' | 'after-password' | 'after-sms' | 'discovery' | 'answer'
type Occasion = {
  readonly moment: Moment
  readonly supplier: Pick<Supplier, 'id' | 'kind'>
  readonly userName: string | null
}

const MAX_ARMED = 1000

/** When somebody stops there. On the first page nobody has said who he is: who is named stops as soon as he has. */
function stopMoment(place: StopPlace, isNamed: boolean): Moment {
  if (place === 'supplier' && !isNamed) return 'start'
  if (place === 'organisation') return 'answer'
  return place === 'sms' ? 'after-sms' : 'after-password'
}

function fits(armed: ArmedFault, occasion: Occasion): boolean {
  if (armed.supplierId !== null && armed.supplierId !== occasion.supplier.id) return false
  // Staff have no organisation or service in their answer, so there is nothing such a fault could change.
  if (armed.fault.kind === 'content' && occasion.supplier.kind === 'servicedesk') return false
  // Before somebody said who he is, only a fault for everybody can bite.
  if (armed.userName !== null && armed.userName !== occasion.userName) return false
  const { effect } = armed.fault
  const { at } = effect
  if (effect.at === 'stop') return occasion.moment === stopMoment(effect.place, armed.userName !== null)
  if (occasion.moment === 'start') return at === 'start'
  if (occasion.moment === 'after-password')
    return at === 'sms' || at === 'resend' || (at === 'start' && armed.userName !== null)
  if (occasion.moment === 'after-sms') return false
  if (occasion.moment === 'discovery') return at === 'discovery'
  return at !== 'start' && at !== 'sms' && at !== 'resend' && (at !== 'discovery' || armed.userName !== null)
}

/** Faults armed by the test interface. Each is used once, first armed first. */
export class FaultQueue {
  #armed: ArmedFault[] = []
  readonly #pendingDiscovery = new Map<string, ArmedFault>()

  arm(fault: ArmedFault): void {
    this.#armed = [...this.#armed, fault].slice(-MAX_ARMED)
  }

  /** Takes the first fault that fits the occasion out of the queue. */
  take(occasion: Occasion): ArmedFault | undefined {
    const index = this.#armed.findIndex((armed) => fits(armed, occasion))
    return index < 0 ? undefined : this.#armed.splice(index, 1)[0]
  }

  /** A discovery fault of a named user bites at the supplier's next discovery, now that this user has logged in there. */
  keepForDiscovery(supplierId: string, fault: ArmedFault): void {
    this.#pendingDiscovery.set(supplierId, fault)
  }

  /** Takes the kept discovery fault of a supplier. */
  takeDiscoveryOf(supplierId: string): ArmedFault | undefined {
    const fault = this.#pendingDiscovery.get(supplierId)
    this.#pendingDiscovery.delete(supplierId)
    return fault
  }

  list(): readonly ArmedFault[] {
    return this.#armed
  }

  clear(): void {
    this.#armed = []
    this.#pendingDiscovery.clear()
  }
}
