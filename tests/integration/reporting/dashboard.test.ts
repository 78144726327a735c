import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { readAttention } from '#/lib/berichten/attention.ts'
import type { ListBerichten } from '#/lib/berichten/filter.ts'
import { listBerichten } from '#/lib/berichten/list-berichten.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { readDashboard } from '#/lib/reporting/read-dashboard.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()
const hands = stopClockAt('2026-11-23T09:00:00.000Z')
beforeEach(() => hands.set('2026-11-23T09:00:00.000Z'))

type Given = { product?: string; status?: string; received?: boolean; deadline?: string; at?: string }

async function givenBericht(gemeente: GivenGemeente, given: Given = {}): Promise<string> {
  const id = v7()
  const { product = 'iwmo', received = true, deadline = null, at = '2026-11-20T10:00:00Z' } = given
  await database.query(
    `INSERT INTO bericht (id, organisation_id, product, direction, status, file_name, size_bytes, sha256, findings,
       error_count, warning_count, created_at, deadline_on, awaits)
     VALUES ($1, $2, $3, $4, $5, 'x', 1, $6, '[]', 0, 0, $7, $8, $9)`,
    [
      id,
      gemeente.id,
      product,
      received ? 'ONTVANGEN' : 'AANGELEVERD',
      given.status ?? (received ? 'OPGEHAALD' : 'VERZONDEN'),
      randomBytes(32),
      at,
      deadline,
      deadline === null ? null : 'RETOUR',
    ],
  )
  return id
}

async function givenUser(
  roles: Parameters<typeof givenMember>[2] = { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } },
) {
  const gemeente = await givenGemeente(database)
  return { gemeente, actor: (await givenMember(database, gemeente, roles)).actor }
}

