import { newSupportCode } from '#/lib/identity/login/refuse-login.ts'
import { newSessionToken } from '#/lib/identity/sessions/session-token.ts'
import { countIds } from '#/tests/support/clock.ts'

// A support code is read aloud over the telephone: eight characters that are not mistaken for one another.
it('makes a support code of eight characters that cannot be misread', () => {
  countIds()
  expect([newSupportCode(), newSupportCode()]).toEqual(['11111111', '22222222'])
})

// Chance comes from one place: what the source gives is all that a token holds, and it is 256 bits of it (ASVS 7.2.3).
it('takes every bit of a session token from the source of chance', () => {
  countIds()
  expect(newSessionToken()).toBe(Buffer.alloc(32, 1).toString('base64url'))
  expect(newSessionToken()).toHaveLength(43)
})
