import { tellFailure } from '#/lib/chain/inbound/tell-failure.ts'
import { log } from '#/lib/platform/log.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { settingsWith } from '#/tests/support/settings.ts'

const ABOUT = { requestId: 'r', caller: 'VECOZO' }
const withCode = (code: string) => Object.assign(new Error('x'), { code })

beforeAll(() => setSettings(settingsWith()))

// Guards "no swallowed errors": a sender that has gone hides nothing of what broke here.
test.each([
  ['the database, after the sender had gone', withCode('P2028'), true, 'error'],
  ['the end of the connection', withCode('ECONNRESET'), true, 'info'],
  ['what was stopped for it', new DOMException('stopped', 'AbortError'), true, 'info'],
  ['a connection of our own, while the sender waits', withCode('ECONNRESET'), false, 'error'],
] as const)('a failure by %s is told', (_what, error, hasGone, level) => {
  const told = { error: jest.spyOn(log(), 'error'), info: jest.spyOn(log(), 'info') }
  told.error.mockClear()
  told.info.mockClear()
  tellFailure(error, hasGone, ABOUT)
  expect([told.error.mock.calls.length, told.info.mock.calls.length]).toEqual(level === 'error' ? [1, 0] : [0, 1])
  jest.restoreAllMocks()
})
