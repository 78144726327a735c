import type { HashedFact } from '#/lib/berichten/facts/kept-fact.ts'
import type { FactKind } from '#/lib/istandaarden/facts/fact.ts'

/** A fact of another bericht. */
export type KeptFact = HashedFact & {
  readonly berichtId: string
  /** False for what counts as not sent: it failed on its way, or its retourbericht refused it. */
  readonly stands: boolean
}

const add = <T>(groups: Map<string, T[]>, name: string, one: T) => {
  const group = groups.get(name)
  if (group) group.push(one)
  else groups.set(name, [one])
}

/** What a gemeente knew before a bericht came, as far as that bericht is about it. Oldest first, only what stands. */
export class History {
  /** The day on which the gemeente's first bericht of this product came; null when this is the first. */
  readonly beganOn: string | null
  readonly #byKey = new Map<string, KeptFact[]>()
  readonly #byClient = new Map<string, KeptFact[]>()
  readonly #byRequest = new Map<string, KeptFact[]>()

  constructor(facts: readonly KeptFact[], beganOn: string | null) {
    this.beganOn = beganOn
    for (const fact of facts) {
      if (!fact.stands) continue
      add(this.#byKey, `${fact.kind} ${fact.key}`, fact)
      if (fact.client !== null) add(this.#byClient, `${fact.kind} ${fact.client}`, fact)
      if (fact.kind === 'toewijzing' && fact.other !== null) add(this.#byRequest, fact.other, fact)
    }
  }

  /** Facts of a kind under a number or reference. */
  of(kind: FactKind, key: string): readonly KeptFact[] {
    return this.#byKey.get(`${kind} ${key}`) ?? []
  }

  /** Facts of a kind about one client and one provider. */
  ofClient(kind: FactKind, { client, party }: HashedFact): readonly KeptFact[] {
    if (client === null) return []
    return (this.#byClient.get(`${kind} ${client}`) ?? []).filter((fact) => fact.party === party)
  }

  /** Toewijzingen that name a request. */
  granting(request: string): readonly KeptFact[] {
    return this.#byRequest.get(request) ?? []
  }

  /** Whether the portal saw everything from that day on (`YYYY-MM-DD`). */
  reachesBackTo(day: string | null): boolean {
    return this.beganOn !== null && day !== null && this.beganOn <= day
  }
}
