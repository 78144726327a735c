import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { systemActor } from '#/lib/access/actor.ts'
import { BERICHT_PRODUCTS, type BerichtProduct } from '#/lib/access/products.ts'
import { notePassedDeadlines } from '#/lib/berichten/terms/note-passed-deadlines.ts'
import { SERVICE_PATH } from '#/lib/chain/soap/soap-names.ts'
import { endOwnSession } from '#/lib/identity/sessions/end-own-session.ts'
import { closeJobSender } from '#/lib/jobs/sender.ts'
import { clock } from '#/lib/platform/clock.ts'
import { closeDatabase, inTransaction } from '#/lib/platform/db/client.ts'
import { keepTimeWithDatabase } from '#/lib/platform/db/database-clock.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { ids } from '#/lib/platform/ids.ts'
import { stopNotices } from '#/lib/platform/live/notices.ts'
import { requireSettings, setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { changeConnection } from '#/lib/settings/change-connection.ts'
import { validatorPool } from '#/lib/validator/pool.ts'
import { STORIES } from '#/simulators/demo-seed/berichten.ts'
import { EIGEN_BIJDRAGE_STORIES } from '#/simulators/demo-seed/eigen-bijdrage.ts'
import { registerGemeenten } from '#/simulators/demo-seed/gemeenten.ts'
import { asUser, logIn } from '#/simulators/demo-seed/log-in.ts'
import { type ActiveUser, giveRoles, isActive, must, onboard } from '#/simulators/demo-seed/people.ts'
import { SeedClock } from '#/simulators/demo-seed/seed-clock.ts'
import { DEMO_USERS, demoUser } from '#/simulators/demo-users.ts'
import { DEMO_CERTIFICATES, filesOf } from '#/simulators/keten/certificates.ts'

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
  for (const staff of [desk, colleague]) if (staff.kind === 'staff') await endOwnSession(staff)
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

/** Lets the software of Voorbeeldstad in, as its Productbeheerder does; berichten still come to the portal. */
async function seedSoftware(): Promise<void> {
  if (settings().webservice === null) return
  const { certificateFile } = filesOf(join(resolve(process.env.PORTAAL_DATA_DIR ?? '.data'), 'keten'), 'voorbeeldstad')
  const keeper = DEMO_USERS.filter(isActive).find(({ userName }) => userName === 'smit')
  if (!keeper) throw new InvariantError('the demo has no smit')
  const chainPort = process.env.CHAIN_TLS_PORT ?? '4243'
  const endpoint = `https://localhost:${chainPort}/software/9901${SERVICE_PATH}`
  const certificate = readFileSync(certificateFile, 'utf8')
  const known = { stufVersion: '0210', oin: DEMO_CERTIFICATES.voorbeeldstad.oin } as const
  for (const product of BERICHT_PRODUCTS)
    await asUser(keeper, async (actor) => {
      const input = { product, version: 0, channel: 'PORTAAL', endpoint, certificate, ...known } as const
      must(await changeConnection(actor, input), product)
    })
  // The same software may ask the Wlz-register; nothing is sent to it for that.
  await asUser(keeper, async (actor) => {
    const input = { product: 'wlz-registertoets', version: 0, channel: 'WEBSERVICE', endpoint: '' } as const
    must(await changeConnection(actor, { ...input, ...known, certificate }), input.product)
  })
}

const usersOf = (product: BerichtProduct) =>
  DEMO_USERS.filter(isActive).filter(({ standing }) => standing.roles[product] === 'Gebruiker')

const DAY_SECONDS = 86_400

type Told = (typeof STORIES)[number] & { readonly number: number }

/** Each story of a product with a number of its own, oldest first. */
function storiesOf(product: BerichtProduct): readonly Told[] {
  const numbered = (stories: typeof STORIES, offset: number) =>
    stories.map((story, index) => ({ ...story, number: offset + index + 1 }))
  if (product !== 'iwmo') return numbered(STORIES, 500)
  const all = [...numbered(STORIES, 0), ...numbered(EIGEN_BIJDRAGE_STORIES, 900)]
  return all.toSorted((one, other) => other.daysAgo - one.daysAgo)
}

async function seedBerichten(at: SeedClock): Promise<void> {
  for (const product of BERICHT_PRODUCTS) {
    for (const { daysAgo, tell, number } of storiesOf(product)) {
      at.daysAgo(daysAgo)
      const day = dayInAmsterdam(clock.now())
      for (const user of usersOf(product)) await asUser(user, (actor) => tell({ actor, product, day, number }))
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
  // Now: its certificate was made when the demo was first started.
  await seedSoftware()
  // As the worker has done on each of those days: what is late is noted when the demo comes up, not some minutes later.
  await notePassedDeadlines(systemActor('demo', ids.rowId()), new AbortController().signal)
}

await seed()
validatorPool().close()
await closeJobSender()
await stopNotices()
await closeDatabase()
process.exit(0)
