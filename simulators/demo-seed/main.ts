import { systemActor } from '#/lib/access/actor.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { notePassedDeadlines } from '#/lib/berichten/terms/note-passed-deadlines.ts'
import { endOwnSession } from '#/lib/identity/sessions/end-own-session.ts'
import { closeJobSender } from '#/lib/jobs/sender.ts'
import { clock } from '#/lib/platform/clock.ts'
import { closeDatabase, inTransaction } from '#/lib/platform/db/client.ts'
import { keepTimeWithDatabase } from '#/lib/platform/db/database-clock.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { ids } from '#/lib/platform/ids.ts'
import { stopNotices } from '#/lib/platform/live/notices.ts'
import { requireSettings, setSettings } from '#/lib/platform/settings/settings.ts'
import { validatorPool } from '#/lib/validator/pool.ts'
import { STORIES } from '#/simulators/demo-seed/berichten.ts'
import { registerGemeenten } from '#/simulators/demo-seed/gemeenten.ts'
import { asUser, logIn } from '#/simulators/demo-seed/log-in.ts'
import { type ActiveUser, giveRoles, isActive, onboard } from '#/simulators/demo-seed/people.ts'
import { SeedClock } from '#/simulators/demo-seed/seed-clock.ts'
import { DEMO_USERS, demoUser } from '#/simulators/demo-users.ts'

const DAYS_OF_HISTORY = 60

/** Whether somebody was here before: then the demo keeps what it has. */
async function isSeeded(): Promise<boolean> {
  return (await inTransaction({ kind: 'servicedesk' }, (tx) => tx.organisation.count())) > 0
}

async function logInAtDesk(userName: string) {
  const user = demoUser(userName)
  if (!user) throw new InvariantError(`the demo has no ${userName}`)
  return logIn(user)
}

async function seedPeople(at: SeedClock): Promise<void> {
  const [desk, colleague] = [await logInAtDesk('desk'), await logInAtDesk('desk2')]
  await registerGemeenten(desk)
  const active = DEMO_USERS.filter(isActive)
  const managers = active.filter(({ standing }) => standing.gebruikersbeheerder)
  for (const manager of managers) {
    await onboard(manager, desk, at, colleague)
    await seedColleagues(manager, active, at)
  }
  for (const staff of [desk, colleague]) if (staff.kind === 'staff') await endOwnSession(staff, 'UITGELOGD')
}

async function seedColleagues(manager: ActiveUser, active: readonly ActiveUser[], at: SeedClock): Promise<void> {
  const colleagues = active.filter(
    ({ standing }) => standing.gemeente === manager.standing.gemeente && !standing.gebruikersbeheerder,
  )
  for (const colleague of colleagues)
    await asUser(manager, async (actor) => {
      const memberId = await onboard(colleague, actor, at)
      await giveRoles(actor, memberId, colleague.standing)
    })
}

const usersOf = (product: BerichtProduct) =>
  DEMO_USERS.filter(isActive).filter(({ standing }) => standing.roles[product] === 'Gebruiker')

const DAY_SECONDS = 86_400

async function seedBerichten(at: SeedClock): Promise<void> {
  for (const [product, offset] of [
    ['iwmo', 0],
    ['ijw', 500],
  ] as const) {
    for (const [index, story] of STORIES.entries()) {
      at.daysAgo(story.daysAgo)
      const day = dayInAmsterdam(clock.now())
      for (const user of usersOf(product))
        await asUser(user, (actor) => story.tell({ actor, product, day, number: offset + index + 1 }))
    }
  }
}

/** Makes the demo world through the portal's own use cases, once. Later starts keep what is there. */
async function seed(): Promise<void> {
  const told = requireSettings()
  if (told.omgeving !== 'demo') throw new InvariantError('the demo world belongs in the demo only')
  // Its history is older than the virus scanner, where there is one: what came weeks ago cannot wait for it now.
  setSettings({ ...told, scanner: null })
  await keepTimeWithDatabase()
  if (await isSeeded()) return
  const at = new SeedClock(clock.now())
  at.daysAgo(DAYS_OF_HISTORY)
  await seedPeople(at)
  await seedBerichten(at)
  at.forward(DAYS_OF_HISTORY * DAY_SECONDS)
  // As the worker has done on each of those days: what is late is noted when the demo comes up, not some minutes later.
  await notePassedDeadlines(systemActor('demo', ids.rowId()), new AbortController().signal)
}

await seed()
validatorPool().close()
await closeJobSender()
await stopNotices()
await closeDatabase()
process.exit(0)
