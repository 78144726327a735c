import type { BerichtStatus, Direction } from '#/lib/generated/prisma/enums.ts'

/** What one event does: from which statuses it can happen, and to which it leads. */
export type Transition = {
  /** Empty for the event with which a bericht begins. */
  readonly from: readonly BerichtStatus[]
  readonly to: BerichtStatus
  /** Happens in the same write as the beginning, so that a bericht can also come into being with this status. */
  readonly atOnce?: true
}

/**
 * The two state machines of a bericht: of what the gemeente delivers, and of what reaches it. What is not here cannot
 * happen; the database refuses it as well (trigger bericht_lifecycle), and docs/domain/berichten.md is drawn from it.
 */
export const LIFECYCLES = {
  AANGELEVERD: {
    deliver: { from: [], to: 'ONTVANGEN' },
    // With a virus scanner everything waits for it first.
    hold: { from: ['ONTVANGEN'], to: 'IN_CONTROLE', atOnce: true },
    reject: { from: ['ONTVANGEN', 'IN_CONTROLE'], to: 'AFGEKEURD', atOnce: true },
    enqueue: { from: ['ONTVANGEN', 'IN_CONTROLE'], to: 'IN_WACHTRIJ', atOnce: true },
    // And only what has never left for the chain: see canWithdraw.
    withdraw: { from: ['IN_WACHTRIJ'], to: 'INGETROKKEN' },
    send: { from: ['IN_WACHTRIJ'], to: 'VERZONDEN' },
    confirm: { from: ['VERZONDEN'], to: 'AFGELEVERD' },
    // A Fo01 can overtake the confirmation, or come for a try that was given up here.
    fault: { from: ['IN_WACHTRIJ', 'VERZONDEN', 'AFGELEVERD', 'MISLUKT'], to: 'KETENFOUT' },
    fail: { from: ['IN_WACHTRIJ', 'VERZONDEN'], to: 'MISLUKT' },
    resend: { from: ['KETENFOUT', 'MISLUKT'], to: 'IN_WACHTRIJ' },
    // OP080: the order of arrival means nothing. Whoever answers has received it, whatever was known of it here.
    answer: { from: ['IN_WACHTRIJ', 'VERZONDEN', 'AFGELEVERD', 'KETENFOUT', 'MISLUKT'], to: 'BEANTWOORD' },
  },
  ONTVANGEN: {
    arrive: { from: [], to: 'IN_CONTROLE' },
    receive: { from: ['IN_CONTROLE'], to: 'BESCHIKBAAR', atOnce: true },
    refuse: { from: ['IN_CONTROLE'], to: 'AFGEKEURD' },
    fetch: { from: ['BESCHIKBAAR'], to: 'OPGEHAALD' },
    // Also what somebody fetched first: the software of the gemeente gets everything.
    forward: { from: ['BESCHIKBAAR', 'OPGEHAALD'], to: 'DOORGESTUURD' },
    expire: { from: ['BESCHIKBAAR'], to: 'VERLOPEN' },
  },
} as const satisfies Record<Direction, Readonly<Record<string, Transition>>>

type Lifecycles = typeof LIFECYCLES
/** What can happen to a bericht; no event is of both lifecycles. */
export type BerichtEvent = keyof Lifecycles['AANGELEVERD'] | keyof Lifecycles['ONTVANGEN']
/** The beginning of a bericht, and the event that can follow it in the same write. */
export type Beginning = readonly ['deliver', 'hold' | 'reject' | 'enqueue'] | readonly ['arrive' | 'receive']

const TRANSITIONS: Readonly<Record<BerichtEvent, Transition>> = { ...LIFECYCLES.AANGELEVERD, ...LIFECYCLES.ONTVANGEN }

/** To which berichten an event can happen. Both lifecycles know being held, so the status alone does not tell. */
export const directionOf = (event: BerichtEvent): Direction =>
  Object.hasOwn(LIFECYCLES.AANGELEVERD, event) ? 'AANGELEVERD' : 'ONTVANGEN'

/** The status to which an event leads. */
export const statusAfter = (event: BerichtEvent): BerichtStatus => TRANSITIONS[event].to

/** The statuses in which an event can happen, for conditions in the database. */
export const statusesBefore = (event: BerichtEvent): BerichtStatus[] => [...TRANSITIONS[event].from]

/**
 * Tells whether a delivery can be taken back: it waits, and no try to send it was ever made. After a failed try the chain
 * may have it after all.
 */
export const canWithdraw = ({ status, sentAt }: { readonly status: BerichtStatus; readonly sentAt: Date | null }) =>
  sentAt === null && statusesBefore('withdraw').includes(status)
