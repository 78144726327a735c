import type { PersonScope } from '#/lib/access/authorise.ts'
import type { NotificationPreference } from '#/lib/generated/prisma/client.ts'
import { CHOICE_ABOUT, DEFAULT_CHOICES, type MailChoice, type MailChoices } from '#/lib/inbox/preferences/schema.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** The choices of a row, with what holds where none was made. */
export function choicesOf(row: NotificationPreference | null): MailChoices {
  return {
    newIwmo: row?.newIwmo ?? DEFAULT_CHOICES.newIwmo,
    newIjw: row?.newIjw ?? DEFAULT_CHOICES.newIjw,
    fault: row?.fault ?? DEFAULT_CHOICES.fault,
    deadline: row?.deadline ?? DEFAULT_CHOICES.deadline,
    certificate: row?.certificate ?? DEFAULT_CHOICES.certificate,
    settings: row?.settings ?? DEFAULT_CHOICES.settings,
  }
}

/** What this person has chosen. In the realm of that person, or of jobs. */
export async function findChoices(tx: Tx, memberId: string): Promise<MailChoices> {
  return choicesOf(await tx.notificationPreference.findUnique({ where: { memberId } }))
}

/** Keeps what this person chose; what is not named stays as it was. */
export async function keepChoices(
  tx: Tx,
  { memberId, organisationId }: PersonScope,
  chosen: Partial<MailChoices>,
  changedAt: Date,
): Promise<void> {
  const data = { ...chosen, changedAt }
  await tx.notificationPreference.upsert({
    where: { memberId },
    create: { memberId, organisationId, ...data },
    update: data,
  })
}

/** Counts as mailed what is unread of these: who turns mail on hears of what comes from now on. */
export async function skipUnmailed(tx: Tx, { memberId }: PersonScope, choices: readonly MailChoice[]): Promise<void> {
  for (const choice of choices) {
    const { kind, product } = CHOICE_ABOUT[choice]
    await tx.$executeRaw`
      UPDATE notification SET unmailed_since = NULL, mailed_amount = amount
      WHERE member_id = ${memberId}::uuid AND kind = ${kind}::"NotificationKind"
        AND product = coalesce(${product ?? null}, product) AND read_at IS NULL`
  }
}
