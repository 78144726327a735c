import { randomUUID } from 'node:crypto'
import type { MemberActor } from '#/lib/access/actor.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { makeDrainPool } from '#/lib/chain/outbound/drain-pool.ts'
import { pairLocks } from '#/lib/chain/outbound/pair-locks.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { filesOf } from '#/simulators/keten/certificates.ts'
import { accepted, contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { nextReference } from '#/tests/support/chain/soap-service.ts'
import { ANSWERS, testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type DatabaseProxy, startDatabaseProxy } from '#/tests/support/kills/database-proxy.ts'
import { type Act, Victim } from '#/tests/support/kills/victim.ts'
import { environmentWith } from '#/tests/support/settings.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
const chain = testChain({ tries: 100, timeoutSeconds: 20 })
const AGB = '99990001'
let proxy: DatabaseProxy
let gemeente: GivenGemeente
let jansen: MemberActor
let number = 0
let spare: Victim | null = null

beforeAll(async () => {
  await installQueues(database.adminUrl)
  proxy = await startDatabaseProxy(database.appUrl)
})
beforeEach(async () => {
  gemeente = await givenGemeente(database)
  jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
})
afterAll(async () => {
  spare?.kill()
  await spare?.gone()
  await proxy.close()
})

function newVictim(): Victim {
  const { certificateFile, keyFile, caFile } = filesOf(chain.folder, 'portaal')
  return new Victim(
    environmentWith({
      DATABASE_URL: proxy.urlBy(database.appUrl),
      STORAGE_URL: `file://${folder}`,
      CHAIN_URL: `https://localhost:${chain.port}/vecozo/ggk0210`,
      CHAIN_CERTIFICATE_FILE: certificateFile,
      CHAIN_KEY_FILE: keyFile,
      CHAIN_CA_FILE: caFile,
    }),
  )
}

/** A process that is ready; the next one gets ready while this one acts. */
async function nextVictim(): Promise<Victim> {
  const victim = spare ?? newVictim()
  await victim.ready()
  spare = newVictim()
  return victim
}

/** Each step starts a process of its own, on a machine that may be busy. */
const LONGEST_MS = 15 * 60_000

/** Has a process act and kills it when the database has done its message of this number. True: it was done before. */
async function killedAt(step: number, act: Act): Promise<boolean> {
  const victim = await nextVictim()
  proxy.arm(step, victim.kill)
  const outcome = await victim.act(act)
  victim.kill()
  await victim.gone()
  if (outcome?.startsWith('failed')) throw new Error(outcome)
  return outcome !== null
}

/** Has `at` kill at the first step, the second and so on, until the act is done before its turn. Answers how many there were. */
async function atEveryStep(at: (step: number) => Promise<boolean>): Promise<number> {
  for (let step = 1; ; step += 1) if (await at(step)) return step - 1
}

const waiting = async () =>
  (await database.query<{ count: number }>('SELECT count(*)::int AS count FROM dispatch'))[0]?.count ?? -1

/** What another worker does that lives. */
async function sendTheRest(): Promise<void> {
  const pool = makeDrainPool(pairLocks(database.appUrl))
  while ((await waiting()) > 0) {
    await pool.addDue()
    await pool.idle()
  }
  await pool.stop()
}

const fileFor = (soort: string) => {
  number += 1
  return makeBericht(soort, { gemeenteCode: gemeente.code, agbCode: AGB, identificatie: `K-${number}`, client: number })
}
const eventsOf = async (id: string) =>
  (await auditRows(database, gemeente.id)).filter((row) => row.object_id === id).map(({ event }) => event)
const rowsOf = (direction: string) =>
  database.query<{ id: string; status: string }>(
    'SELECT id, status FROM bericht WHERE organisation_id = $1 AND direction = $2::"Direction" AND status <> \'AFGEKEURD\'',
    [gemeente.id, direction],
  )

// Guards product chapter 5 and issue "kills at every step": whichever statement was the last that the database did for a process,
// nothing is lost and nothing is there twice. Each step is a message to the database; the answer to it never arrives.
describe('kill -9 at every step', () => {
  it(
    'of the worker: each bericht arrives once in effect and in order',
    async () => {
      chain.answer(ANSWERS.received)
      const steps = await atEveryStep(async (step) => {
        chain.seen.length = 0
        const [first, second] = [fileFor('WMO301'), fileFor('WMO301')]
        const sent = [accepted(await deliver(jansen, first)), accepted(await deliver(jansen, second))]
        const isDone = await killedAt(step, { kind: 'send' })
        await sendTheRest()
        const numbers = chain.seen.map(({ referentienummer }) => referentienummer)
        expect([...new Set(numbers)]).toEqual(sent.map(({ referentienummer }) => referentienummer))
        // In order also of what came twice: nothing of the first comes after the second.
        expect(numbers).toEqual(
          numbers.toSorted(
            (a, b) => sent.findIndex((s) => s.referentienummer === a) - sent.findIndex((s) => s.referentienummer === b),
          ),
        )
        for (const { id } of sent) {
          expect((await readBericht(jansen, { product: 'iwmo', berichtId: id })).status).toBe('AFGELEVERD')
          expect((await eventsOf(id)).filter((event) => /sent|confirmed/.test(event)).toSorted()).toEqual([
            'bericht.confirmed',
            'bericht.sent',
          ])
        }
        return isDone
      })
      expect(steps).toBeGreaterThan(20)
    },
    LONGEST_MS,
  )

  it(
    'of the web process: a delivery is there whole or not at all, and once when it is tried again',
    async () => {
      const steps = await atEveryStep(async (step) => {
        const content = fileFor('WMO301')
        const before = (await rowsOf('AANGELEVERD')).length
        const idempotencyKey = randomUUID()
        const isDone = await killedAt(step, {
          kind: 'deliver',
          actor: jansen,
          content: content.toString('base64'),
          idempotencyKey,
        })
        const again = await deliver(jansen, content, { idempotencyKey })
        const { id } = accepted(again)
        expect(await rowsOf('AANGELEVERD')).toHaveLength(before + 1)
        expect(await eventsOf(id)).toEqual(['bericht.delivered'])
        expect(await database.query('SELECT FROM dispatch WHERE bericht_id = $1', [id])).toHaveLength(1)
        return isDone
      })
      expect(steps).toBeGreaterThan(10)
      // And all of it can leave: the content of each is there and opens.
      await sendTheRest()
      expect(new Set((await rowsOf('AANGELEVERD')).map(({ status }) => status))).toEqual(new Set(['AFGELEVERD']))
    },
    LONGEST_MS,
  )

  it(
    'of the web service: what the chain brings is there once when it is brought again',
    async () => {
      const steps = await atEveryStep(async (step) => {
        const bericht = fileFor('WMO305')
        const recipe = { gemeenteCode: gemeente.code, referentienummer: nextReference() }
        const envelope = await makeEnvelope('WMO305', bericht, recipe)
        const before = (await rowsOf('ONTVANGEN')).length
        const act = { kind: 'receive', organisationId: gemeente.id, content: envelope.toString('base64') } as const
        const isDone = await killedAt(step, act)
        const { id } = await received(gemeente.id, envelope)
        expect(await rowsOf('ONTVANGEN')).toHaveLength(before + 1)
        expect(await eventsOf(id)).toEqual(['bericht.received'])
        return isDone
      })
      expect(steps).toBeGreaterThan(10)
    },
    LONGEST_MS,
  )
})
