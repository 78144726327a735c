import { type Actor, systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { isProduct, type Product } from '#/lib/access/products.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { NotificationAddress } from '#/lib/generated/prisma/client.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { isOpen } from '#/lib/settings/addresses/address-code.ts'
import type { ConfirmAddress } from '#/lib/settings/addresses/schema.ts'

/** Links that are looked at or used from one network in ten minutes. */
const LIMIT = { name: 'adres-bevestigen', max: 60, windowSeconds: 600 }

/** What is confirmed: for whom and for what. */
export type Confirmation = { readonly gemeente: string; readonly product: Product }

/** `not_open`: used, too old, replaced by a later mail, or never made by the portal; nobody hears which. */
export type ConfirmFault = 'not_open' | 'too_many'

type Open = Confirmation & { readonly row: NotificationAddress }

async function findOpen({ adres, code }: ConfirmAddress, ipPrefix: string): Promise<Result<Open, ConfirmFault>> {
  if (!(await countAgainst(LIMIT, ipPrefix)).allowed) return err('too_many')
  return inTransaction({ kind: 'systeem' }, async (tx) => {
    const row = await tx.notificationAddress.findUnique({ where: { id: adres } })
    if (row === null || !isProduct(row.product) || !isOpen(row, code, clock.now())) return err('not_open')
    const { name } = await tx.organisation.findUniqueOrThrow({
      where: { id: row.organisationId },
      select: { name: true },
    })
    return ok({ row, gemeente: name, product: row.product })
  })
}

/** Where a request about a link came from. */
export type ConfirmOrigin = { readonly requestId: string; readonly ipPrefix: string }

/** What somebody would confirm with a link. Looking changes nothing: scanners of mail fetch links, too. */
export async function lookAtLink(
  link: ConfirmAddress,
  { ipPrefix }: ConfirmOrigin,
): Promise<Result<Confirmation, ConfirmFault>> {
  const open = await findOpen(link, ipPrefix)
  return open.ok ? ok({ gemeente: open.value.gemeente, product: open.value.product }) : open
}

const confirmingActor = ({ requestId, ipPrefix }: ConfirmOrigin): Actor => {
  const actor = systemActor('instellingen.adres', requestId)
  return { ...actor, origin: { ...actor.origin, ipPrefix } }
}

/** Confirms an address for notices by the link that its owner got: from now on it is used. Each link counts once. */
export async function confirmAddress(
  link: ConfirmAddress,
  origin: ConfirmOrigin,
): Promise<Result<Confirmation, ConfirmFault>> {
  const open = await findOpen(link, origin.ipPrefix)
  if (!open.ok) return open
  const { row, gemeente, product } = open.value
  const { id, organisationId, askedAt } = row
  const { scope, system } = authoriseSystem(confirmingActor(origin), 'address.confirm', organisationId, product)
  return inTransaction(scope.realm, async (tx) => {
    const where = { id, organisationId, askedAt, confirmedAt: null }
    const { count } = await tx.notificationAddress.updateMany({ where, data: { confirmedAt: clock.now() } })
    if (count === 0) return err('not_open')
    await recordAudit(tx, system, {
      event: 'settings.address-confirmed',
      object: { kind: 'settings', id: product },
      organisationId,
      details: { adres: id },
    })
    return ok({ gemeente, product })
  })
}
