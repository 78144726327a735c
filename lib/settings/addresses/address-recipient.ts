import type { Recipient } from '#/lib/notifications/mail.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { DEFAULT_LOCALE } from '#/lib/platform/i18n/locale.ts'
import { confirmPage } from '#/lib/settings/addresses/address-code.ts'

/** An address that is asked whether it may be used, with the page of its link; null when it was removed or confirmed meanwhile. */
export async function askedAddress(tx: Tx, id: string): Promise<Recipient | null> {
  const row = await tx.notificationAddress.findUnique({ where: { id } })
  if (row === null || row.confirmedAt !== null) return null
  return { id, address: row.address, locale: DEFAULT_LOCALE, page: confirmPage(row) }
}
