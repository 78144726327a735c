import { randomUUID } from 'node:crypto'
import * as argon2 from '@node-rs/argon2'
import { readCode } from '#/lib/onboarding/codes/code-text.ts'
import { issueCode } from '#/lib/onboarding/codes/issue-code.ts'
import { verifyCode } from '#/lib/onboarding/codes/verify-code.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof argon2>('@node-rs/argon2')
  return { ...real, hash: jest.fn(real.hash), verify: jest.fn(real.verify) }
})

const database = testDatabase()

async function givenCode() {
  const gemeente = await givenGemeente(database)
  const manager = await givenMember(database, gemeente, { isManager: true })
  const { actor, memberId } = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
  const made = await issueCode(manager.actor, { memberId, formKey: randomUUID(), identityConfirmed: 'ja' })
  return { actor, memberId, text: made.ok ? made.value.text : '' }
}
type Given = Awaited<ReturnType<typeof givenCode>>

/** Puts a moment of the code a day back; gives the code. */
async function change(column: string, { memberId, text }: Given): Promise<string> {
  await database.query(`UPDATE verification_code SET ${column} = now() - interval '1 day' WHERE member_id = $1`, [
    memberId,
  ])
  return text
}

/** The comparisons and their costs (the part of the hash that says how much work it is) while a code is tried. */
async function workOf(given: Given, text: string) {
  jest.clearAllMocks()
  const reading = readCode(text)
  const answer = await verifyCode(given.actor, {
    verificatiecode: reading.ok ? reading.code : { locator: '', secret: '' },
  })
  const costs = jest.mocked(argon2.verify).mock.calls.map(([stored]) => String(stored).split('$').slice(0, 4).join('$'))
  return { answer: answer.ok || answer.error, costs, hashes: jest.mocked(argon2.hash).mock.calls.length }
}

// Guards ASVS 6.3.8: whoever measures how long an answer takes learns nothing, because the work is the same.
describe('trying a code does the same hash work', () => {
  const ONE = { answer: 'unusable', costs: ['$argon2id$v=19$m=19456,t=2,p=1'], hashes: 0 }

  beforeAll(async () => {
    const given = await givenCode()
    await workOf(given, given.text)
  })

  it.each<readonly [string, (given: Given) => Promise<string> | string]>([
    ['an unknown locator', () => 'ZZZZ-ZZZZ-ZZZZ-ZZZZ'],
    ['a wrong secret', ({ text }) => `${text.slice(0, 4)}-ZZZZ-ZZZZ-ZZZZ`],
    ['a code of another gemeente', async () => (await givenCode()).text],
    ['an expired code', (given) => change('expires_at', given)],
    ['a used code', (given) => change('used_at', given)],
    ['a revoked code', (given) => change('revoked_at', given)],
  ])('for %s', async (_name, prepare) => {
    const given = await givenCode()
    expect(await workOf(given, await prepare(given))).toEqual(ONE)
  })

  it('for the right one', async () => {
    const given = await givenCode()
    expect(await workOf(given, given.text)).toEqual({ ...ONE, answer: true })
  })
})
