import { refuseStranger } from '#/lib/identity/login/refuse-login.ts'
import { clock } from '#/lib/platform/clock.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()
stopClockAt('2026-11-23T09:00:00.000Z')

// Anybody can send a callback, or come from a network that is not admitted, and no row of the log is ever deleted.
describe('refusals of whom nobody has said anything about', () => {
  const refuse = (ipPrefix: string) =>
    refuseStranger({ code: 'PROTOCOL', brokerId: 'kpn', origin: { ...TEST_ORIGIN, ipPrefix } })
  const rows = (ipPrefix: string) =>
    database.query<{ details: Record<string, unknown> }>(
      "SELECT details FROM audit_event WHERE event = 'login.refused' AND ip_prefix = $1 ORDER BY seq, chain",
      [ipPrefix],
    )

  it('are told one by one to a hundred, then by their number at each power of ten', async () => {
    const network = '203.0.113.0/24'
    const now = clock.now().getTime()
    await database.query('INSERT INTO rate_window (key, starts_at, count) VALUES ($1, $2, 98)', [
      `weigering:PROTOCOL:${network}`,
      new Date(now - (now % 900_000)),
    ])
    for (let count = 99; count <= 100; count += 1) expect(await refuse(network)).toMatch(/\?code=[0-9A-Z]{8}$/)
    for (let count = 101; count <= 105; count += 1) expect(await refuse(network)).toBe('/geen-toegang/inloggen-mislukt')
    expect(await rows(network)).toHaveLength(2)
    await database.query("UPDATE rate_window SET count = 999 WHERE key LIKE '%203.0.113.0/24'")
    expect(await refuse(network)).toMatch(/\?code=/)
    const told = await rows(network)
    expect(told).toHaveLength(3)
    expect(told.some(({ details }) => details.aantal === 1_000)).toBe(true)
  })

  it('of one network leave the rows of another alone', async () => {
    await refuse('203.0.114.0/24')
    expect(await rows('203.0.114.0/24')).toHaveLength(1)
  })
})
