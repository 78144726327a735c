import { type SystemActor, systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem, type ProductScope } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { findSendable } from '#/lib/berichten/sendable.ts'
import { productOf } from '#/lib/berichten/view.ts'
import { findFirst, noteTry, park, postpone, takeOut } from '#/lib/chain/outbound/dispatch-repository.ts'
import { endpointOf } from '#/lib/chain/outbound/endpoint-of.ts'
import { type Failure, failureText } from '#/lib/chain/outbound/failure.ts'
import { outgoingMessage } from '#/lib/chain/outbound/outgoing-message.ts'
import type { Pair } from '#/lib/chain/outbound/pair.ts'
import { pauseMs } from '#/lib/chain/outbound/pauses.ts'
import { type Endpoint, type PostOutcome, postEnvelope } from '#/lib/chain/outbound/post-envelope.ts'
import type { Bericht, Dispatch } from '#/lib/generated/prisma/client.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { ids } from '#/lib/platform/ids.ts'
import { log } from '#/lib/platform/log.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/**
 * What became of the bericht whose turn it was. `done`: it left, or never will, and the next one has its turn. `later`: not
 * before that moment. `none`: nothing waits.
 */
export type Turn = { readonly kind: 'done' | 'none' } | { readonly kind: 'later'; readonly at: Date }

type SendScope = ProductScope<'bericht.send'>
type Sending = {
  readonly scope: SendScope
  readonly system: SystemActor
  readonly dispatch: Dispatch
  readonly row: Bericht
}

function scopeOf(dispatch: Dispatch): Pick<Sending, 'scope' | 'system'> {
  const actor = systemActor('keten.verzenden', dispatch.berichtId)
  return authoriseSystem(actor, 'bericht.send', dispatch.organisationId, productOf(dispatch.product))
}

const about = ({ dispatch, scope, row }: Sending) => ({
  object: { kind: 'bericht' as const, id: dispatch.berichtId },
  organisationId: scope.organisationId,
  details: {
    berichtsoort: row.berichtsoort,
    ontvanger: dispatch.receiver,
    referentienummer: dispatch.referentienummer,
    poging: dispatch.attempts + 1,
  },
})

/**
 * Takes the bericht whose turn it is, and writes down that a try begins: at the first one with a row in the log, before a byte
 * leaves.
 */
async function begin(tx: Tx, pair: Pair): Promise<Turn | Sending> {
  const dispatch = await findFirst(tx, pair)
  if (dispatch === null) return { kind: 'none' }
  if (dispatch.nextAt > clock.now()) return { kind: 'later', at: dispatch.nextAt }
  const { scope, system } = scopeOf(dispatch)
  const row = await findSendable(tx, scope, dispatch.berichtId)
  // Withdrawn, answered or refused meanwhile: it must not leave any more, or has arrived.
  if (row === null) {
    await takeOut(tx, dispatch)
    return { kind: 'done' }
  }
  const sending = { scope, system, dispatch, row }
  await noteTry(tx, dispatch)
  const isFirst = await letHappen(tx, scope, dispatch.berichtId, 'send', { at: clock.now(), byName: null })
  if (isFirst !== null) await recordAudit(tx, system, { event: 'bericht.sent', ...about(sending) })
  return sending
}

/** The chain has it. An answer that came first has made it BEANTWOORD already; then only the line is left to tidy. */
async function confirm(tx: Tx, sending: Sending): Promise<void> {
  const { scope, system, dispatch } = sending
  await takeOut(tx, dispatch)
  const status = await letHappen(tx, scope, dispatch.berichtId, 'confirm', { at: clock.now(), byName: null })
  if (status !== null) await recordAudit(tx, system, { event: 'bericht.confirmed', ...about(sending) })
}

async function giveUp(tx: Tx, sending: Sending, failure: string): Promise<void> {
  const { scope, system, dispatch } = sending
  const at = clock.now()
  const status = await letHappen(tx, scope, dispatch.berichtId, 'fail', { at, byName: null, explanation: failure })
  if (status === null) return takeOut(tx, dispatch)
  await park(tx, dispatch, failure, at)
  await recordAudit(tx, system, { event: 'bericht.parked', result: 'error', reasonCode: failure, ...about(sending) })
}

/** A fraction from 0 up to 1, from the one source of randomness. */
const chance = () => ids.secretBytes(4).readUInt32BE() / 2 ** 32

async function fail(tx: Tx, sending: Sending, failure: Failure, isHopeless: boolean): Promise<Turn> {
  const { chain } = settings()
  const attempts = sending.dispatch.attempts + 1
  if (isHopeless || attempts >= (chain?.tries ?? 0)) {
    await giveUp(tx, sending, failureText(failure))
    return { kind: 'done' }
  }
  const at = new Date(clock.now().getTime() + pauseMs(attempts, chain?.longestPauseSeconds ?? 0, chance()))
  await postpone(tx, sending.dispatch, failureText(failure), at)
  return { kind: 'later', at }
}

async function send(sending: Sending, endpoint: Endpoint, signal: AbortSignal): Promise<PostOutcome | Failure> {
  const message = await outgoingMessage(sending.row, signal)
  return message.ok ? postEnvelope(endpoint, message.value, signal) : { kind: message.error, code: null }
}

const realmOf = ({ organisationId }: Pair): Realm => ({ kind: 'organisatie', organisationId })

/**
 * Lets the next bericht of a pair leave, when it is its time, and writes down what became of it. Whoever calls it is the only one
 * for this pair (pairLocks). Killed at any moment, the same bericht goes again under the same referentienummer.
 */
export async function sendNext(pair: Pair, signal: AbortSignal): Promise<Turn> {
  const endpoint = endpointOf(pair.receiver)
  if (endpoint === null) return { kind: 'none' }
  const begun = await inTransaction(realmOf(pair), (tx) => begin(tx, pair))
  if (!('dispatch' in begun)) return begun
  const outcome = await send(begun, endpoint, signal)
  return inTransaction(realmOf(pair), async (tx): Promise<Turn> => {
    if (outcome.kind === 'received') {
      await confirm(tx, begun)
      return { kind: 'done' }
    }
    const failure = outcome.kind === 'failed' ? outcome.failure : outcome
    const { berichtId, attempts } = begun.dispatch
    log().warn({ berichtId, attempt: attempts + 1, failure: failureText(failure) }, 'chain: a try to send failed')
    return fail(tx, begun, failure, outcome.kind !== 'failed')
  })
}
