import { systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { holdBericht } from '#/lib/berichten/sendable.ts'
import { productOf } from '#/lib/berichten/view.ts'
import { chainRoad } from '#/lib/chain/outbound/chain-road.ts'
import { findFirst, isInPlace, noteTry, park, postpone, takeOut } from '#/lib/chain/outbound/dispatch-repository.ts'
import { type Failure, failureText } from '#/lib/chain/outbound/failure.ts'
import { faultRoad } from '#/lib/chain/outbound/fault-road.ts'
import { faultMessage, outgoingMessage } from '#/lib/chain/outbound/outgoing-message.ts'
import type { Pair } from '#/lib/chain/outbound/pair.ts'
import { SOFTWARE } from '#/lib/chain/outbound/pair.ts'
import { pauseMs } from '#/lib/chain/outbound/pauses.ts'
import { addressFault, type PostOutcome, postEnvelope } from '#/lib/chain/outbound/post-envelope.ts'
import type { Road, Sending, Turned } from '#/lib/chain/outbound/road.ts'
import { softwareRoad } from '#/lib/chain/outbound/software-road.ts'
import type { Dispatch } from '#/lib/generated/prisma/client.ts'
import { findConnected } from '#/lib/organisations/gemeenten/find-connected.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { ids } from '#/lib/platform/ids.ts'
import { log } from '#/lib/platform/log.ts'
import { ok } from '#/lib/platform/result.ts'
import type { ChainSettings } from '#/lib/platform/settings/chain-settings.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/**
 * What became of the bericht whose turn it was. `done`: it left, or never will, and the next one has its turn; `hasArrived` when the
 * other side has just said so. `later`: not before that moment; `hasFailed` when a try has just failed. `none`: nothing waits.
 */
export type Turn =
  | { readonly kind: 'done'; readonly hasArrived?: true }
  | { readonly kind: 'none' }
  | { readonly kind: 'later'; readonly at: Date; readonly hasFailed?: true }

const roadOf = ({ receiver, fault }: Dispatch): Road =>
  receiver !== SOFTWARE ? chainRoad : fault === null ? softwareRoad : faultRoad

function turnedTo(dispatch: Dispatch): Turned {
  const actor = systemActor('keten.verzenden', dispatch.berichtId)
  const given = authoriseSystem(actor, 'bericht.send', dispatch.organisationId, productOf(dispatch.product))
  return { ...given, dispatch }
}

/** Without its agreements nothing of a gemeente leaves, to nobody: what waits does so until they are registered again. */
async function waitForAgreements(tx: Tx, dispatch: Dispatch, { longestPauseSeconds }: ChainSettings): Promise<Turn> {
  const at = new Date(clock.now().getTime() + longestPauseSeconds * 1_000)
  await postpone(tx, dispatch, failureText({ kind: 'not-connected', code: null }), at)
  return { kind: 'later', at }
}

type Beginning = { readonly isEager: boolean; readonly chain: ChainSettings }

/** Takes the bericht whose turn it is, and writes down that a try begins. */
async function begin(tx: Tx, pair: Pair, { isEager, chain }: Beginning): Promise<Turn | Sending> {
  const dispatch = await findFirst(tx, pair)
  if (dispatch === null) return { kind: 'none' }
  if (!isEager && dispatch.nextAt > clock.now()) return { kind: 'later', at: dispatch.nextAt }
  if ((await findConnected(tx, { id: pair.organisationId })) === null) return waitForAgreements(tx, dispatch, chain)
  const turned = turnedTo(dispatch)
  const road = roadOf(dispatch)
  const prepared = await road.prepare(tx, turned)
  if (prepared === null) {
    await takeOut(tx, dispatch)
    return { kind: 'done' }
  }
  const sending = { ...turned, ...prepared }
  await noteTry(tx, dispatch)
  await road.begin(tx, sending)
  return sending
}

/** Whether what became of a try is about the place that the bericht has now. Holds the bericht. */
async function isStillOurs(tx: Tx, { scope, dispatch }: Sending): Promise<boolean> {
  await holdBericht(tx, scope, dispatch.berichtId)
  return isInPlace(tx, dispatch)
}

async function confirm(tx: Tx, sending: Sending): Promise<Turn> {
  if (!(await isStillOurs(tx, sending))) return { kind: 'done', hasArrived: true }
  await takeOut(tx, sending.dispatch)
  await roadOf(sending.dispatch).confirm(tx, sending)
  return { kind: 'done', hasArrived: true }
}

/** A fraction from 0 up to 1, from the one source of randomness. */
const chance = () => ids.secretBytes(4).readUInt32BE() / 2 ** 32

type Failed = { readonly failure: Failure; readonly isHopeless: boolean }

async function fail(
  tx: Tx,
  sending: Sending,
  { failure, isHopeless }: Failed,
  { tries, longestPauseSeconds }: ChainSettings,
): Promise<Turn> {
  const { dispatch } = sending
  const road = roadOf(dispatch)
  if (!(await isStillOurs(tx, sending))) return { kind: 'done' }
  const attempts = dispatch.attempts + 1
  const text = failureText(failure)
  if (!isHopeless && attempts < tries) {
    const at = new Date(clock.now().getTime() + pauseMs(attempts, longestPauseSeconds, chance()))
    await postpone(tx, dispatch, text, at)
    await road.delay(tx, sending, attempts)
    return { kind: 'later', at, hasFailed: true }
  }
  if (await road.giveUp(tx, sending, text)) await park(tx, dispatch, text, clock.now())
  else await takeOut(tx, dispatch)
  return { kind: 'done' }
}

async function post({ row, endpoint, dispatch }: Sending, signal: AbortSignal): Promise<PostOutcome | Failed> {
  // Before its content is opened for nothing.
  const fault = addressFault(endpoint)
  if (fault !== null) return { failure: fault, isHopeless: false }
  const message = dispatch.fault === null ? await outgoingMessage(row, signal) : ok(faultMessage(dispatch.fault))
  if (!message.ok) return { failure: { kind: message.error, code: null }, isHopeless: true }
  return postEnvelope(endpoint, message.value, signal)
}

/**
 * Makes one try. A fault of our own, such as content that cannot be opened, is a failed try like any other: it is shown, waits longer
 * each time and ends, and does not hold up for ever what stands behind it.
 */
async function send(sending: Sending, signal: AbortSignal): Promise<PostOutcome | Failed> {
  try {
    return await post(sending, signal)
  } catch (error) {
    signal.throwIfAborted()
    log().error({ err: error, berichtId: sending.dispatch.berichtId }, 'chain: a bericht could not be sent')
    return { failure: { kind: 'own', code: null }, isHopeless: false }
  }
}

const realmOf = ({ organisationId }: Pair): Realm => ({ kind: 'organisatie', organisationId })

/**
 * Lets the next bericht of a pair leave, when it is its time, and writes down what became of it. Whoever calls it is the only one
 * for this pair (pairLocks). `isEager`: also before its time, because what it waits for has just been heard of again. Killed at any moment, the same bericht goes again under the same referentienummer.
 */
export async function sendNext(pair: Pair, signal: AbortSignal, isEager = false): Promise<Turn> {
  const { chain } = settings()
  if (chain === null) return { kind: 'none' }
  const begun = await inTransaction(realmOf(pair), (tx) => begin(tx, pair, { isEager, chain }))
  if (!('dispatch' in begun)) return begun
  const outcome = await send(begun, signal)
  return inTransaction(realmOf(pair), async (tx): Promise<Turn> => {
    if ('kind' in outcome && outcome.kind === 'received') return confirm(tx, begun)
    // A functional error is the last word on an envelope as it is; everything else may be over by itself.
    const failed =
      'kind' in outcome ? { failure: outcome.failure, isHopeless: outcome.failure.kind === 'refused' } : outcome
    const { berichtId, attempts } = begun.dispatch
    log().warn(
      { berichtId, attempt: attempts + 1, failure: failureText(failed.failure) },
      'chain: a try to send failed',
    )
    return fail(tx, begun, failed, chain)
  })
}
