import { inTransaction } from '#/lib/platform/db/client.ts'
import type { Realm } from '#/lib/platform/db/realm.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenRowsEverywhere } from '#/tests/support/rows-everywhere.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()

// Guards issue 4 item 10: what one is told and has chosen is not a colleague's to see or to change.
describe('what is one person’s alone', () => {
  type Person = { id: string; gemeente: string }
  const people: Person[] = []
  beforeAll(async () => {
    const [own, other] = [await givenGemeente(database), await givenGemeente(database)]
    for (const gemeente of [own, other])
      people.push({ id: (await givenRowsEverywhere(database, gemeente)).memberId, gemeente: gemeente.id })
    people.push({ id: (await givenMember(database, own)).memberId, gemeente: own.id })
  })
  const as = ({ id, gemeente }: Person): Realm => ({ kind: 'organisatie', organisationId: gemeente, memberId: id })

  it('is seen and changed by that person, of that gemeente', async () => {
    const [person, stranger, colleague] = people as [Person, Person, Person]
    const elsewhere = { id: person.id, gemeente: stranger.gemeente }
    const found = []
    for (const who of [person, colleague, stranger, elsewhere])
      found.push(
        await inTransaction(as(who), async (tx) => [
          await tx.notification.count({ where: { memberId: person.id } }),
          (await tx.notification.updateMany({ where: { memberId: person.id }, data: { amount: 2 } })).count,
          await tx.notificationPreference.count({ where: { memberId: person.id } }),
          (await tx.notificationPreference.updateMany({ where: { memberId: person.id }, data: { fault: false } }))
            .count,
        ]),
      )
    expect(found).toEqual([
      [1, 1, 1, 1],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
  })

  it('is made for oneself only, and given to nobody', async () => {
    const [person, , colleague] = people as [Person, Person, Person]
    const row = { memberId: colleague.id, organisationId: colleague.gemeente, changedAt: new Date() }
    const make = inTransaction(as(person), (tx) => tx.notificationPreference.createMany({ data: [row] }))
    await expect(make).rejects.toThrow(/row-level security/)
    const give = inTransaction(as(person), (tx) => tx.notification.updateMany({ data: { memberId: colleague.id } }))
    await expect(give).rejects.toThrow(/row-level security/)
  })

  it('has an owner with the form of one', async () => {
    const [person] = people as [Person]
    const forged = { ...as(person), memberId: "x', true); SELECT set_config('portaal.bereik', 'systeem" }
    await expect(inTransaction(forged, (tx) => tx.notification.count())).rejects.toThrow('a realm of nobody')
  })
})
