import { Prisma } from '#/lib/generated/prisma/client.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'

/** Counting stops here: nobody reads the difference between many and very many, and counting costs time. */
export const COUNTED_AT_MOST = 1_000

/** The expression that counts the rows of `source` (what comes after FROM), up to COUNTED_AT_MOST + 1. */
export const counted = (source: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM ${source} LIMIT ${COUNTED_AT_MOST + 1}) found)`

/** A number that was counted so, as people read it: "1.000+" stands for more. */
export function countText(count: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale).format(Math.min(count, COUNTED_AT_MOST))
  return count > COUNTED_AT_MOST ? `${number}+` : number
}
