import { createHash, randomUUID } from 'node:crypto'
import type { MemberActor } from '#/lib/access/actor.ts'
import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { readCode } from '#/lib/onboarding/codes/code-text.ts'
import { issueCode, issueManagerCode } from '#/lib/onboarding/codes/issue-code.ts'
import { readCodeEntry, verifyCode } from '#/lib/onboarding/codes/verify-code.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#/lib/platform/clock.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import {
  auditRows,
  type GivenGemeente,
  givenGemeente,
  givenMember,
  givenSession,
  givenStaff,
  TEST_ORIGIN,
} from '#/tests/support/world.ts'

const database = testDatabase()
const hands = stopClockAt('2026-11-23T09:00:00.000Z')
// Limits per network and per hour are not what these tests are about: every person comes from a network of its own.
let networks = 0
const elsewhere = (actor: MemberActor): MemberActor => {
  networks += 1
  return { ...actor, origin: { ...TEST_ORIGIN, ipPrefix: `10.0.${networks}.0/24` } }
}

async function givenWaiting(gemeente?: GivenGemeente) {
  const home = gemeente ?? (await givenGemeente(database))
  const manager = await givenMember(database, home, { isManager: true })
  const waiting = await givenMember(database, home, { state: 'VERIFICATIE' })
  return { gemeente: home, manager: manager.actor, actor: elsewhere(waiting.actor), memberId: waiting.memberId }
}

async function issued(manager: MemberActor, memberId: string): Promise<string> {
  const result = await issueCode(manager, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
  if (!result.ok) throw new Error(result.error)
  return result.value.text
}

async function tryCode(actor: MemberActor, text: string) {
  const reading = readCode(text)
  if (!reading.ok) throw new Error(reading.fault)
  const result = await verifyCode(actor, { verificatiecode: reading.code })
  return result.ok ? 'ok' : result.error
}

const member = async (id: string) => {
  const [row] = await database.query<{ state: string; is_manager: boolean; code_failures: number }>(
    'SELECT state, is_manager, code_failures FROM member WHERE id = $1',
    [id],
  )
  return row
}
const WRONG = '0000-0000-0000-0000'

describe('the right code', () => {
  it('lets the person go on, ends every session, and is never kept readable', async () => {
    const { gemeente, manager, actor, memberId } = await givenWaiting()
    const sessions = [await givenSession(database, actor), await givenSession(database, actor)]
    const text = await issued(manager, memberId)
    expect(await tryCode(actor, text)).toBe('ok')
    expect(await member(memberId)).toEqual({ state: 'OPNIEUW_INLOGGEN', is_manager: false, code_failures: 0 })
    for (const { token } of sessions)
      expect(await resolveSession(token, TEST_ORIGIN)).toMatchObject({ kind: 'ended', reason: 'CODE_GEBRUIKT' })
    const [row] = await database.query<{ all: string }>(
      'SELECT v::text AS all FROM verification_code v WHERE member_id = $1',
      [memberId],
    )
    for (const group of text.split('-').slice(1)) expect(row?.all).not.toContain(group)
    const events = (await auditRows(database, gemeente.id)).map(({ event }) => event)
    expect(events).toEqual(['code.issued', 'code.accepted', 'session.ended', 'session.ended'])
  })

  it('of the servicedesk makes a gebruikersbeheerder', async () => {
    const { actor, memberId } = await givenWaiting()
    const staff = await givenStaff(database)
    const made = await issueManagerCode(staff, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
    expect(await tryCode(actor, made.ok ? made.value.text : '')).toBe('ok')
    expect(await member(memberId)).toMatchObject({ state: 'OPNIEUW_INLOGGEN', is_manager: true })
  })

  // Guards ASVS 6.5.1: single use, and the use and what follows are one transaction.
  it('works once when it is sent twenty times at the same time', async () => {
    const { gemeente, manager, actor, memberId } = await givenWaiting()
    const text = await issued(manager, memberId)
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryCode(actor, text)))
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
    expect(await auditRows(database, gemeente.id, 'code.accepted')).toHaveLength(1)
    // The others were no wrong codes: they are not held against the person.
    expect(await member(memberId)).toEqual({ state: 'OPNIEUW_INLOGGEN', is_manager: false, code_failures: 0 })
  })

  it('still works when the form that made it comes again, ten times at once', async () => {
    const { manager, actor, memberId } = await givenWaiting()
    const form = { memberId, formKey: randomUUID(), identityConfirmed: 'ja' } as const
    const answers = await Promise.all(Array.from({ length: 10 }, () => issueCode(manager, form)))
    const codes = answers.flatMap((answer) => (answer.ok ? [answer.value.text] : []))
    expect(codes).toHaveLength(1)
    expect(await issueCode(manager, form)).toEqual({ ok: false, error: 'already_made' })
    expect(await tryCode(actor, codes[0] ?? '')).toBe('ok')
  })

  it('is for one person: a colleague who waits, too, cannot use it', async () => {
    const { gemeente, manager, memberId } = await givenWaiting()
    const colleague = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
    expect(await tryCode(elsewhere(colleague.actor), await issued(manager, memberId))).toBe('unusable')
    expect(await member(memberId)).toMatchObject({ state: 'VERIFICATIE' })
  })

  it('is of no use in another step', async () => {
    const { gemeente, manager, memberId } = await givenWaiting()
    const text = await issued(manager, memberId)
    for (const state of ['PROFIEL', 'OPNIEUW_INLOGGEN', 'ACTIEF'] as const) {
      const { actor } = await givenMember(database, gemeente, { state })
      await expect(tryCode(actor, text)).rejects.toThrow(ForbiddenError)
    }
  })
})