describe('the figures of the dashboard', () => {
  it('count what asks for something, per product, of the own gemeente only', async () => {
    const { gemeente, actor } = await givenUser()
    const other = await givenGemeente(database)
    for (const home of [gemeente, other]) await givenBericht(home, { status: 'BESCHIKBAAR' })
    await givenBericht(gemeente, { deadline: '2026-11-25' })
    await givenBericht(gemeente, { deadline: '2026-11-20' })
    await givenBericht(gemeente, { deadline: '2026-11-27' })
    await givenBericht(gemeente)
    await givenBericht(gemeente, { received: false, deadline: '2026-11-20' })
    await givenBericht(gemeente, { received: false, deadline: '2026-11-24' })
    for (const status of ['AFGEKEURD', 'KETENFOUT', 'MISLUKT'])
      await givenBericht(gemeente, { received: false, status })
    await givenBericht(gemeente, { received: false, status: 'MISLUKT', at: '2026-10-23T10:00:00Z' })
    await givenBericht(gemeente, { product: 'ijw', status: 'BESCHIKBAAR' })
    expect((await readDashboard(actor)).figures).toEqual([
      { product: 'iwmo', available: 1, toAnswer: 3, late: 1, faults: 3 },
      { product: 'ijw', available: 1, toAnswer: 0, late: 0, faults: 0 },
    ])
  })

  // A figure that opens a list of another length is a figure that nobody believes again.
  it('are the lengths of the lists behind them', async () => {
    const { gemeente, actor } = await givenUser()
    await givenBericht(gemeente, { status: 'BESCHIKBAAR', deadline: '2026-11-20' })
    await givenBericht(gemeente)
    await givenBericht(gemeente, { deadline: '2026-11-27' })
    await givenBericht(gemeente, { received: false, status: 'AFGEKEURD' })
    await givenBericht(gemeente, { received: false, status: 'KETENFOUT' })
    await givenBericht(gemeente, { received: false, status: 'MISLUKT', at: '2026-10-23T10:00:00Z' })
    const { toAnswer, available, faults } = await readAttention(actor, 'iwmo')
    const list = async (filter: Pick<ListBerichten, 'aandacht' | 'status'>) =>
      (await listBerichten(actor, { product: 'iwmo', limit: 50, ...filter })).items
    const unanswered = await list({ aandacht: 'beantwoorden' })
    expect([toAnswer, available, faults]).toEqual([2, 1, 2])
    expect(unanswered).toHaveLength(toAnswer)
    expect(unanswered.every(({ awaits }) => awaits !== null)).toBe(true)
    expect(await list({ status: 'BESCHIKBAAR' })).toHaveLength(available)
    expect(await list({ aandacht: 'fouten' })).toHaveLength(faults)
  })

  // Guards deadlines against the clock of the server: a day ends at midnight in the Netherlands.
  it('call something late from midnight in Amsterdam on', async () => {
    const { gemeente, actor } = await givenUser()
    await givenBericht(gemeente, { deadline: '2026-11-23' })
    const late = async () => (await readDashboard(actor)).figures[0]?.late
    hands.set('2026-11-23T22:59:59.000Z')
    expect(await late()).toBe(0)
    hands.set('2026-11-23T23:00:00.000Z')
    expect(await late()).toBe(1)
  })

  it('show eight weeks of traffic from Monday to Sunday in Amsterdam, empty weeks included', async () => {
    const { gemeente, actor } = await givenUser()
    await givenBericht(gemeente, { at: '2026-11-22T22:59:59Z' })
    await givenBericht(gemeente, { at: '2026-11-22T23:00:00Z' })
    await givenBericht(gemeente, { received: false, at: '2026-10-05T10:00:00Z' })
    await givenBericht(gemeente, { at: '2026-10-04T10:00:00Z' })
    const { traffic } = await readDashboard(actor)
    expect(traffic).toHaveLength(8)
    expect(traffic[0]).toEqual({ from: '2026-10-05', delivered: 1, received: 0 })
    expect(traffic.slice(-2)).toEqual([
      { from: '2026-11-16', delivered: 0, received: 1 },
      { from: '2026-11-23', delivered: 0, received: 1 },
    ])
  })

  // Guards the separation of duties: who keeps the settings sees nothing of berichten, not even how many there are.
  it('are of the products that somebody may use, and no other', async () => {
    const { gemeente, actor } = await givenUser({ roles: { iwmo: 'PRODUCTBEHEERDER', ijw: 'GEBRUIKER' } })
    await givenBericht(gemeente, { status: 'BESCHIKBAAR' })
    const view = await readDashboard(actor)
    expect(view.figures.map(({ product }) => product)).toEqual(['ijw'])
    expect(view.traffic.every(({ received }) => received === 0)).toBe(true)
    expect(view.roles).toEqual([
      { product: 'iwmo', role: 'PRODUCTBEHEERDER' },
      { product: 'ijw', role: 'GEBRUIKER' },
      { product: 'wlz-registertoets', role: null },
    ])
  })
})

describe('the dashboard', () => {
  it('tells who has no role which gebruikersbeheerders can give one, of the own gemeente and active only', async () => {
    const { gemeente, actor } = await givenUser({})
    await givenMember(database, gemeente, { isManager: true, lastName: 'Beheer' })
    await givenMember(database, gemeente, { isManager: true, lastName: 'Weg', state: 'GEBLOKKEERD' })
    await givenMember(database, await givenGemeente(database), { isManager: true, lastName: 'Elders' })
    expect(await readDashboard(actor)).toMatchObject({ figures: [], traffic: [], managers: ['A. Beheer'], waiting: 0 })
  })

  it('tells a gebruikersbeheerder, and nobody else, how many wait for a code', async () => {
    const { gemeente, actor } = await givenUser({ isManager: true })
    for (const state of ['VERIFICATIE', 'VERIFICATIE', 'PROFIEL', 'GEBLOKKEERD'] as const)
      await givenMember(database, gemeente, { state })
    expect((await readDashboard(actor)).waiting).toBe(2)
    const colleague = await givenMember(database, gemeente)
    expect((await readDashboard(colleague.actor)).waiting).toBe(0)
  })

  it('is for people of a gemeente who are through the onboarding', async () => {
    const { actor } = await givenUser({ state: 'VERIFICATIE' })
    for (const stranger of [actor, await givenStaff(database)])
      await expect(readDashboard(stranger)).rejects.toThrow(ForbiddenError)
  })
})
