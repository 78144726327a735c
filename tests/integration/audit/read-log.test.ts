import { v7 } from 'uuid'
import { LogFilter } from '#/lib/audit/log-schema.ts'
import { LOG_PAGE_ROWS, readOwnLog, readWholeLog } from '#/lib/audit/read-log.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

const database = testDatabase()
const clock = stopClockAt('2026-11-23T12:00:00Z')
const filter = (query: Readonly<Record<string, string>> = {}) => LogFilter.parse(query)

async function givenTeam() {
  const gemeente = await givenGemeente(database)
  const manager = await givenMember(database, gemeente, { isManager: true, lastName: 'Heer' })
  const jansen = await givenMember(database, gemeente)
  const realm = { kind: 'organisatie', organisationId: gemeente.id } as const
  const log = (count: number) =>
    inTransaction(realm, async (tx) => {
      for (let index = 0; index < count; index += 1)
        await recordAudit(tx, jansen.actor, {
          event: 'profile.changed',
          subject: { kind: 'member', id: jansen.memberId },
        })
    })
  return { gemeente, manager, jansen, log }
}

describe('readOwnLog', () => {
  it('goes through rows of one and the same moment, each once, newest first, and logs the reading', async () => {
    const { gemeente, manager, log } = await givenTeam()
    await log(120)
    clock.advance(1_000)
    const seen: string[] = []
    let na: string | undefined
    do {
      const page = await readOwnLog(manager.actor, filter({ soort: 'personen', ...(na ? { na } : {}) }))
      seen.push(...page.entries.map(({ id }) => id))
      expect(page.entries.length).toBeLessThanOrEqual(LOG_PAGE_ROWS)
      na = page.next ?? undefined
    } while (na)
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
    expect(await auditRows(database, gemeente.id, 'log.read')).toHaveLength(3)
  })

  it('filters by day in Amsterdam, by kind and by person', async () => {
    const { manager, jansen, log } = await givenTeam()
    clock.set('2026-11-30T23:30:00Z')
    await log(1)
    clock.set('2026-12-02T12:00:00Z')
    const on = async (query: Readonly<Record<string, string>>) =>
      (await readOwnLog(manager.actor, filter(query))).entries.filter(({ event }) => event === 'profile.changed').length
    // Half past midnight in Amsterdam on the first of December.
    expect(await on({ van: '2026-12-01', tot: '2026-12-01' })).toBe(1)
    expect(await on({ tot: '2026-11-30' })).toBe(0)
    expect(await on({ soort: 'rollen' })).toBe(0)
    expect(await on({ persoon: jansen.memberId })).toBe(1)
    expect(await on({ persoon: manager.memberId })).toBe(0)
  })

  it('shows the own gemeente only, whatever the address asks for', async () => {
    const { manager } = await givenTeam()
    const other = await givenTeam()
    await other.log(2)
    const page = await readOwnLog(manager.actor, filter({ gemeente: other.gemeente.id }))
    expect(page.entries.filter(({ event }) => event === 'profile.changed')).toEqual([])
    expect(page.people.map(({ name }) => name)).toEqual(['A. Heer', 'A. Jansen'])
  })

  // Guards "no 500": days and moments that only look like ones are no filter.
  it.each([{ van: '0000-01-01' }, { tot: '0000-12-31' }, { na: `2026-99-99T99:99:99.999Z_${v7()}` }])(
    'shows the log as it is for a mangled address: %j',
    async (query) => {
      const { manager, log } = await givenTeam()
      await log(1)
      expect((await readOwnLog(manager.actor, filter(query))).entries).toHaveLength(1)
      expect((await readWholeLog(await givenStaff(database), filter(query))).entries.length).toBeGreaterThan(0)
    },
  )

  it('is for gebruikersbeheerders, and the whole log for the servicedesk', async () => {
    const { gemeente, manager, jansen, log } = await givenTeam()
    await log(1)
    const desk = await givenStaff(database)
    await expect(readOwnLog(jansen.actor, filter())).rejects.toThrow(ForbiddenError)
    await expect(readOwnLog(desk, filter())).rejects.toThrow(ForbiddenError)
    await expect(readWholeLog(manager.actor, filter())).rejects.toThrow(ForbiddenError)
    const page = await readWholeLog(desk, filter({ gemeente: gemeente.id }))
    expect(page.entries[0]).toMatchObject({ event: 'profile.changed', organisation: { name: gemeente.name } })
    const again = await readWholeLog(desk, filter())
    expect(again.entries[0]).toMatchObject({ event: 'log.read', actor: { name: 'D. Esk' } })
  })
})
