import type { PersonScope } from '#/lib/access/authorise.ts'
import { findChoices } from '#/lib/inbox/preferences/preference-repository.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** What a person was told and has chosen to be mailed, in the words of the file with everything about that person. */
export async function exportInbox(tx: Tx, { memberId }: PersonScope) {
  const rows = await tx.notification.findMany({ where: { memberId }, orderBy: [{ lastAt: 'desc' }, { id: 'desc' }] })
  return {
    meldingen: rows.map(({ kind, product, amount, firstAt, lastAt, readAt, mailedAt }) => ({
      soort: kind,
      product,
      aantal: amount,
      eerste: firstAt,
      laatste: lastAt,
      gelezen: readAt,
      gemaild: mailedAt,
    })),
    mailvoorkeuren: await findChoices(tx, memberId),
  }
}
