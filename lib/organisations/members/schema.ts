import { z } from 'zod'
import { PRODUCTS } from '#/lib/access/products.ts'
import { oneLine, someLines } from '#/lib/platform/input/text.ts'

/** What somebody may be for a product, as chosen in the form; GEEN takes the role away. */
export const ROLE_CHOICES = ['GEEN', 'GEBRUIKER', 'PRODUCTBEHEERDER'] as const
export type RoleChoice = (typeof ROLE_CHOICES)[number]

const choice = z.enum(ROLE_CHOICES, { error: 'choice' })
const memberId = z.uuid({ error: 'unknown' })

/** One choice per product, all products at once. Messages are keys. */
export const SaveRoles = z.object({ memberId, iwmo: choice, ijw: choice, 'wlz-registertoets': choice })
export type SaveRoles = z.infer<typeof SaveRoles>

/** The servicedesk gives roles only when the gebruikersbeheerder has asked for it. */
export const SaveRolesOnRequest = SaveRoles.extend({ requested: z.literal('ja', { error: 'requested' }) })
export type SaveRolesOnRequest = z.infer<typeof SaveRolesOnRequest>

/** Why, in the words of who decides. At most 500 characters; it is shown to the other gebruikersbeheerders. */
export const Reason = someLines(500, { absent: 'reason', tooLong: 'reasonLong' }).pipe(
  z.string().min(1, 'reason').min(5, 'reasonShort'),
)

export const BlockMember = z.object({ memberId, reason: Reason })
export type BlockMember = z.infer<typeof BlockMember>

export const UnblockMember = z.object({ memberId })
export type UnblockMember = z.infer<typeof UnblockMember>

export const EndMemberSession = z.object({ memberId, sessionId: z.uuid({ error: 'unknown' }) })
export type EndMemberSession = z.infer<typeof EndMemberSession>

export const MEMBER_STATES = ['PROFIEL', 'VERIFICATIE', 'OPNIEUW_INLOGGEN', 'ACTIEF', 'GEBLOKKEERD'] as const

/** The address of the list: a mangled one shows the list as it is without filters. */
export const MemberFilter = z.object({
  zoek: oneLine(100).catch(''),
  stap: z.enum(MEMBER_STATES).optional().catch(undefined),
  /** The last person of the page before. */
  na: z.uuid().optional().catch(undefined),
})
export type MemberFilter = z.infer<typeof MemberFilter>

/** The three fields of a form with the roles that somebody has. */
export function roleChoices(roles: Readonly<Record<string, string | undefined>>): Record<string, RoleChoice> {
  return Object.fromEntries(
    PRODUCTS.map((product) => [product, ROLE_CHOICES.find((known) => known === roles[product]) ?? 'GEEN']),
  )
}
