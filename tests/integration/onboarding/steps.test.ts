import { randomUUID } from 'node:crypto'
import type { MemberActor } from '#/lib/access/actor.ts'
import { endSessions, recordSessionEnd } from '#/lib/identity/sessions/end-sessions.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { requestCode } from '#/lib/onboarding/codes/request-code.ts'
import { readCodeEntry } from '#/lib/onboarding/codes/verify-code.ts'
import { forgetDraft, keepDraft, keepOwnDraft, readDraft } from '#/lib/onboarding/form-drafts.ts'
import { changeProfile, readProfile, saveProfile } from '#/lib/onboarding/profile/save-profile.ts'
import { PROFILE_DRAFT, Profile } from '#/lib/onboarding/profile/schema.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenSession, TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()
const hands = stopClockAt('2026-11-23T09:00:00.000Z')
const PROFILE = Profile.parse({
  salutation: 'MEVROUW',
  initials: 'M.',
  firstName: '',
  infix: '',
  lastName: 'Vries',
  department: '',
  phone: '06-12 34 56 78',
  email: 'm@testdam.example',
})

const jobCount = async () =>
  (await database.query<{ n: number }>('SELECT count(*)::int AS n FROM pgboss.job'))[0]?.n ?? 0

describe('saving the personal settings for the first time', () => {
  it('lets the person wait for a code, tells who makes codes, and logs it, in one transaction', async () => {
    const gemeente = await givenGemeente(database)
    const { actor, memberId } = await givenMember(database, gemeente, { state: 'PROFIEL' })
    const jobs = await jobCount()
    expect(await saveProfile(actor, PROFILE)).toEqual({ ok: true, value: null })
    const [row] = await database.query('SELECT state, last_name, phone, first_name FROM member WHERE id = $1', [
      memberId,
    ])
    expect(row).toEqual({ state: 'VERIFICATIE', last_name: 'Vries', phone: '0612345678', first_name: null })
    expect(await jobCount()).toBe(jobs + 1)
    expect(await auditRows(database, gemeente.id)).toMatchObject([{ event: 'profile.saved', subject_id: memberId }])
  })

  // Guards "replayed forms do nothing twice": the double click of an impatient person.
  it('counts once when the form is sent five times at once', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente, { state: 'PROFIEL' })
    const jobs = await jobCount()
    const answers = await Promise.all(Array.from({ length: 5 }, () => saveProfile(actor, PROFILE)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await auditRows(database, gemeente.id, 'profile.saved')).toHaveLength(1)
    expect(await jobCount()).toBe(jobs + 1)
  })

  it('does nothing for who is further on, whatever the request says', async () => {
    const gemeente = await givenGemeente(database)
    const { actor, memberId } = await givenMember(database, gemeente, { state: 'ACTIEF' })
    await expect(saveProfile(actor, PROFILE)).rejects.toThrow(ForbiddenError)
    const stale: MemberActor = { ...actor, state: 'PROFIEL' }
    expect(await saveProfile(stale, PROFILE)).toEqual({ ok: false, error: 'wrong_step' })
    const [row] = await database.query('SELECT state, last_name FROM member WHERE id = $1', [memberId])
    expect(row).toEqual({ state: 'ACTIEF', last_name: 'Jansen' })
  })

  // Guards access-norms chapter 6 (fail closed): what cannot be logged does not happen, mail included.
  it('does not happen when its row in the log cannot be written', async () => {
    const gemeente = await givenGemeente(database)
    const { actor, memberId } = await givenMember(database, gemeente, { state: 'PROFIEL' })
    await keepOwnDraft(actor, PROFILE_DRAFT, { lastName: 'Vr' })
    const jobs = await jobCount()
    await database.query("ALTER TABLE audit_event ADD CONSTRAINT broken CHECK (event <> 'profile.saved') NOT VALID")
    await expect(saveProfile(actor, PROFILE)).rejects.toThrow('broken')
    await database.query('ALTER TABLE audit_event DROP CONSTRAINT broken')
    const [row] = await database.query('SELECT state, last_name FROM member WHERE id = $1', [memberId])
    expect(row).toEqual({ state: 'PROFIEL', last_name: null })
    expect(await jobCount()).toBe(jobs)
    expect(await readDraft(actor, PROFILE_DRAFT)).toEqual({ lastName: 'Vr' })
  })
})

describe('changing the personal settings later', () => {
  it('logs which fields changed, without what was in them; nothing when nothing changed', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente)
    await changeProfile(actor, PROFILE)
    await changeProfile(actor, PROFILE)
    const rows = await auditRows(database, gemeente.id, 'profile.changed')
    expect(rows.map(({ details }) => details)).toEqual([{ velden: ['salutation', 'initials', 'lastName', 'email'] }])
    expect(await readProfile(actor)).toMatchObject({ lastName: 'Vries', email: 'm@testdam.example', firstName: '' })
  })
})

