import { Readable } from 'node:stream'
import { type SoftwareActor, type SystemActor, systemActor } from '#/lib/access/actor.ts'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { receiveBericht } from '#/lib/berichten/receive-bericht.ts'
import { receiveFo01 } from '#/lib/berichten/receive-fo01.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { type Caller, softwareActor } from '#/lib/chain/inbound/caller.ts'
import { type JudgedEnvelope, judgeEnvelope, REFUSALS } from '#/lib/chain/inbound/judge-envelope.ts'
import { peekHeader } from '#/lib/chain/inbound/peek-header.ts'
import { isSwitchedOff } from '#/lib/chain/inbound/switched-off.ts'
import type { Refusal } from '#/lib/chain/soap/write-answer.ts'
import type { EnvelopeHeader, FaultHeader } from '#/lib/envelope/schema.ts'
import { type ConnectedGemeente, findConnected } from '#/lib/organisations/gemeenten/find-connected.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { log } from '#/lib/platform/log.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** An envelope as it comes in: by whom, over which request, and its bytes. */
export type IncomingEnvelope = {
  readonly caller: Caller
  readonly requestId: string
  readonly ipPrefix: string
  readonly envelope: AsyncIterable<Buffer>
}

/** What an envelope says about itself, for the answer to it. */
export type Named = { readonly referentienummer: string | null; readonly zender: string | null }

/** What became of an envelope, and how it called itself. */
export type Intake = Named & Outcome

/** `received`: it is kept for good, now or since an earlier time. `busy`: try again after so many seconds. */
type Outcome =
  | { readonly kind: 'received' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }

const RECEIVED: Outcome = { kind: 'received' }
const BUSY: Outcome = { kind: 'busy', retryAfterSeconds: 5 }
const refuse = (one: { readonly error: Refusal }): Outcome => ({ kind: 'refused', refusal: one.error })

const chainActor = ({ requestId, ipPrefix }: IncomingEnvelope): SystemActor => {
  const actor = systemActor('keten.ontvangen', requestId)
  return { ...actor, origin: { ...actor.origin, ipPrefix } }
}

const readable = (bytes: AsyncIterable<Buffer>) => Readable.from(bytes, { objectMode: false })

/** The gemeente that the chain brings something for. */
async function receiverOf(header: EnvelopeHeader): Promise<ConnectedGemeente | null> {
  const gemeenteCode = header.ontvanger.organisatie
  return inTransaction({ kind: 'systeem' }, (tx) => findConnected(tx, { gemeenteCode }))
}

async function takeInFault(incoming: IncomingEnvelope, header: FaultHeader): Promise<Outcome> {
  const gemeente = await receiverOf(header)
  if (gemeente === null) return refuse(REFUSALS.unknownReceiver)
  const done = await receiveFo01(chainActor(incoming), { organisationId: gemeente.organisationId, header })
  if (!done.ok && done.error === 'not_theirs') return refuse(REFUSALS.notOfCaller)
  // Nobody at the other end can do anything about it; whoever runs the portal finds it in the log.
  if (!done.ok) {
    const about = { code: header.fout.code, crossRefnummer: header.crossRefnummer, requestId: incoming.requestId }
    log().warn(about, 'web service: a Fo01 about a bericht that is not here')
  }
  return RECEIVED
}

type Carrying = Extract<JudgedEnvelope, { kind: 'bericht' }>

async function takeInFromChain(
  incoming: IncomingEnvelope,
  { header, product }: Carrying,
  bytes: AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<Outcome> {
  const gemeente = await receiverOf(header)
  if (gemeente === null) return refuse(REFUSALS.unknownReceiver)
  const { organisationId } = gemeente
  const actor = chainActor(incoming)
  if (await isSwitchedOff(actor, organisationId, { header, product })) return refuse(REFUSALS.switchedOff)
  const input = { organisationId, product, body: readable(bytes), demandsEnvelope: true }
  const received = await receiveBericht(actor, input, signal)
  if (received.ok) {
    const { isRepeated, isSameContent } = received.value
    return isRepeated && !isSameContent ? refuse(REFUSALS.referenceUsed) : RECEIVED
  }
  if (received.error === 'too_large') return refuse(REFUSALS.tooLarge)
  if (received.error === 'real_person') return refuse(REFUSALS.realPerson)
  return received.error === 'busy' ? BUSY : refuse(REFUSALS.noEnvelope)
}

/** Code of a delivery that was kept as rejected. */
export const REJECTED = 'IB014'

/** Why a delivery was rejected, in what fits into a Fo01: the codes of its findings. All of them are in the portal. */
function rejected({ findings }: BerichtView): Outcome {
  const codes = [...new Set(findings.filter(({ ernst }) => ernst === 'fout').map(({ code }) => code))]
  const omschrijving = `Het bericht is afgekeurd: ${codes.join(', ')}`.slice(0, 200)
  return { kind: 'refused', refusal: { kind: 'Fo01', code: REJECTED, omschrijving, plek: 'client' } }
}

async function takeInDelivery(
  actor: SoftwareActor,
  { header, product }: Carrying,
  bytes: AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<Outcome> {
  const unverifiedFileName = `${header.functie}_${header.referentienummer}.xml`
  const outcome = await deliverBericht(actor, { product, unverifiedFileName, body: readable(bytes) }, signal)
  switch (outcome.kind) {
    case 'accepted':
      return RECEIVED
    case 'rejected':
      return rejected(outcome.bericht)
    case 'duplicate':
      if (outcome.earlier.referentienummer !== header.referentienummer) return refuse(REFUSALS.duplicate)
      return outcome.isSameContent ? RECEIVED : refuse(REFUSALS.referenceUsed)
    case 'rate_limited':
    case 'busy':
      return { kind: 'busy', retryAfterSeconds: outcome.retryAfterSeconds }
    case 'too_large':
      return refuse(REFUSALS.tooLarge)
    case 'reference_used':
      return outcome.isSameContent ? RECEIVED : refuse(REFUSALS.referenceUsed)
    case 'key_reused':
    case 'digest_mismatch':
    case 'uncheckable':
      return refuse(REFUSALS.noEnvelope)
  }
}

/**
 * Takes in one envelope of the chain or of a gemeente's software: judged by what it says before its content comes in, then streamed
 * into the storage by the same use cases as everything else. `received` only when it is durably there; a repeated
 * referentienummer with the same content is received as well and adds nothing.
 */
export async function takeInEnvelope(incoming: IncomingEnvelope, signal: AbortSignal): Promise<Intake> {
  const { caller } = incoming
  const { header, value, bytes } = await peekHeader(incoming.envelope)
  const named = {
    referentienummer: value('stuurgegevens/referentienummer'),
    zender: value('stuurgegevens/zender/organisatie'),
  }
  const { blockedFuncties } = settings()
  const judged = judgeEnvelope(caller, { header, referentienummer: named.referentienummer }, blockedFuncties)
  if (!judged.ok) return { ...named, ...refuse(judged) }
  const envelope = judged.value
  if (envelope.kind === 'fault') return { ...named, ...(await takeInFault(incoming, envelope.header)) }
  const outcome =
    caller.kind === 'chain'
      ? await takeInFromChain(incoming, envelope, bytes, signal)
      : await takeInDelivery(softwareActor(caller, incoming), envelope, bytes, signal)
  return { ...named, ...outcome }
}
