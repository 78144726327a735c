import { HeenHeader } from '#/lib/envelope/schema.ts'
import { makeEnvelopeHeader } from '#/simulators/berichten/make-envelope.ts'
import { type Exchange, valueIn } from '#/simulators/keten/exchange.ts'
import type { Later } from '#/simulators/keten/planner.ts'

/** A clock of which the test says when it goes on. */
export class PlannedTime {
  #acts: { readonly at: number; readonly act: () => void }[] = []
  #now = 0

  readonly later: Later = (milliseconds, act) => {
    const planned = { at: this.#now + milliseconds, act }
    this.#acts.push(planned)
    return () => {
      this.#acts = this.#acts.filter((one) => one !== planned)
    }
  }

  /** Lets the next thing happen; gives the moment at which it did, or null when nothing is planned. */
  next(): number | null {
    const first = this.#acts.toSorted((one, other) => one.at - other.at)[0]
    if (first === undefined) return null
    this.#acts = this.#acts.filter((one) => one !== first)
    this.#now = first.at
    first.act()
    return first.at
  }
}

/** A 301 as the simulator has it after it came in. */
export function exchangeOf(functie: string, content: Buffer, today: string): Exchange {
  const xml = content.toString('utf8')
  const [gemeenteCode, agbCode] = [valueIn(xml, 'Afzender') ?? '', valueIn(xml, 'Ontvanger') ?? '']
  const at = new Date(`${today}T09:00:00.000Z`)
  const header = HeenHeader.parse(makeEnvelopeHeader(functie, content, { gemeenteCode, at }))
  return { header, xml, gemeenteCode, agbCode, today }
}
