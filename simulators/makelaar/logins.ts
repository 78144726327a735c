import { randomUUID } from 'node:crypto'
import type { AssuranceLevel, DemoMandate, DemoUser } from '#/simulators/demo-users.ts'
import { DEMO_DIENSTVERLENER } from '#/simulators/demo-world.ts'
import type { AnswerFacts } from '#/simulators/makelaar/dialects.ts'
import type { ArmedFault } from '#/simulators/makelaar/fault-queue.ts'
import { pseudonymOf, staffSubjectOf, subjectOf } from '#/simulators/makelaar/pseudonym.ts'
import type { Supplier } from '#/simulators/makelaar/suppliers.ts'

/** One login that succeeded at a supplier: what the answer says, and the fault that will spoil it, if any. */
export type Login = {
  /** Account id towards oidc-provider: new for every login, so that no login can borrow from another. */
  readonly id: string
  readonly supplier: Supplier
  readonly userName: string
  readonly facts: AnswerFacts
  readonly fault: ArmedFault | null
}

const MAX_LOGINS = 5000

/** The facts of an honest answer. Staff have no mandate: their answer names the person only. */
export function factsOf(
  user: DemoUser,
  supplier: Supplier,
  level: AssuranceLevel,
  mandate: DemoMandate | null,
): AnswerFacts {
  const nobody = { kvk: [], rsin: null, branch: null, intermediaryKvk: null, bsn: null, levels: [level] }
  if (!mandate) {
    const name =
      user.standing.kind === 'servicedesk'
        ? `${user.standing.profile.voornaam} ${user.standing.profile.achternaam}`
        : user.userName
    const subject = staffSubjectOf(user.userName)
    return { ...nobody, subject, pseudonym: null, serviceId: null, serviceUuid: null, staffName: name }
  }
  return {
    ...nobody,
    subject: subjectOf(user.person, supplier.id, mandate.mandatedBy),
    pseudonym: pseudonymOf(user.person, supplier.id, mandate.mandatedBy),
    kvk: [mandate.kvk],
    rsin: mandate.rsin ?? null,
    branch: mandate.branch ?? null,
    intermediaryKvk: mandate.intermediaryKvk ?? null,
    serviceId: DEMO_DIENSTVERLENER.serviceId,
    serviceUuid: DEMO_DIENSTVERLENER.serviceUuid,
    staffName: null,
  }
}

/** The logins of this run of the simulator, the newest of them. */
export class Logins {
  readonly #logins = new Map<string, Login>()

  add(login: Omit<Login, 'id'>): Login {
    const added = { ...login, id: randomUUID() }
    this.#logins.set(added.id, added)
    for (const oldest of this.#logins.keys()) {
      if (this.#logins.size <= MAX_LOGINS) break
      this.#logins.delete(oldest)
    }
    return added
  }

  find(id: string | undefined): Login | undefined {
    return id === undefined ? undefined : this.#logins.get(id)
  }

  clear(): void {
    this.#logins.clear()
  }
}
