import type { Actor } from '#/lib/access/actor.ts'
import { issueCode, issueManagerCode } from '#/lib/onboarding/codes/issue-code.ts'
import { IssueCode } from '#/lib/onboarding/codes/issue-schema.ts'
import { nominateManager } from '#/lib/onboarding/codes/nominate-manager.ts'
import { VerifyCode } from '#/lib/onboarding/codes/schema.ts'
import { verifyCode } from '#/lib/onboarding/codes/verify-code.ts'
import { saveProfile } from '#/lib/onboarding/profile/save-profile.ts'
import { Profile } from '#/lib/onboarding/profile/schema.ts'
import { saveRoles } from '#/lib/organisations/members/save-roles.ts'
import { SaveRoles } from '#/lib/organisations/members/schema.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import type { Reason, Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { asUser, logInMember } from '#/simulators/demo-seed/log-in.ts'
import type { SeedClock } from '#/simulators/demo-seed/seed-clock.ts'
import type { DemoProfile, DemoStanding, DemoUser } from '#/simulators/demo-users.ts'

type Active = Extract<DemoStanding, { kind: 'ACTIEF' }>
export type ActiveUser = DemoUser & { readonly standing: Active }

/** Tells whether a demo user already works in the portal when the demo starts. */
export const isActive = (user: DemoUser): user is ActiveUser => user.standing.kind === 'ACTIEF'

/** The value of a use case that the seed cannot do without. */
export function must<T>(result: Result<T, Reason>, what: string): T {
  if (!result.ok)
    throw new InvariantError(`${what}: ${typeof result.error === 'string' ? result.error : result.error.kind}`)
  return result.value
}

const profileOf = (profile: DemoProfile): Profile =>
  Profile.parse({
    salutation: profile.aanhef === 'De Heer' ? 'DE_HEER' : 'MEVROUW',
    initials: profile.voorletters,
    firstName: profile.voornaam,
    infix: profile.tussenvoegsel,
    lastName: profile.achternaam,
    department: profile.afdeling,
    phone: profile.telefoonnummer,
    email: profile.email,
  })

/**
 * The whole first login of one person, with a code that `issuer` makes, once `second` has nominated who becomes
 * gebruikersbeheerder where VIER_OGEN asks for it. Returns the id of the registration.
 */
export async function onboard(user: ActiveUser, issuer: Actor, at: SeedClock, second = issuer): Promise<string> {
  const first = await logInMember(user)
  must(await saveProfile(first, profileOf(user.standing.profile)), 'profile')
  at.forward(3_600)
  const isManager = user.standing.gebruikersbeheerder
  if (isManager && settings().secondPairOfEyes)
    must(await nominateManager(second, { memberId: first.memberId }), 'nomination')
  const make = isManager ? issueManagerCode : issueCode
  const form = { memberId: first.memberId, formKey: ids.rowId(), identityConfirmed: 'ja' }
  const code = must(await make(issuer, IssueCode.parse(form)), 'code')
  at.forward(600)
  await asUserInStep(user, async (waiting) => {
    must(await verifyCode(waiting, VerifyCode.parse({ verificatiecode: code.text })), 'verify')
  })
  at.forward(60)
  await asUser(user, async () => undefined)
  return first.memberId
}

// The code ends the session by itself, so there is none left to log out of.
async function asUserInStep(user: DemoUser, work: (actor: Actor) => Promise<void>): Promise<void> {
  await work(await logInMember(user))
}

const CHOICES = { Gebruiker: 'GEBRUIKER', Productbeheerder: 'PRODUCTBEHEERDER' } as const

/** Gives a person the roles of the demo world, by a gebruikersbeheerder of the same gemeente. */
export async function giveRoles(manager: Actor, memberId: string, { roles }: Active): Promise<void> {
  const choiceOf = (role: keyof typeof CHOICES | undefined) => (role ? CHOICES[role] : 'GEEN')
  const input = SaveRoles.parse({
    memberId,
    iwmo: choiceOf(roles.iwmo),
    ijw: choiceOf(roles.ijw),
    'wlz-registertoets': choiceOf(roles['wlz-registertoets']),
  })
  must(await saveRoles(manager, input), 'roles')
}
