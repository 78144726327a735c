import type { SystemActor } from '#/lib/access/actor.ts'
import type { ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { auditInsert, recordAudit } from '#/lib/audit/record-audit.ts'
import { checkStored, expecting, type KnownContent } from '#/lib/berichten/check-stored.ts'
import { type Entry, enterBericht } from '#/lib/berichten/enter-bericht.ts'
import { exchangeLocks } from '#/lib/berichten/links/couple.ts'
import { withOwnEnvelope } from '#/lib/berichten/own-envelope.ts'
import { applyEvent, type Brought, completeRow, noteScanned, writeHeld } from '#/lib/berichten/repository.ts'
import { type BerichtEvent, statusAfter } from '#/lib/berichten/rules.ts'
import { claimAwaiting } from '#/lib/berichten/scanning/scan-repository.ts'
import { readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import { handOn } from '#/lib/chain/outbound/hand-on.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { type Finding, isAccepted } from '#/lib/istandaarden/checks/check-report.ts'
import { deliverableEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { InvariantError, NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import type { CheckFailure } from '#/lib/validator/check-task.ts'

type ScanScope = ProductScope<'bericht.scan', BerichtProduct>
type Sender = { readonly gemeenteCode: string; readonly organisationName: string }

async function senderOf({ realm, organisationId }: ScanScope): Promise<Sender> {
  const organisation = await inTransaction(realm, (tx) =>
    tx.organisation.findUnique({ where: { id: organisationId }, select: { gemeenteCode: true, name: true } }),
  )
  if (!organisation) throw new NotFoundError('organisation')
  return { gemeenteCode: organisation.gemeenteCode, organisationName: organisation.name }
}

const released = (row: Bericht, findings: readonly Finding[]) => ({
  event: 'bericht.released' as const,
  object: { kind: 'bericht' as const, id: row.id },
  organisationId: row.organisationId,
  details: { berichtsoort: row.berichtsoort, bevindingen: [...new Set(findings.map(({ code }) => code))] },
})

const eventFor = (row: Pick<Bericht, 'direction'>, isValid: boolean): BerichtEvent => {
  if (row.direction === 'ONTVANGEN') return 'receive'
  return isValid ? 'enqueue' : 'reject'
}

/** Puts what was held among the others: what it brings, and then the step of its lifecycle. */
async function putHeld(tx: Tx, scope: ProductScope, row: Bericht, brought: Brought): Promise<void> {
  await writeHeld(tx, scope, row, brought)
  const event = eventFor(row, row.status !== 'AFGEKEURD')
  const entered = await applyEvent(tx, scope, row.id, event, { at: clock.now(), byName: null })
  if (entered !== row.status) throw new InvariantError('a bericht that was held could not enter')
}

/** What was held as it enters, with what was found besides what stands in the file. */
function entryOf(system: SystemActor, held: Bericht, known: KnownContent, more: readonly Finding[]): Entry {
  const findings = [...known.report.bevindingen, ...more]
  const status = statusAfter(eventFor(held, isAccepted({ bevindingen: findings })))
  return {
    row: completeRow({ ...held, findings, status, awaitsScan: false }),
    facts: known.facts,
    clients: known.clients,
    // Its timeline has begun; the step with which it enters is taken when it is put there.
    steps: [],
    logged: auditInsert(system, released(held, findings)),
    withFindings: (found) => entryOf(system, held, known, [...more, ...found]),
  }
}

/** It was refused by its own checks already: only its content was kept from whoever delivered it. */
async function letRefusedBeRead(system: SystemActor, scope: ScanScope, id: string): Promise<void> {
  await inTransaction(scope.realm, async (tx) => {
    const row = await claimAwaiting(tx, scope, id)
    if (!row) return
    await noteScanned(tx, scope, id)
    await recordAudit(tx, system, released(row, []))
  })
}

async function checkHeld(scope: ScanScope, row: Bericht, sender: Sender, signal: AbortSignal) {
  const { organisationId, product } = scope
  const delivered = readStoredEnvelope(row.envelope)?.delivered
  const sizeBytes = delivered?.sizeBytes ?? row.sizeBytes
  // What a bare file of this kind is, it does not say: whoever delivered it did.
  const eigenBijdrage = (delivered ? null : deliverableEigenBijdrage(row.berichtsoort)) ?? undefined
  const stored = { organisationId, berichtId: row.id, storageKey: row.storageKey ?? '', sizeBytes }
  const richting = row.direction === 'ONTVANGEN' ? 'ontvangen' : 'aangeleverd'
  return checkStored(stored, expecting({ product, gemeenteCode: sender.gemeenteCode, richting, eigenBijdrage }), signal)
}

/**
 * Lets a bericht in after the scanner found nothing. What was held is checked once more, because nothing of what it says was
 * kept until now, and put among the others: only now it counts for them, is tied to them, and can be fetched or sent. Does
 * nothing when another process was first. An error is that of the check: then it stays held.
 */
export async function letIn(
  system: SystemActor,
  scope: ScanScope,
  row: Bericht,
  signal: AbortSignal,
): Promise<Result<null, CheckFailure>> {
  if (row.status === 'AFGEKEURD') {
    await letRefusedBeRead(system, scope, row.id)
    return ok(null)
  }
  const sender = await senderOf(scope)
  const known = await checkHeld(scope, row, sender, signal)
  if (!known.ok) return err(known.error)
  const { kenmerken } = known.value.report
  const entry = entryOf(system, row, known.value, [])
  await inTransaction(
    scope.realm,
    async (tx) => {
      if (!(await claimAwaiting(tx, scope, row.id))) return
      const entered = await enterBericht(tx, scope, entry, {
        complete: (accepted, crossRefnummer) =>
          accepted.direction === 'AANGELEVERD'
            ? withOwnEnvelope(accepted, { kenmerken, sender, crossRefnummer })
            : accepted,
        put: putHeld,
      })
      if (entered.status === 'BESCHIKBAAR') await handOn(tx, scope, entered, clock.now())
    },
    exchangeLocks(scope, entry),
  )
  return ok(null)
}
