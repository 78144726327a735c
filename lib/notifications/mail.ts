import { z } from 'zod'
import { openText, sealText } from '#/lib/platform/crypto/sealed-text.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'

/** The mails of the portal. Their texts stand under these names in the copy files. */
export const MAIL_TEMPLATES = [
  'new-user-waiting',
  'new-code-requested',
  'code-locked',
  'own-code-locked',
  'manager-added',
  'roles-changed',
  'profile-changed',
  'account-blocked',
  'berichten-received',
  'delivered-infected',
  'received-infected',
  'wlz-unusual',
  'wlz-signals',
  'chain-outage',
  'certificate-expires',
  'confirm-address',
  'connection-changed',
  'certificate-of-other',
] as const
export type MailTemplate = (typeof MAIL_TEMPLATES)[number]

/**
 * Who gets a mail, without an address: `managers` are the gebruikersbeheerders of the organisation with that id, or the
 * servicedesk when it has none; `member` is the member with that id; `sealed-address` is made by `sealedAddress`;
 * `notification-address` is one that is asked whether it may be used.
 */
export const MailTo = z.strictObject({
  kind: z.enum(['managers', 'member', 'sealed-address', 'notification-address']),
  id: z.string().min(1),
})
export type MailTo = z.infer<typeof MailTo>

/** A mail as it waits in the queue: whom, what, about which gemeente. No names, no readable addresses. */
export const Mail = z.strictObject({
  to: MailTo,
  template: z.enum(MAIL_TEMPLATES),
  params: z.strictObject({
    /** Name of the gemeente it is about. */
    gemeente: z.string().optional(),
  }),
  /** One of several recipients, by id: every recipient gets a job, so that a failure of one repeats nothing for others. */
  recipientId: z.string().optional(),
})
export type Mail = z.infer<typeof Mail>

export type Recipient = {
  /** Stays the same while the person does. */
  readonly id: string
  readonly address: string
  readonly locale: Locale
  /** The page that is meant for this reader alone, in the place of that of the template. */
  readonly page?: string
}

/** Where the addresses are known. Asked when a mail is about to go, so that it goes to the address of that moment. */
export type RecipientSource = {
  /** The gebruikersbeheerders who can act, with their addresses; empty when there are none. */
  managersOf(tx: Tx, organisationId: string): Promise<readonly Recipient[]>
  /** The member; null when gone, or without an address. */
  member(tx: Tx, memberId: string): Promise<Recipient | null>
  /** An address for notices that is asked whether it may be used; null when it was removed or has answered. */
  askedAddress(tx: Tx, id: string): Promise<Recipient | null>
}

const SEAL_PURPOSE = 'mailadres'

/** A recipient whose address is known now and not later: the old one after a change of profile. It waits sealed. */
export async function sealedAddress(address: string): Promise<MailTo> {
  return { kind: 'sealed-address', id: await sealText(SEAL_PURPOSE, address) }
}

/** The address in what `sealedAddress` made. */
export async function addressIn(sealed: string): Promise<string> {
  return openText(SEAL_PURPOSE, sealed)
}
