import type { SystemActor } from '#/lib/access/actor.ts'
import { authoriseJob } from '#/lib/access/authorise.ts'
import { isWorkday } from '#/lib/berichten/terms/working-days.ts'
import { Prisma } from '#/lib/generated/prisma/client.ts'
import { orderMails, WANTED } from '#/lib/inbox/telling/order-mails.ts'
import { clock } from '#/lib/platform/clock.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { TIME_ZONE } from '#/lib/platform/i18n/locale.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** When people begin to work; the job that calls this runs at the same time. */
const DIGEST_TIME = '08:00'

/**
 * Orders the mails of those who want to hear of new berichten once a day or once a week: one for each person, with every product in
 * it. On working days only. A week is told from Monday on: on the first working day on which a worker runs. What waits
 * since before that moment is due, so a second run on a day finds nothing. Answers how many.
 */
export async function mailDigests(actor: SystemActor, signal: AbortSignal): Promise<number> {
  const { scope } = authoriseJob(actor, 'notification.tell')
  const today = dayInAmsterdam(clock.now())
  if (!isWorkday(today, settings().holidays)) return 0
  const due = Prisma.sql`n.unmailed_since < CASE ${WANTED}
    WHEN 'DAGELIJKS' THEN (${today}::date + ${DIGEST_TIME}::time) AT TIME ZONE ${TIME_ZONE}
    WHEN 'WEKELIJKS' THEN date_trunc('week', ${today}::date::timestamp) AT TIME ZONE ${TIME_ZONE} END`
  return orderMails(scope, due, signal)
}
