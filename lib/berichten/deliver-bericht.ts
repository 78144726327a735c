import type { Readable } from 'node:stream'
import type { Actor } from '#/lib/access/actor.ts'
import type { ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { auditInsert } from '#/lib/audit/record-audit.ts'
import { authoriseDelivery, type DeliveringParty } from '#/lib/berichten/delivering-party.ts'
import { demandStillDelivers } from '#/lib/berichten/demand-still-delivers.ts'
import {
  findByIdempotencyKey,
  findByReference,
  findRejected,
  findStandingDelivery,
} from '#/lib/berichten/earlier-berichten.ts'
import { type Entry, enterBericht } from '#/lib/berichten/enter-bericht.ts'
import { cleanFileName } from '#/lib/berichten/file-name.ts'
import { exchangeLocks } from '#/lib/berichten/links/couple.ts'
import { withOwnEnvelope } from '#/lib/berichten/own-envelope.ts'
import { completeRow, findBericht, insertBericht, type StatusStep, UNTOUCHED } from '#/lib/berichten/repository.ts'
import { type Beginning, statusAfter } from '#/lib/berichten/rules.ts'
import { awaitsScanner } from '#/lib/berichten/scanning/awaits-scanner.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import {
  contentColumns,
  discardContent,
  keepContent,
  type TakenInContent,
  takeInContent,
} from '#/lib/berichten/take-in-content.ts'
import { findingsOf, toBerichtView } from '#/lib/berichten/view.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { type Finding, isAccepted } from '#/lib/istandaarden/checks/check-report.ts'
import type { DeliverableEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { scanContents } from '#/lib/jobs/definitions/scan-contents.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { type Lock, lockOn } from '#/lib/platform/db/lock.ts'
import { isUniqueViolation } from '#/lib/platform/db/unique-violation.ts'
import { ids } from '#/lib/platform/ids.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { findSwitchedOff } from '#/lib/settings/inactive-soorten.ts'
import { BUSY_RETRY_SECONDS } from '#/lib/validator/pool.ts'

export type DeliverBericht = {
  readonly product: BerichtProduct
  readonly unverifiedFileName: string | null
  readonly body: Readable
  /** Content-Length, when the browser says it. */
  readonly declaredBytes?: number | undefined
  /** SHA-256 of Content-Digest, 64 hexadecimal digits. */
  readonly declaredSha256?: string | undefined
  readonly idempotencyKey?: string | undefined
  /** What the file is when it does not say so itself; one in an envelope is what the envelope says. */
  readonly eigenBijdrage?: DeliverableEigenBijdrage | undefined
}

/**
 * What became of a delivery. `accepted` and `rejected` are kept and listed; of everything else nothing is kept.
 * `key_reused`: the idempotency key was used before, for other content. `reference_used`: the envelope has the
 * referentienummer of another bericht that this gemeente has delivered. `isSameContent`: byte for byte that of the earlier one.
 */
export type DeliverOutcome =
  | { readonly kind: 'accepted'; readonly bericht: BerichtView }
  | { readonly kind: 'rejected'; readonly bericht: BerichtView }
  | { readonly kind: 'duplicate'; readonly earlier: BerichtView; readonly isSameContent: boolean }
  | { readonly kind: 'reference_used'; readonly isSameContent: boolean }
  | { readonly kind: 'too_large' | 'digest_mismatch' | 'key_reused' | 'uncheckable' }
  | { readonly kind: 'rate_limited' | 'busy'; readonly retryAfterSeconds: number }

type Delivery = {
  readonly scope: ProductScope<'bericht.deliver' | 'bericht.deliver-by-software', BerichtProduct>
  readonly party: DeliveringParty
  readonly input: DeliverBericht
  readonly berichtId: string
  readonly startedAt: Date
}

/**
 * Takes in one file that somebody of a gemeente delivers, or its software: checks who and how much before a byte is read, streams it into
 * the encrypted storage, has it checked, and writes bericht, timeline and log row in one transaction. A delivery that is
 * broken off leaves nothing, and so does one whose sender may no longer deliver when it is in: ForbiddenError. The same content
 * twice at the same moment becomes one bericht.
 */
export async function deliverBericht(
  actor: Actor,
  input: DeliverBericht,
  signal: AbortSignal,
): Promise<DeliverOutcome> {
  const { scope, party } = authoriseDelivery(actor, input.product)
  if ((input.declaredBytes ?? 0) > MAXIMUM_ENVELOPE_BYTES) return { kind: 'too_large' }
  const limit = { name: 'aanleveren', max: settings().uploadsPerMinute, windowSeconds: 60 }
  const verdict = await countAgainst(limit, party.countedAs)
  if (!verdict.allowed) return { kind: 'rate_limited', retryAfterSeconds: verdict.retryAfterSeconds }
  const delivery = { scope, party, input, berichtId: ids.rowId(), startedAt: clock.now() }
  const taken = await takeInContent(
    {
      organisationId: scope.organisationId,
      berichtId: delivery.berichtId,
      body: input.body,
      expected: {
        product: input.product,
        gemeenteCode: party.gemeenteCode,
        richting: 'aangeleverd',
        eigenBijdrage: input.eigenBijdrage,
      },
      declaredBytes: input.declaredBytes,
      expectedSha256: input.declaredSha256,
    },
    signal,
  )
  if (taken.ok) return keep(delivery, taken.value)
  return taken.error === 'busy' ? { kind: 'busy', retryAfterSeconds: BUSY_RETRY_SECONDS } : { kind: taken.error }
}

async function keep(delivery: Delivery, content: TakenInContent): Promise<DeliverOutcome> {
  const entry = entryOf(delivery, content, [])
  let kept: Bericht
  const rejectedBefore: { row: Bericht | null } = { row: null }
  try {
    const { scope, party: sender } = delivery
    const { kenmerken } = content.report
    const enter = async (tx: Tx) => {
      await demandStillDelivers(tx, scope, sender)
      const off = await findSwitchedOff(tx, scope, content.report.kenmerken.berichtsoort)
      const row = await enterBericht(tx, scope, off.length === 0 ? entry : entry.withFindings(off), {
        complete: (accepted, crossRefnummer) => withOwnEnvelope(accepted, { kenmerken, sender, crossRefnummer }),
        put: async (within, about, rejected, brought) => {
          rejectedBefore.row = await findRejectedBefore(within, delivery, rejected)
          if (rejectedBefore.row === null) await insertBericht(within, about, rejected, brought)
        },
      })
      if (row.awaitsScan) await enqueue(tx, scanContents, {})
      return row
    }
    const locks = [...exchangeLocks(scope, entry), ...retryLocks(delivery, entry.row)]
    kept = await keepContent(scope.realm, content, enter, locks)
    if (rejectedBefore.row !== null) {
      await discardContent(content)
      return { kind: 'rejected', bericht: toBerichtView(rejectedBefore.row, null) }
    }
  } catch (error) {
    if (isUniqueViolation(error)) {
      await discardContent(content)
      return outcomeOfEarlier(delivery, entry.row)
    }
    await removeUnlessKept(delivery, content)
    throw error
  }
  const isRejected = kept.status === 'AFGEKEURD'
  const [, last] = stepsOf(delivery, !isRejected)
  return { kind: isRejected ? 'rejected' : 'accepted', bericht: toBerichtView(kept, { explanation: null, ...last }) }
}

/** Software that sends again what was rejected waits for itself: of two at once the second finds the first. */
const retryLocks = ({ scope, party }: Delivery, { referentienummer }: Bericht): readonly Lock[] =>
  party.userId === null && referentienummer !== null
    ? [lockOn(`${scope.organisationId} afgekeurd ${referentienummer}`)]
    : []

const codesOf = (row: Bericht) => JSON.stringify([...new Set(findingsOf(row).map(({ code }) => code))].toSorted())

/** The same content that software delivered before under the same number, and that was rejected for the same. A person sees each try. */
async function findRejectedBefore(tx: Tx, { scope, party }: Delivery, row: Bericht): Promise<Bericht | null> {
  if (row.status !== 'AFGEKEURD' || party.userId !== null) return null
  const before = await findRejected(tx, scope, row)
  return before !== null && codesOf(before) === codesOf(row) ? before : null
}

/** The bericht as it is entered, with what was found besides what stands in the file. */
function entryOf(delivery: Delivery, content: TakenInContent, more: readonly Finding[]): Entry {
  const findings = [...content.report.bevindingen, ...more]
  const isValid = isAccepted({ bevindingen: findings })
  return {
    row: rowOf(delivery, content, findings),
    facts: content.facts,
    clients: content.clients,
    steps: stepsOf(delivery, isValid),
    logged: logOf(delivery, content, findings),
    withFindings: (found) => entryOf(delivery, content, [...more, ...found]),
  }
}

/** A connection can break after the commit and before its answer: then the row is there and needs its content. */
async function removeUnlessKept({ scope, berichtId }: Delivery, content: TakenInContent): Promise<void> {
  const kept = await inTransaction(scope.realm, (tx) => findBericht(tx, scope, berichtId))
  if (!kept) await discardContent(content)
}

function rowOf(
  { scope, berichtId, input, party, startedAt }: Delivery,
  content: TakenInContent,
  findings: readonly Finding[],
) {
  const isValid = isAccepted({ bevindingen: findings })
  return completeRow({
    ...contentColumns(content),
    findings,
    id: berichtId,
    organisationId: scope.organisationId,
    product: scope.product,
    direction: 'AANGELEVERD',
    status: statusAfter(beginningOf(isValid)[1]),
    // Made once, when a bericht is accepted bare: the chain knows a repeated sending by it.
    referentienummer: content.report.envelop?.header?.referentienummer ?? (isValid ? ids.referentienummer() : null),
    fileName: cleanFileName(input.unverifiedFileName),
    deliveredById: party.userId,
    deliveredByName: party.displayName,
    idempotencyKey: input.idempotencyKey ?? null,
    createdAt: startedAt,
    receivedAt: null,
    awaitsScan: awaitsScanner(),
    ...UNTOUCHED,
  })
}

/** What is refused is refused at once. What is not waits for the virus scanner, where there is one. */
const beginningOf = (isValid: boolean) =>
  ['deliver', isValid ? (awaitsScanner() ? 'hold' : 'enqueue') : 'reject'] as const satisfies Beginning

function stepsOf({ party, startedAt }: Delivery, isValid: boolean): readonly [StatusStep, StatusStep] {
  const [delivered, checked] = beginningOf(isValid)
  return [
    { status: statusAfter(delivered), at: startedAt, byName: party.displayName },
    { status: statusAfter(checked), at: clock.now(), byName: null },
  ]
}

function logOf({ party, berichtId }: Delivery, content: TakenInContent, findings: readonly Finding[]) {
  const codes = [...new Set(findings.map(({ code }) => code))]
  return auditInsert(party.actor, {
    event: isAccepted({ bevindingen: findings }) ? 'bericht.delivered' : 'bericht.rejected',
    object: { kind: 'bericht', id: berichtId },
    basis: party.basis,
    details: {
      berichtsoort: content.report.kenmerken.berichtsoort,
      grootte: content.sizeBytes,
      sha256: content.sha256,
      envelop: content.report.envelop !== null,
      bevindingen: codes,
    },
  })
}

/** What a refused row collided with: an earlier try of the same delivery, or another delivery of the same. */
async function outcomeOfEarlier({ scope, party, input }: Delivery, row: Bericht): Promise<DeliverOutcome> {
  return inTransaction(scope.realm, async (tx): Promise<DeliverOutcome> => {
    const key = input.idempotencyKey
    const { userId } = party
    const hasContentOf = (other: Bericht) => Buffer.from(row.sha256).equals(other.sha256)
    const same = key === undefined || userId === null ? null : await findByIdempotencyKey(tx, scope, userId, key)
    if (same) {
      if (same.product !== scope.product || !hasContentOf(same)) return { kind: 'key_reused' }
      return { kind: same.status === 'AFGEKEURD' ? 'rejected' : 'accepted', bericht: toBerichtView(same, null) }
    }
    const earlier = await findStandingDelivery(tx, scope, row)
    if (earlier)
      return { kind: 'duplicate', earlier: toBerichtView(earlier, null), isSameContent: hasContentOf(earlier) }
    const named = await findByReference(tx, scope.organisationId, row)
    if (named) return { kind: 'reference_used', isSameContent: hasContentOf(named) }
    // It was there a moment ago; withdrawn since then means that trying again succeeds.
    return { kind: 'busy', retryAfterSeconds: 1 }
  })
}
