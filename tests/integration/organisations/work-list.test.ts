import { CODE_LIFE_MS } from '#/lib/onboarding/codes/code-rules.ts'
import { listGemeenten } from '#/lib/organisations/gemeenten/list-gemeenten.ts'
import type { Work } from '#/lib/organisations/gemeenten/work-list.ts'
import { clock } from '#/lib/platform/clock.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()
stopClockAt('2026-11-23T09:00:00.000Z')
const ago = (hours: number) => new Date(clock.now().getTime() - hours * 3_600_000)

async function waiting(gemeente: GivenGemeente, hours: number): Promise<string> {
  const { memberId } = await givenMember(database, gemeente, { state: 'VERIFICATIE' })
  await database.query('UPDATE member SET profile_saved_at = $2 WHERE id = $1', [memberId, ago(hours)])
  return memberId
}
const nominate = (gemeente: GivenGemeente, memberId: string, at: Date) =>
  database.query(
    `INSERT INTO manager_nomination (member_id, organisation_id, nominated_by_id, nominated_by_name, nominated_at)
     VALUES ($1, $2, gen_random_uuid(), 'Collega', $3)`,
    [memberId, gemeente.id, at],
  )
const workOf = async (gemeente: GivenGemeente): Promise<Omit<Work, 'organisationId' | 'organisationName'>[]> => {
  const { work } = await listGemeenten(await givenStaff(database), { zoek: '' })
  return (work?.items ?? [])
    .filter(({ organisationId }) => organisationId === gemeente.id)
    .map(({ kind, since, count }) => ({ kind, since, count }))
}

// Guards product chapter 8: who waits for the servicedesk is not found by leafing through an alphabet.
describe('what waits for the servicedesk', () => {
  it('is who waits where nobody of the gemeente can make a code, since the first of them', async () => {
    const gemeente = await givenGemeente(database)
    await waiting(gemeente, 5)
    await waiting(gemeente, 30)
    await givenMember(database, gemeente, { isManager: true, state: 'GEBLOKKEERD' })
    expect(await workOf(gemeente)).toEqual([{ kind: 'managerless', since: ago(30), count: 2 }])
    await givenMember(database, gemeente, { isManager: true })
    expect(await workOf(gemeente)).toEqual([])
  })

  it('is a nomination that a colleague has to look at, as long as it counts', async () => {
    const gemeente = await givenGemeente(database)
    const [fresh, old] = [await waiting(gemeente, 50), await waiting(gemeente, 40)]
    await nominate(gemeente, fresh, ago(3))
    await nominate(gemeente, old, new Date(clock.now().getTime() - CODE_LIFE_MS - 1))
    expect(await workOf(gemeente)).toEqual([
      { kind: 'managerless', since: ago(40), count: 1 },
      { kind: 'nomination', since: ago(3), count: 1 },
    ])
  })

  it('is a gemeente without agreements, since they were withdrawn', async () => {
    const half = await givenGemeente(database, { agreements: ['VECOZO'] })
    const withdrawn = await givenGemeente(database)
    await database.query(
      "UPDATE agreement SET withdrawn_at = $2, withdrawn_by_id = gen_random_uuid(), withdrawn_by_name = 'Desk', withdrawal_reason = 'x' WHERE organisation_id = $1",
      [withdrawn.id, ago(2)],
    )
    expect(await workOf(half)).toEqual([{ kind: 'agreements', since: expect.any(Date) as Date, count: 1 }])
    expect(await workOf(withdrawn)).toEqual([{ kind: 'agreements', since: ago(2), count: 2 }])
  })

  it('comes longest waiting first, bounded, and only on the first page without a search', async () => {
    const desk = await givenStaff(database)
    for (let number = 0; number < 26; number += 1) await waiting(await givenGemeente(database), 100 + number)
    const { work } = await listGemeenten(desk, { zoek: '' })
    const since = work?.items.map((item) => item.since.getTime()) ?? []
    expect([since.length, work?.hasMore]).toEqual([25, true])
    expect(since).toEqual([...since].sort((a, b) => a - b))
    expect(since[0]).toBe(ago(125).getTime())
    expect((await listGemeenten(desk, { zoek: 'dam' })).work).toBeNull()
  })
})
