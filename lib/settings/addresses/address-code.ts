import { timingSafeEqual } from 'node:crypto'
import type { NotificationAddress } from '#/lib/generated/prisma/client.ts'
import { DAY_MS } from '#/lib/platform/clock.ts'
import { keyedHash } from '#/lib/platform/crypto/keyed-hash.ts'

/** How long the link in the mail can be used. */
export const CODE_LIFE_MS = 7 * DAY_MS

type Asked = Pick<NotificationAddress, 'id' | 'address' | 'askedAt'>

/** The code in the link: only the portal can make it, and it is made when the mail goes, so that it lies nowhere. */
const codeOf = ({ id, address, askedAt }: Asked): string =>
  keyedHash('adres-bevestigen', `${id} ${askedAt.toISOString()} ${address}`)

/** The page of the link in the mail. */
export const confirmPage = (asked: Asked): string =>
  `/adres-bevestigen?${new URLSearchParams({ adres: asked.id, code: codeOf(asked) })}`

/** Whether a link is the one of the last mail to this address, not used and not too old. */
export function isOpen(asked: Asked & Pick<NotificationAddress, 'confirmedAt'>, code: string, now: Date): boolean {
  if (asked.confirmedAt !== null || now.getTime() - asked.askedAt.getTime() > CODE_LIFE_MS) return false
  const [given, right] = [Buffer.from(code), Buffer.from(codeOf(asked))]
  return given.byteLength === right.byteLength && timingSafeEqual(given, right)
}
