import type { Readable } from 'node:stream'
import type { Actor, MemberActor } from '#/lib/access/actor.ts'
import { authoriseProduct, type ProductScope } from '#/lib/access/authorise.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { auditInsert } from '#/lib/audit/record-audit.ts'
import { cleanFileName } from '#/lib/berichten/file-name.ts'
import { findHeenbericht } from '#/lib/berichten/link-repository.ts'
import {
  completeRow,
  findBericht,
  findByIdempotencyKey,
  findStandingDelivery,
  insertBericht,
  isUniqueViolation,
  type StatusStep,
} from '#/lib/berichten/repository.ts'
import { type Beginning, statusAfter } from '#/lib/berichten/rules.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import {
  contentColumns,
  discardContent,
  keepContent,
  type TakenInContent,
  takeInContent,
} from '#/lib/berichten/take-in-content.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { isAccepted, MAXIMUM_BERICHT_BYTES } from '#/lib/istandaarden/checks/check-report.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
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
}

/**
 * What became of a delivery. `accepted` and `rejected` are kept and listed; of everything else nothing is kept.
 * `key_reused`: the idempotency key was used before, for other content.
 */
export type DeliverOutcome =
  | { readonly kind: 'accepted'; readonly bericht: BerichtView }
  | { readonly kind: 'rejected'; readonly bericht: BerichtView }
  | { readonly kind: 'duplicate'; readonly earlier: BerichtView }
  | { readonly kind: 'too_large' | 'digest_mismatch' | 'key_reused' | 'uncheckable' }
  | { readonly kind: 'rate_limited' | 'busy'; readonly retryAfterSeconds: number }

type Delivery = {
  readonly scope: ProductScope<'bericht.deliver', BerichtProduct>
  readonly member: MemberActor
  readonly input: DeliverBericht
  readonly berichtId: string
  readonly startedAt: Date
}

/**
 * Takes in one file that somebody of a gemeente delivers: checks who and how much before a byte is read, streams it into
 * the encrypted storage, has it checked, and writes bericht, timeline and log row in one transaction. A delivery that is
 * broken off leaves nothing; the same content twice at the same moment becomes one bericht.
 */
export async function deliverBericht(
  actor: Actor,
  input: DeliverBericht,
  signal: AbortSignal,
): Promise<DeliverOutcome> {
  const { scope, member } = authoriseProduct(actor, 'bericht.deliver', input.product)
  if ((input.declaredBytes ?? 0) > MAXIMUM_BERICHT_BYTES) return { kind: 'too_large' }
  const limit = { name: 'aanleveren', max: settings().uploadsPerMinute, windowSeconds: 60 }
  const verdict = await countAgainst(limit, member.memberId)
  if (!verdict.allowed) return { kind: 'rate_limited', retryAfterSeconds: verdict.retryAfterSeconds }
  const delivery = { scope, member, input, berichtId: ids.rowId(), startedAt: clock.now() }
  const taken = await takeInContent(
    {
      organisationId: scope.organisationId,
      berichtId: delivery.berichtId,
      body: input.body,
      expected: { product: input.product, gemeenteCode: member.gemeenteCode, richting: 'aangeleverd' },
      expectedSha256: input.declaredSha256,
    },
    signal,
  )
  if (taken.ok) return keep(delivery, taken.value)
  return taken.error === 'busy' ? { kind: 'busy', retryAfterSeconds: BUSY_RETRY_SECONDS } : { kind: taken.error }
}

async function keep(delivery: Delivery, content: TakenInContent): Promise<DeliverOutcome> {
  const isValid = isAccepted(content.report)
  const row = rowOf(delivery, content, isValid)
  const steps = stepsOf(delivery, isValid)
  try {
    await keepContent(delivery.scope.realm, content, async (tx) => {
      const answersId = isValid ? await heenberichtId(tx, delivery.scope, content) : null
      await insertBericht(tx, delivery.scope, { ...row, answersId }, steps, logOf(delivery, content, isValid))
    })
  } catch (error) {
    if (isUniqueViolation(error)) {
      await discardContent(content)
      return outcomeOfEarlier(delivery, row)
    }
    await removeUnlessKept(delivery, content)
    throw error
  }
  const [, last] = steps
  return { kind: isValid ? 'accepted' : 'rejected', bericht: toBerichtView(row, { explanation: null, ...last }) }
}

