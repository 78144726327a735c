import type { PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { assignedOf, isWithdrawn, numberFault } from '#/lib/berichten/sequence/assigned.ts'
import type { KeptFact } from '#/lib/berichten/sequence/history.ts'
import { BROKEN, type FactRule } from '#/lib/berichten/sequence/sequence-rule.ts'
import { lastOfMonth } from '#/lib/platform/calendar-day.ts'

// Lines of a declaratie (323) against the toewijzingen that were sent.

/** A rule on a line whose toewijzing is known. */
const onLine = (isBroken: (line: PlacedFact, toewijzing: KeptFact) => boolean): FactRule => ({
  kinds: ['prestatie'],
  judge: (line, { history }) => {
    const toewijzing = assignedOf(line, history)
    return toewijzing !== null && isBroken(line, toewijzing) ? BROKEN : null
  },
})

/** The same on one that still stands: what is claimed on a withdrawn one is wrong as a whole (TR384). */
const onStanding = (isBroken: (line: PlacedFact, toewijzing: KeptFact) => boolean): FactRule =>
  onLine((line, toewijzing) => !isWithdrawn(toewijzing) && isBroken(line, toewijzing))

const isBefore = (one: string | null, other: string | null) => one !== null && other !== null && one < other
const monthOf = (day: string) => day.slice(0, 7)

/** TR307: the period of a line does not begin before its toewijzing. */
export const tr307 = onStanding((line, { fromOn }) => isBefore(line.fromOn, fromOn))

/** TR308: it does not end after it. */
export const tr308 = onStanding((line, { untilOn }) => isBefore(untilOn, line.untilOn))

/** TR338: a line names a toewijzing that was sent. */
export const tr338: FactRule = { kinds: ['prestatie'], judge: (line, { history }) => numberFault(line, history) }

/** TR339: its category is that of the toewijzing, when that has one. */
export const tr339 = onStanding(
  ({ details }, toewijzing) =>
    toewijzing.details.categorie !== undefined && toewijzing.details.categorie !== details.categorie,
)

/** TR340: so is its code. */
export const tr340 = onStanding(
  ({ details }, toewijzing) => toewijzing.details.code !== undefined && toewijzing.details.code !== details.code,
)

/** TR341: so is its unit; of hours minutes may be claimed. */
export const tr341 = onStanding(({ details: { eenheid, eenheidOok } }, { details }) => {
  if (details.eenheid === undefined) return false
  return details.eenheid !== eenheid && details.eenheid !== eenheidOok
})

/** TR384: nothing is claimed on a toewijzing that was withdrawn. */
export const tr384 = onLine((_line, toewijzing) => isWithdrawn(toewijzing))

/** TR387: the period begins with the month, or with the toewijzing when that begins later in it. */
export const tr387 = onStanding(({ fromOn }, toewijzing) => {
  if (fromOn === null || isBefore(fromOn, toewijzing.fromOn)) return false
  const first = `${monthOf(fromOn)}-01`
  return fromOn !== (isBefore(first, toewijzing.fromOn) ? toewijzing.fromOn : first)
})

/** TR388: it ends with the month, or with the toewijzing when that ends earlier in it. */
export const tr388 = onStanding(({ untilOn }, toewijzing) => {
  if (untilOn === null || isBefore(toewijzing.untilOn, untilOn)) return false
  const last = lastOfMonth(untilOn)
  return untilOn !== (isBefore(toewijzing.untilOn, last) ? toewijzing.untilOn : last)
})
