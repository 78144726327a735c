import { MINUTE_MS } from '#/lib/platform/clock.ts'
import type { Dossier, Dossiers } from '#/simulators/keten/dossiers.ts'
import { makeChange, makeClaim, makeRequest, type Occasion, type OwnBericht } from '#/simulators/keten/own-berichten.ts'
import type { Planner } from '#/simulators/keten/planner.ts'

/** When providers write of themselves: for the first time after so long, then every so often, and no more than so many times. */
export type Rhythm = { readonly firstAfterMs: number; readonly everyMs: number; readonly most: number }

/** Some in an hour of watching: enough to have something to answer, too few to bury what somebody is looking at. */
export const DEMO_RHYTHM: Rhythm = { firstAfterMs: 4 * MINUTE_MS, everyMs: 6 * MINUTE_MS, most: 9 }

/** What the providers need of their surroundings. */
export type InitiativeMeans = {
  readonly planner: Planner
  readonly dossiers: Dossiers
  readonly rhythm: Rhythm
  readonly occasion: () => Occasion
  /** Brings a bericht to the gemeente; resolves when it is there, or never will be. */
  readonly send: (bericht: OwnBericht, dossier: Dossier) => Promise<unknown>
}

const KINDS = [makeClaim, makeRequest, makeChange] as const

/** The providers write of themselves: a declaratie, a request, a request for a change, in turn, about toewijzingen that they got. */
export class Initiative {
  readonly #means: InitiativeMeans
  readonly #told = new Set<string>()
  readonly #perGemeente = new Map<string, number>()
  #turn = 0
  #count = 0

  constructor(means: InitiativeMeans) {
    this.#means = means
  }

  begin(): void {
    this.#plan(this.#means.rhythm.firstAfterMs)
  }

  #plan(milliseconds: number): void {
    const { planner, rhythm } = this.#means
    if (this.#count >= rhythm.most) return
    planner.after(milliseconds, async () => {
      try {
        const found = this.#next()
        if (found !== null) await this.#means.send(found.bericht, found.dossier)
      } finally {
        // What goes wrong with one is no end of the others.
        this.#plan(rhythm.everyMs)
      }
    })
  }

  /** What is written now; null when nobody has anything to write about. */
  #next(): { readonly bericht: OwnBericht; readonly dossier: Dossier } | null {
    for (const [index] of KINDS.entries()) {
      const make = KINDS[(this.#turn + index) % KINDS.length]
      const found = make === undefined ? null : this.#find(make)
      if (found === null) continue
      this.#turn += index + 1
      this.#count += 1
      return found
    }
    return null
  }

  /** A bericht of this kind that was not sent before, to the gemeente that got the fewest. */
  #find(make: (dossier: Dossier, occasion: Occasion) => OwnBericht | null) {
    const got = ({ gemeenteCode }: Dossier) => this.#perGemeente.get(gemeenteCode) ?? 0
    for (const dossier of this.#means.dossiers.list().toSorted((one, other) => got(one) - got(other))) {
      const bericht = make(dossier, this.#means.occasion())
      if (bericht === null) continue
      const { standaard, gemeenteCode, agbCode, client } = dossier
      // A provider has one request open for a client at a time (TR374), whichever of the two kinds it is.
      const key = [standaard, gemeenteCode, agbCode, client.bsn, bericht.about].join(' ')
      if (this.#told.has(key)) continue
      this.#told.add(key)
      this.#perGemeente.set(gemeenteCode, got(dossier) + 1)
      return { bericht, dossier }
    }
    return null
  }
}
