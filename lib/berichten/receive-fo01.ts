import type { Actor, SystemActor } from '#/lib/access/actor.ts'
import { authoriseSystem, type ProductScope } from '#/lib/access/authorise.ts'
import { BERICHT_PRODUCTS, type BerichtProduct } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { findByReference } from '#/lib/berichten/earlier-berichten.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { findBericht, noteFault } from '#/lib/berichten/repository.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { faultReceived, ReceivedFault, readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import { productOf, toBerichtView } from '#/lib/berichten/view.ts'
import { handFaultOn } from '#/lib/chain/outbound/hand-on.ts'
import type { FaultHeader } from '#/lib/envelope/schema.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { noteCause } from '#/lib/notifications/note-cause.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

export type ReceiveFo01 = { readonly organisationId: string; readonly header: FaultHeader }

/**
 * What a Fo01 did. `refused`: its bericht is KETENFOUT now. `repeated`: this Fo01 came before. `noted`: it is in the log,
 * but the bericht can no longer fail: it has been answered, or failed by another Fo01.
 */
export type FaultOutcome = { readonly kind: 'refused' | 'repeated' | 'noted'; readonly bericht: BerichtView }

/** The hubs on the way refuse whatever they carry; everybody else what was sent to him (StUF-GGk 2.1, zender of a Fo01). */
const HUBS = ['VECOZO', 'IB', 'RINIS']

/** Whether this sender can refuse a bericht. A retourbericht copies its parties, so its envelope tells to whom it went. */
function mayRefuse(zender: string, { envelope, ontvanger }: Bericht): boolean {
  const receiver = readStoredEnvelope(envelope)?.header?.ontvanger.organisatie ?? ontvanger
  return HUBS.includes(zender) || zender === receiver
}

/**
 * Takes in a functional error about a bericht that the gemeente delivered, known by the referentienummer that the Fo01
 * names: status KETENFOUT with code and sentence, timeline and log row in one transaction. `unknown`: no such bericht has
 * left this gemeente; that it came is in the log. `not_theirs`: it went to another than the sender of the Fo01.
 */
export async function receiveFo01(
  actor: Actor,
  { organisationId, header }: ReceiveFo01,
): Promise<Result<FaultOutcome, 'unknown' | 'not_theirs'>> {
  // A Fo01 does not say of which product it is: the right is the same for each, and the bericht tells.
  const { scope: anyProduct, system: who } = authoriseSystem(
    actor,
    'bericht.receive',
    organisationId,
    BERICHT_PRODUCTS[0],
  )
  const named = await inTransaction(anyProduct.realm, (tx) =>
    findByReference(tx, organisationId, { direction: 'AANGELEVERD', referentienummer: header.crossRefnummer }),
  )
  if (!named) {
    await inTransaction(anyProduct.realm, (tx) => recordUnknown(tx, who, organisationId, header))
    return err('unknown')
  }
  if (!mayRefuse(header.zender.organisatie, named)) return err('not_theirs')
  const { scope, system } = authoriseSystem(actor, 'bericht.receive', organisationId, productOf(named.product))
  return ok(await apply(scope, system, named.id, header))
}

/** A Fo01 that nobody here can see at a bericht is in the log, so that it can be looked up by what it names. */
async function recordUnknown(tx: Tx, system: SystemActor, organisationId: string, header: FaultHeader): Promise<void> {
  const { zender, referentienummer, code } = faultReceived(header)
  await recordAudit(tx, system, {
    event: 'bericht.fault-unknown',
    organisationId,
    reasonCode: code,
    details: { zender, referentienummer, crossRefnummer: header.crossRefnummer },
  })
}

async function apply(
  scope: ProductScope<'bericht.receive', BerichtProduct>,
  system: SystemActor,
  berichtId: string,
  header: FaultHeader,
): Promise<FaultOutcome> {
  const fault = faultReceived(header)
  return inTransaction(scope.realm, async (tx) => {
    const before = await faultOf(tx, scope, berichtId)
    // A Fo01 that comes again long after must not undo a second sending, whatever came in between.
    if (referencesOf(before.fault).includes(fault.referentienummer))
      return { kind: 'repeated', bericht: before.bericht }
    const step = { at: clock.now(), byName: fault.zender, explanation: fault.code }
    const status = await letHappen(tx, scope, berichtId, 'fault', step)
    if (status) {
      await noteFault(tx, scope, berichtId, withEarlier(fault, referencesOf(before.fault)))
      await noteCause(tx, scope, { kind: 'KETENFOUT', berichtId }, step.at)
    }
    const after = await faultOf(tx, scope, berichtId)
    if (!status) {
      // Or the same one was taken in at this very moment, by another process.
      if (referencesOf(after.fault).includes(fault.referentienummer))
        return { kind: 'repeated', bericht: after.bericht }
      await remember(tx, scope, berichtId, after.fault, fault.referentienummer)
    }
    await handFaultOn(tx, scope, after.bericht, header, clock.now())
    await recordAudit(tx, system, {
      event: 'bericht.fault-received',
      object: { kind: 'bericht', id: berichtId },
      organisationId: scope.organisationId,
      reasonCode: fault.code,
      details: {
        zender: fault.zender,
        referentienummer: fault.referentienummer,
        berichtsoort: after.bericht.berichtsoort,
        status: after.bericht.status,
      },
    })
    return { kind: status ? 'refused' : 'noted', bericht: after.bericht }
  })
}

/** A bericht that is sent again after each Fo01 gets no more of them than this. */
const REMEMBERED = 100

/** The Fo01's that came about a bericht, by referentienummer, the newest first. */
const referencesOf = (fault: ReceivedFault | null): readonly string[] =>
  fault === null ? [] : [fault.referentienummer, ...(fault.earlier ?? [])]

const withEarlier = (fault: ReceivedFault, earlier: readonly string[]): ReceivedFault =>
  earlier.length === 0 ? fault : { ...fault, earlier: earlier.slice(0, REMEMBERED) }

/** One that changed nothing must not do so later either, once the bericht has been sent again. */
async function remember(
  tx: Tx,
  scope: ProductScope,
  berichtId: string,
  fault: ReceivedFault | null,
  referentienummer: string,
): Promise<void> {
  if (fault === null) return
  await noteFault(tx, scope, berichtId, withEarlier(fault, [referentienummer, ...(fault.earlier ?? [])]))
}

async function faultOf(tx: Tx, scope: ProductScope, berichtId: string) {
  const row = await findBericht(tx, scope, berichtId)
  if (!row) throw new InvariantError('a bericht went away while its Fo01 was taken in')
  return { bericht: toBerichtView(row, null), fault: ReceivedFault.nullable().parse(row.fault) }
}
