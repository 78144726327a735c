import type { Recipient, RecipientSource } from '#/lib/notifications/mail.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { DEFAULT_LOCALE } from '#/lib/platform/i18n/locale.ts'

type Row = { readonly id: string; readonly email: string | null }

/** A member has no language of the own yet: Dutch, as the portal itself by default. */
const recipientOf = ({ id, email }: Row): Recipient[] => (email ? [{ id, address: email, locale: DEFAULT_LOCALE }] : [])

const columns = { id: true, email: true } as const

/** The addresses that members gave in their profile. Works in the realm `systeem` only; others see part of them. */
export const memberRecipients: Omit<RecipientSource, 'askedAddress'> = {
  async managersOf(tx: Tx, organisationId: string) {
    // A blocked or waiting gebruikersbeheerder cannot act on the mail.
    const where = { organisationId, isManager: true, state: 'ACTIEF' } as const
    return (await tx.member.findMany({ where, select: columns, orderBy: { id: 'asc' } })).flatMap(recipientOf)
  },
  async member(tx: Tx, memberId: string) {
    const row = await tx.member.findUnique({ where: { id: memberId }, select: columns })
    return row ? (recipientOf(row)[0] ?? null) : null
  },
}
