import { outOfReach } from '#/lib/berichten/content-state.ts'
import { maskedBsn } from '#/lib/istandaarden/reading/mask-bsn.ts'
import type { SignalRow } from '#/lib/wlz/signals/signal-repository.ts'

/** A signal as a page shows it. Days are `YYYY-MM-DD`. */
export type SignalView = {
  readonly id: string
  /** All but its last three digits hidden. */
  readonly maskedBsn: string
  /** First day of the Wlz-indicatie. */
  readonly since: string
  readonly signalledAt: Date
  /** The toewijzingsbericht in which the person stands. */
  readonly berichtsoort: string | null
  readonly identificatie: string | null
  /** The Bsn can be shown: the content of that bericht is there. */
  readonly isReadable: boolean
}

export const toSignalView = ({ id, since, bsnEnd, signalledAt, bericht }: SignalRow): SignalView => ({
  id,
  maskedBsn: maskedBsn(bsnEnd.padStart(9, '0')),
  since: since.toISOString().slice(0, 10),
  signalledAt,
  berichtsoort: bericht.berichtsoort,
  identificatie: bericht.identificatie,
  isReadable: outOfReach(bericht) === null,
})