describe('an unusable code', () => {
  // Guards ASVS 6.3.8: one answer for all of them, the reason in the log only.
  const cases: readonly (readonly [
    string,
    (text: string, memberId: string, manager: MemberActor) => Promise<string>,
  ])[] = [
    ['UNKNOWN', async () => WRONG],
    ['WRONG', async (text) => `${text.slice(0, 4)}-0000-0000-0000`],
    [
      'EXPIRED',
      async (text) => {
        hands.advance(7 * DAY_MS)
        return text
      },
    ],
    [
      'USED',
      async (text, memberId) => {
        await database.query('UPDATE verification_code SET used_at = now() WHERE member_id = $1', [memberId])
        return text
      },
    ],
    [
      'REVOKED',
      async (text, memberId, manager) => {
        await issued(manager, memberId)
        return text
      },
    ],
  ]
  it.each(cases)('is refused in the same words: %s', async (reason, prepare) => {
    const { gemeente, manager, actor, memberId } = await givenWaiting()
    const text = await prepare(await issued(manager, memberId), memberId, manager)
    expect(await tryCode(actor, text)).toBe('unusable')
    const [row] = await auditRows(database, gemeente.id, 'code.refused')
    expect(row).toMatchObject({ result: 'refused', reason_code: reason, details: { ernstig: false, pogingen: 1 } })
  })

  it('is good until the last millisecond of its seven days', async () => {
    const { manager, actor, memberId } = await givenWaiting()
    const text = await issued(manager, memberId)
    hands.advance(7 * DAY_MS - 1)
    expect(await tryCode(actor, text)).toBe('ok')
  })

  // Guards ASVS 6.6.2: a code works at its own gemeente only, and trying it elsewhere is logged as serious.
  it('of another gemeente fails like any other and is logged as serious, here and without a word of there', async () => {
    const [here, there] = [await givenWaiting(), await givenWaiting()]
    const text = await issued(there.manager, there.memberId)
    expect(await tryCode(here.actor, text)).toBe('unusable')
    const [row] = await auditRows(database, here.gemeente.id, 'code.refused')
    expect(row).toMatchObject({ reason_code: 'OTHER_ORGANISATION', details: { ernstig: true } })
    expect(await auditRows(database, there.gemeente.id, 'code.refused')).toEqual([])
    expect(await tryCode(there.actor, text)).toBe('ok')
  })
})

