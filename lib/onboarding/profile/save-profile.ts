import type { Actor, MemberActor } from '#/lib/access/actor.ts'
import { authorise } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { Member } from '#/lib/generated/prisma/client.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { sealedAddress } from '#/lib/notifications/mail.ts'
import { PROFILE_DRAFT, type Profile } from '#/lib/onboarding/profile/schema.ts'
import { nextState } from '#/lib/onboarding/rules.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction, type Tx } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

const columnsOf = (input: Profile) => ({
  salutation: input.salutation,
  initials: input.initials,
  firstName: input.firstName || null,
  infix: input.infix || null,
  lastName: input.lastName,
  department: input.department || null,
  phone: input.phone,
  email: input.email,
  newsletter: input.newsletter,
})

async function lockOwnRow(tx: Tx, member: MemberActor): Promise<Member> {
  await tx.$queryRaw`SELECT 1 FROM member WHERE id = ${member.memberId}::uuid FOR UPDATE`
  return tx.member.findUniqueOrThrow({ where: { id: member.memberId } })
}

const forgetOwnDraft = (tx: Tx, { userId, organisationId }: MemberActor) =>
  tx.formDraft.deleteMany({ where: { userId, organisationId, form: PROFILE_DRAFT } })

/**
 * First step of the onboarding: saves the personal settings and lets the person wait for a code. The gebruikersbeheerders
 * of the gemeente are told, or the servicedesk when there are none, by a job of the same transaction.
 */
export async function saveProfile(actor: Actor, input: Profile): Promise<Result<null, 'wrong_step'>> {
  const { scope, member } = authorise(actor, 'profile.save')
  return inTransaction(scope.realm, async (tx) => {
    const row = await lockOwnRow(tx, member)
    const state = nextState(row.state, 'profile-saved')
    // A form sent twice: the first one counted, and the person is where it wanted to be.
    if (!state) return row.state === 'VERIFICATIE' ? ok(null) : err('wrong_step')
    await tx.member.update({
      where: { id: row.id },
      data: { ...columnsOf(input), state, profileSavedAt: clock.now() },
    })
    await forgetOwnDraft(tx, member)
    await recordAudit(tx, member, { event: 'profile.saved', subject: { kind: 'member', id: row.id } })
    await enqueue(tx, sendMail, {
      to: { kind: 'managers', id: scope.organisationId },
      template: 'new-user-waiting',
      params: { gemeente: member.organisationName },
    })
    return ok(null)
  })
}

/** Changes the own personal settings later. Both the old and the new e-mail address are told (ASVS 6.3.7). */
export async function changeProfile(actor: Actor, input: Profile): Promise<Result<null, never>> {
  const { scope, member } = authorise(actor, 'profile.change')
  return inTransaction(scope.realm, async (tx) => {
    const row = await lockOwnRow(tx, member)
    const columns = columnsOf(input)
    const changed = Object.entries(columns).flatMap(([name, value]) =>
      row[name as keyof Member] === value ? [] : [name],
    )
    await forgetOwnDraft(tx, member)
    if (changed.length === 0) return ok(null)
    await tx.member.update({ where: { id: row.id }, data: columns })
    await recordAudit(tx, member, {
      event: 'profile.changed',
      subject: { kind: 'member', id: row.id },
      details: { velden: changed },
    })
    const params = { gemeente: member.organisationName }
    await enqueue(tx, sendMail, { to: { kind: 'member', id: row.id }, template: 'profile-changed', params })
    if (row.email && changed.includes('email'))
      await enqueue(tx, sendMail, { to: await sealedAddress(row.email), template: 'profile-changed', params })
    return ok(null)
  })
}

/** The own personal settings as they stand, for the form; empty texts where nothing was saved yet. */
export async function readProfile(actor: Actor): Promise<Omit<Profile, 'salutation'> & { salutation: string }> {
  const { scope, member } = authorise(actor, 'profile.read')
  const row = await inTransaction(scope.realm, (tx) => tx.member.findUniqueOrThrow({ where: { id: member.memberId } }))
  return {
    salutation: row.salutation ?? '',
    initials: row.initials ?? '',
    firstName: row.firstName ?? '',
    infix: row.infix ?? '',
    lastName: row.lastName ?? '',
    department: row.department ?? '',
    phone: row.phone ?? '',
    email: row.email ?? '',
    newsletter: row.newsletter,
  }
}