describe('asking for a new code', () => {
  // Guards access-norms chapter 4, "lost code": three a day make a task, a fourth none, and nobody can tell the difference.
  it('makes three tasks a day, with the same answer always', async () => {
    const gemeente = await givenGemeente(database)
    const { actor, memberId } = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
    const requests = async () =>
      (await database.query('SELECT 1 FROM code_request WHERE member_id = $1', [memberId])).length
    for (const made of [1, 2, 3, 3, 3]) {
      expect(await requestCode(actor, { formKey: randomUUID() })).toEqual({ ok: true, value: null })
      expect(await requests()).toBe(made)
      hands.advance(HOUR_MS)
    }
    expect(await auditRows(database, gemeente.id, 'code.requested')).toHaveLength(3)
    expect((await readCodeEntry(actor)).requestedAt).not.toBeNull()
    hands.advance(DAY_MS)
    await requestCode(actor, { formKey: randomUUID() })
    expect(await requests()).toBe(4)
  })

  it('does not go round the limit by asking ten times at once', async () => {
    const { actor, memberId } = await givenMember(database, await givenGemeente(database), { state: 'VERIFICATIE' })
    await Promise.all(Array.from({ length: 10 }, () => requestCode(actor, { formKey: randomUUID() })))
    expect(await database.query('SELECT 1 FROM code_request WHERE member_id = $1', [memberId])).toHaveLength(3)
  })

  it('makes one task of a form that comes ten times, and none of it is taken from a colleague with the same form', async () => {
    const gemeente = await givenGemeente(database)
    const [one, other] = [
      await givenMember(database, gemeente, { state: 'VERIFICATIE' }),
      await givenMember(database, gemeente, { state: 'VERIFICATIE' }),
    ]
    const formKey = randomUUID()
    await Promise.all(Array.from({ length: 10 }, () => requestCode(one.actor, { formKey })))
    await requestCode(other.actor, { formKey })
    const rows = await database.query<{ member_id: string }>(
      'SELECT member_id FROM code_request WHERE organisation_id = $1',
      [gemeente.id],
    )
    expect(rows.map(({ member_id: id }) => id).toSorted()).toEqual([one.memberId, other.memberId].toSorted())
  })
})

describe('what was being typed', () => {
  const VALUES = { lastName: 'Halfgetypt', newsletter: 'ja' }

  // Guards WCAG 2.2.5 and 2.2.6: kept for more than twenty hours, for the same person at the same gemeente only.
  it('is there after 21 hours, sealed, and for nobody else', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente, { state: 'PROFIEL' })
    const colleague = await givenMember(database, gemeente, { state: 'PROFIEL' })
    await keepOwnDraft(actor, PROFILE_DRAFT, VALUES)
    const rows = await database.query<{ text: string }>('SELECT d::text AS text FROM form_draft d')
    expect(rows.filter(({ text }) => text.includes('Halfgetypt'))).toEqual([])
    hands.advance(21 * HOUR_MS)
    expect(await readDraft(actor, PROFILE_DRAFT)).toEqual(VALUES)
    expect(await readDraft(colleague.actor, PROFILE_DRAFT)).toBeNull()
  })

  it('does not open when its row is put under another name', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente, { state: 'PROFIEL' })
    const thief = await givenMember(database, gemeente, { state: 'PROFIEL' })
    await keepOwnDraft(actor, PROFILE_DRAFT, VALUES)
    await database.query('UPDATE form_draft SET user_id = $1 WHERE user_id = $2', [thief.userId, actor.userId])
    await expect(readDraft(thief.actor, PROFILE_DRAFT)).rejects.toThrow()
  })

  const endedOf = async (token: string) => {
    const session = await resolveSession(token, TEST_ORIGIN)
    if (session.kind !== 'ended') throw new Error(`the session is ${session.kind}`)
    return session
  }

  it('is kept when the session had just run out, and forgotten when it is saved', async () => {
    const gemeente = await givenGemeente(database)
    const { actor } = await givenMember(database, gemeente, { state: 'PROFIEL' })
    const { token } = await givenSession(database, actor)
    hands.advance(30 * MINUTE_MS)
    expect(await keepDraft(await endedOf(token), PROFILE_DRAFT, VALUES)).toBe(true)
    expect(await readDraft(actor, PROFILE_DRAFT)).toEqual(VALUES)
    await saveProfile(actor, PROFILE)
    expect(await database.query('SELECT 1 FROM form_draft WHERE user_id = $1', [actor.userId])).toEqual([])
  })

  // Guards that an old token plants nothing in a form: whoever holds it later is not known to be that person.
  it('is not kept for a token of long ago, nor of a session that was ended', async () => {
    const { actor } = await givenMember(database, await givenGemeente(database), { state: 'PROFIEL' })
    const old = await givenSession(database, actor)
    hands.advance(30 * MINUTE_MS + 1)
    expect(await keepDraft(await endedOf(old.token), PROFILE_DRAFT, VALUES)).toBe(false)
    // That the end is noticed now makes it no younger.
    await recordSessionEnd(await endedOf(old.token), TEST_ORIGIN)
    expect(await keepDraft(await endedOf(old.token), PROFILE_DRAFT, VALUES)).toBe(false)
    for (const reason of ['UITGELOGD', 'GEBLOKKEERD', 'BEEINDIGD', 'TE_VEEL_SESSIES'] as const) {
      const { id, token } = await givenSession(database, actor)
      await inTransaction({ kind: 'identiteit' }, (tx) => endSessions(tx, actor, { id }, reason))
      expect(await keepDraft(await endedOf(token), PROFILE_DRAFT, VALUES)).toBe(false)
    }
    expect(await readDraft(actor, PROFILE_DRAFT)).toBeNull()
  })

  it('is refused when it is absurdly long, and can be forgotten', async () => {
    const { actor } = await givenMember(database, await givenGemeente(database), { state: 'PROFIEL' })
    const long = { lastName: 'x'.repeat(20_001) }
    expect(await keepOwnDraft(actor, PROFILE_DRAFT, long)).toEqual({ ok: false, error: 'too_large' })
    expect(await readDraft(actor, PROFILE_DRAFT)).toBeNull()
    await keepOwnDraft(actor, PROFILE_DRAFT, VALUES)
    await forgetDraft(actor, PROFILE_DRAFT)
    expect(await readDraft(actor, PROFILE_DRAFT)).toBeNull()
  })
})