describe('wrong codes', () => {
  // Guards ASVS 6.6.3 at its boundaries, and that the counter is the person's and not the session's.
  it('pause after five and lock after ten, whatever session they come from', async () => {
    const { gemeente, manager, actor, memberId } = await givenWaiting()
    const text = await issued(manager, memberId)
    for (let wrong = 1; wrong <= 5; wrong += 1) {
      const { id } = await givenSession(database, actor)
      expect(await tryCode({ ...actor, sessionId: id }, WRONG)).toBe('unusable')
    }
    expect((await readCodeEntry(actor)).entry.kind).toBe('paused')
    expect(await tryCode(actor, text)).toBe('closed')
    hands.advance(15 * MINUTE_MS)
    for (let wrong = 6; wrong <= 10; wrong += 1) expect(await tryCode(actor, WRONG)).toBe('unusable')
    expect((await readCodeEntry(actor)).entry.kind).toBe('locked')
    hands.advance(DAY_MS)
    expect(await tryCode(actor, text)).toBe('closed')
    const refused = await auditRows(database, gemeente.id, 'code.refused')
    const last = refused.findLast(({ reason_code }) => reason_code === 'UNKNOWN')
    expect(last).toMatchObject({ details: { pogingen: 10, vergrendeld: true } })
    const revoked = await auditRows(database, gemeente.id, 'code.revoked')
    expect(revoked).toMatchObject([{ reason_code: 'LOCKED', subject_id: memberId }])
    // Only a new code opens the field again.
    expect(await tryCode(actor, await issued(manager, memberId))).toBe('ok')
  })

  // Guards ASVS 16.3.1: a try that is not looked at is logged as well, with why.
  it('leave a row each, also while the field is closed', async () => {
    const { gemeente, actor } = await givenWaiting()
    for (let wrong = 1; wrong <= 6; wrong += 1) await tryCode(actor, WRONG)
    hands.advance(15 * MINUTE_MS)
    for (let wrong = 7; wrong <= 12; wrong += 1) await tryCode(actor, WRONG)
    const reasons = (await auditRows(database, gemeente.id, 'code.refused')).map(({ reason_code }) => reason_code)
    const unknown = Array.from({ length: 5 }, () => 'UNKNOWN')
    expect(reasons).toEqual([...unknown, 'PAUSED', ...unknown, 'LOCKED'])
  })

  // Guards access-norms chapter 4: when the registration is locked both sides are told, once.
  it('are told of to the person and to the gebruikersbeheerders when the registration is locked', async () => {
    const { gemeente, actor, memberId } = await givenWaiting()
    for (let wrong = 1; wrong <= 12; wrong += 1) {
      await tryCode(actor, WRONG)
      if (wrong === 5) hands.advance(15 * MINUTE_MS)
    }
    const mails = await database.query(
      `SELECT data->'payload'->>'template' AS template, data->'payload'->'to'->>'id' AS "to" FROM pgboss.job
       WHERE data->'payload'->'to'->>'id' = ANY ($1) ORDER BY 1`,
      [[memberId, gemeente.id]],
    )
    expect(mails).toEqual([
      { template: 'code-locked', to: gemeente.id },
      { template: 'own-code-locked', to: memberId },
    ])
  })

  // Guards that one waiting person cannot close the door for a whole gemeente, whatever is sent how often.
  it('of one person, and right ones, take no room from colleagues', async () => {
    const { gemeente, manager, actor } = await givenWaiting()
    for (let wrong = 0; wrong < 61; wrong += 1) await tryCode(actor, WRONG)
    for (let right = 0; right < 46; right += 1) {
      const colleague = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
      expect(
        await tryCode({ ...colleague.actor, origin: actor.origin }, await issued(manager, colleague.memberId)),
      ).toBe('ok')
    }
  })

  it('are counted each, also when they come twenty at a time', async () => {
    const { actor, memberId } = await givenWaiting()
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryCode(actor, WRONG)))
    expect(answers.filter((answer) => answer === 'unusable')).toHaveLength(5)
    expect(await member(memberId)).toMatchObject({ code_failures: 5 })
  })

  it('are limited per gemeente and hour, for guessing by many', async () => {
    const { gemeente, manager, actor, memberId } = await givenWaiting()
    const text = await issued(manager, memberId)
    const hour = new Date(Math.floor(Date.parse('2026-12-24T09:00:00Z') / HOUR_MS) * HOUR_MS)
    hands.set(hour.toISOString())
    const fresh = await issued(manager, memberId)
    expect(fresh).not.toBe(text)
    await database.query('INSERT INTO rate_window (key, starts_at, count) VALUES ($1, $2, 50)', [
      `code-organisation:${gemeente.id}`,
      hour,
    ])
    expect(await tryCode(actor, fresh)).toBe('too_often')
    expect(await auditRows(database, gemeente.id, 'code.refused')).toMatchObject([{ reason_code: 'TOO_OFTEN' }])
    hands.advance(HOUR_MS)
    expect(await tryCode(actor, fresh)).toBe('ok')
  })
})

describe('the code itself', () => {
  it('stands in the database as Argon2id under a pepper, so that a copy of the database opens nothing', async () => {
    const { manager, memberId } = await givenWaiting()
    const text = await issued(manager, memberId)
    const [row] = await database.query<{ secret_hash: string }>(
      'SELECT secret_hash FROM verification_code WHERE member_id = $1',
      [memberId],
    )
    expect(row?.secret_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const { verify } = await import('@node-rs/argon2')
    const secret = text.slice(5).replaceAll('-', '')
    expect(await verify(row?.secret_hash ?? '', secret)).toBe(false)
    expect(await verify(row?.secret_hash ?? '', createHash('sha256').update(secret).digest('hex'))).toBe(false)
  })
})
