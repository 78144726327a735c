import type { ProductScope } from '#/lib/access/authorise.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'
import type { AddressView } from '#/lib/settings/addresses/schema.ts'

const keyOf = ({ organisationId, product }: ProductScope) => ({ organisationId, product })

/** Orders the mail with the link. It goes to the address as it is then; of one that was removed meanwhile nothing goes. */
async function orderMail(tx: Tx, { organisationId }: ProductScope, id: string): Promise<void> {
  const { name: gemeente } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true },
  })
  const to = { kind: 'notification-address', id } as const
  await enqueue(tx, sendMail, { to, template: 'confirm-address', params: { gemeente } })
}

/** Lets the rows follow what is chosen: a new address is asked by mail, one that is gone is forgotten with its link. */
export async function followAddresses(
  tx: Tx,
  scope: ProductScope<'settings.change'>,
  chosen: readonly string[],
  at: Date,
): Promise<void> {
  await tx.notificationAddress.deleteMany({ where: { ...keyOf(scope), address: { notIn: [...chosen] } } })
  const kept = await tx.notificationAddress.findMany({ where: keyOf(scope), select: { address: true } })
  for (const address of chosen.filter((one) => !kept.some((row) => row.address === one))) {
    const id = ids.rowId()
    await tx.notificationAddress.create({ data: { ...keyOf(scope), id, address, askedAt: at } })
    await orderMail(tx, scope, id)
  }
}

/**
 * Orders another mail to an address that is not confirmed yet: the link of the one before ends. `already`: one was ordered since
 * `askedAt`. `gone`: there is no such address, or it is confirmed.
 */
export async function askAgain(
  tx: Tx,
  scope: ProductScope<'settings.change'>,
  { id, askedAt }: { readonly id: string; readonly askedAt: Date },
  at: Date,
): Promise<'asked' | 'already' | 'gone'> {
  const waiting = { ...keyOf(scope), id, confirmedAt: null }
  const { count } = await tx.notificationAddress.updateMany({ where: { ...waiting, askedAt }, data: { askedAt: at } })
  if (count === 0) return (await tx.notificationAddress.count({ where: waiting })) === 0 ? 'gone' : 'already'
  await orderMail(tx, scope, id)
  return 'asked'
}

/** The addresses of a product with what is known of them. */
export async function listAddresses(tx: Tx, scope: ProductScope<'settings.read'>): Promise<AddressView[]> {
  const rows = await tx.notificationAddress.findMany({ where: keyOf(scope), orderBy: { address: 'asc' } })
  return rows.map(({ id, address, askedAt, confirmedAt }) => ({
    id,
    address,
    askedAt,
    isConfirmed: confirmedAt !== null,
  }))
}
