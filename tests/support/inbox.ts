import { v7 } from 'uuid'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import type { Product } from '#/lib/access/products.ts'
import { mailAtOnce } from '#/lib/inbox/telling/mail-at-once.ts'
import { mailDigests } from '#/lib/inbox/telling/mail-digests.ts'
import type { NotificationMail } from '#/lib/inbox/telling/notification-mail.ts'
import { spreadCauses } from '#/lib/inbox/telling/spread-causes.ts'
import { sendNotification } from '#/lib/jobs/definitions/send-notification.ts'
import type { NotificationKind } from '#/lib/notifications/kinds.ts'
import { type Cause, noteCause } from '#/lib/notifications/note-cause.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import type { TestDatabase } from '#/tests/support/database.ts'

const job = systemActor('inbox.tell-people', 'test')

/** Puts down causes, all in one transaction. */
export async function happened(organisationId: string, product: Product, ...causes: readonly Cause[]): Promise<void> {
  const { scope } = authoriseSystem(systemActor('keten', 'test'), 'bericht.receive', organisationId, product)
  await inTransaction(scope.realm, async (tx) => {
    for (const cause of causes) await noteCause(tx, scope, cause, clock.now())
  })
}

/** What the job does every minute. */
export const spread = (): Promise<number> => spreadCauses(job, new AbortController().signal)

/** What the job does every minute besides: the mails of who wants to hear at once. */
export const mailNow = (): Promise<number> => mailAtOnce(job, new AbortController().signal)

/** What the job does every morning. */
export const mailMorning = (): Promise<number> => mailDigests(job, new AbortController().signal)

/** The mails that wait in the queue, in the order in which they were ordered. */
export async function orderedMails(database: TestDatabase): Promise<readonly (NotificationMail & { id: string })[]> {
  const rows = await database.query<{ id: string; payload: NotificationMail }>(
    `SELECT id, data->'payload' AS payload FROM pgboss.job WHERE name = '${sendNotification.name}' ORDER BY created_on, id`,
  )
  return rows.map(({ id, payload }) => ({ id, ...payload }))
}

export type GivenNotification = {
  readonly product?: Product
  readonly kind?: NotificationKind
  readonly amount?: number
  readonly at?: Date
  readonly isRead?: boolean
}

/** A notification of this person; gives its id. */
export async function givenNotification(
  database: TestDatabase,
  { memberId, organisationId }: Pick<MemberActor, 'memberId' | 'organisationId'>,
  { product = 'iwmo', kind = 'NIEUWE_BERICHTEN', amount = 1, at = clock.now(), isRead = false }: GivenNotification = {},
): Promise<string> {
  const id = v7()
  await database.query(
    `INSERT INTO notification (id, organisation_id, member_id, product, kind, amount, first_at, last_at, read_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [id, organisationId, memberId, product, kind, amount, at, isRead ? at : null],
  )
  return id
}