/** A connection can break after the commit and before its answer: then the row is there and needs its content. */
async function removeUnlessKept({ scope, berichtId }: Delivery, content: TakenInContent): Promise<void> {
  const kept = await inTransaction(scope.realm, (tx) => findBericht(tx, scope, berichtId))
  if (!kept) await discardContent(content)
}

function rowOf({ scope, berichtId, input, member, startedAt }: Delivery, content: TakenInContent, isValid: boolean) {
  return completeRow({
    ...contentColumns(content),
    id: berichtId,
    organisationId: scope.organisationId,
    product: scope.product,
    direction: 'AANGELEVERD',
    status: statusAfter(beginningOf(isValid)[1]),
    // Made once, when a bericht is accepted: the chain knows a repeated sending by it.
    referentienummer: isValid ? ids.referentienummer() : null,
    fileName: cleanFileName(input.unverifiedFileName),
    deliveredById: member.userId,
    deliveredByName: member.displayName,
    idempotencyKey: input.idempotencyKey ?? null,
    createdAt: startedAt,
    receivedAt: null,
    fetchedAt: null,
    sentAt: null,
    deadlineOn: null,
    answersId: null,
  })
}

const beginningOf = (isValid: boolean) => ['deliver', isValid ? 'enqueue' : 'reject'] as const satisfies Beginning

function stepsOf({ member, startedAt }: Delivery, isValid: boolean): readonly [StatusStep, StatusStep] {
  const [delivered, checked] = beginningOf(isValid)
  return [
    { status: statusAfter(delivered), at: startedAt, byName: member.displayName },
    { status: statusAfter(checked), at: clock.now(), byName: null },
  ]
}

/** The received bericht that a delivered retourbericht is about, when it is here. */
async function heenberichtId(tx: Tx, scope: ProductScope, { report }: TakenInContent): Promise<string | null> {
  const { berichtsoort, heenIdentificatie } = report.kenmerken
  const heen = berichtsoort === null ? null : findBerichtsoort(berichtsoort)?.heen
  if (!heen || heenIdentificatie === null) return null
  const found = await findHeenbericht(tx, scope, {
    berichtsoort: heen,
    identificatie: heenIdentificatie,
    direction: 'ONTVANGEN',
  })
  return found?.id ?? null
}

function logOf({ member, input, berichtId }: Delivery, content: TakenInContent, isValid: boolean) {
  const codes = [...new Set(content.report.bevindingen.map(({ code }) => code))]
  return auditInsert(member, {
    event: isValid ? 'bericht.delivered' : 'bericht.rejected',
    object: { kind: 'bericht', id: berichtId },
    basis: `gebruiker ${input.product}`,
    details: {
      berichtsoort: content.report.kenmerken.berichtsoort,
      grootte: content.sizeBytes,
      sha256: content.sha256,
      bevindingen: codes,
    },
  })
}

/** What a refused row collided with: an earlier try of the same delivery, or another delivery of the same. */
async function outcomeOfEarlier({ scope, member, input }: Delivery, row: Bericht): Promise<DeliverOutcome> {
  return inTransaction(scope.realm, async (tx): Promise<DeliverOutcome> => {
    const key = input.idempotencyKey
    const same = key === undefined ? null : await findByIdempotencyKey(tx, scope, member.userId, key)
    if (same) {
      if (same.product !== scope.product || !Buffer.from(row.sha256).equals(same.sha256)) return { kind: 'key_reused' }
      return { kind: same.status === 'AFGEKEURD' ? 'rejected' : 'accepted', bericht: toBerichtView(same, null) }
    }
    const earlier = await findStandingDelivery(tx, scope, row)
    // It was there a moment ago; withdrawn since then means that trying again succeeds.
    if (!earlier) return { kind: 'busy', retryAfterSeconds: 1 }
    return { kind: 'duplicate', earlier: toBerichtView(earlier, null) }
  })
}
