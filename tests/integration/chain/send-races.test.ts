import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { MemberActor } from '#/lib/access/actor.ts'
import { systemActor } from '#/lib/access/actor.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { receiveFo01 } from '#/lib/berichten/receive-fo01.ts'
import { resendBericht } from '#/lib/berichten/resend-bericht.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import type { Pair } from '#/lib/chain/outbound/pair.ts'
import { pairLocks } from '#/lib/chain/outbound/pair-locks.ts'
import { sendNext, type Turn } from '#/lib/chain/outbound/send-next.ts'
import { writeRefusal } from '#/lib/chain/soap/write-answer.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { faultAbout } from '#/simulators/keten/stories.ts'
import { accepted, contentFolder, deliver, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { ANSWERS, testChain } from '#/tests/support/chain/test-chain.ts'
import { type ClockWithHands, stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase, whenWaitingForLocks } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
const chain = testChain({ tries: 3, timeoutSeconds: 5 })
const AGB = '99990001'
let gemeente: GivenGemeente
let jansen: MemberActor
let hands: ClockWithHands
let number = 0

beforeAll(() => installQueues(database.adminUrl))
beforeEach(async () => {
  hands = stopClockAt('2026-02-02T10:00:00.000Z')
  gemeente = await givenGemeente(database)
  jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
  chain.seen.length = 0
  chain.answer(ANSWERS.received)
})

const pairTo = (receiver: string): Pair => ({ organisationId: gemeente.id, sender: gemeente.code, receiver })
const turn = (): Promise<Turn> => sendNext(pairTo(AGB), untilDone())
const statusOf = async (berichtId: string) => (await readBericht(jansen, { product: 'iwmo', berichtId })).status
const placesOf = (berichtId: string) =>
  database.query<{ attempts: number; failure: string | null; parked: boolean }>(
    'SELECT attempts, failure, parked_at IS NOT NULL AS parked FROM dispatch WHERE bericht_id = $1',
    [berichtId],
  )

async function delivered() {
  number += 1
  const file = makeBericht('WMO301', { gemeenteCode: gemeente.code, agbCode: AGB, identificatie: `R-${number}` })
  return accepted(await deliver(jansen, file))
}

describe('a bericht that something else happens to while it is sent', () => {
  // Guards "withdrawn is withdrawn": the gemeente delivers it anew, and the provider would have both.
  it('does not leave when its withdrawal was under way first', async () => {
    const { id } = await delivered()
    const blocker = new Client({ connectionString: database.adminUrl })
    await blocker.connect()
    try {
      await blocker.query('BEGIN; LOCK TABLE audit_event IN EXCLUSIVE MODE')
      const withdrawing = withdrawBericht(jansen, { product: 'iwmo', berichtId: id, reason: null })
      await whenWaitingForLocks(database, 1)
      const sending = turn()
      await whenWaitingForLocks(database, 2)
      await blocker.query('COMMIT')
      expect(await withdrawing).toMatchObject({ ok: true })
      expect(await sending).toEqual({ kind: 'done' })
    } finally {
      await blocker.end()
    }
    expect([await statusOf(id), chain.seen]).toEqual(['INGETROKKEN', []])
    expect(await placesOf(id)).toEqual([])
  })

  /** While its try is on the way the chain refuses it, and somebody sends it again. */
  async function refusedAndSentAgain(referentienummer: string, id: string): Promise<void> {
    const header = faultAbout({ referentienummer, zender: { organisatie: gemeente.code } }, 'IB014', 'nee')
    await receiveFo01(systemActor('keten.ontvangen', 'test'), { organisationId: gemeente.id, header })
    expect(await resendBericht(jansen, { product: 'iwmo', berichtId: id })).toMatchObject({ ok: true })
  }

  // Guards product chapter 5 ("loses nothing"): the answer to the old try is not one to the new place in the line.
  it.each([
    ['arrived', ANSWERS.received],
    ['failed', ANSWERS.down],
  ])('keeps the place that it got when it was sent again, also when the old try has %s', async (_how, answer) => {
    const { id } = await delivered()
    chain.answer((seen, res) => {
      refusedAndSentAgain(seen.referentienummer, id).then(
        () => answer(seen, res),
        () => res.destroy(),
      )
    }, ANSWERS.received)
    await turn()
    expect(await statusOf(id)).toBe('IN_WACHTRIJ')
    expect(await placesOf(id)).toEqual([{ attempts: 0, failure: null, parked: false }])
    await turn()
    expect([await statusOf(id), await placesOf(id), chain.seen.length]).toEqual(['AFGELEVERD', [], 2])
  })
})

describe('a bericht that cannot leave', () => {
  const filesNow = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile())

  // Guards against a line that stands still and shows nothing: damaged content, a master key that is not there.
  it('fails, is shown, and lets the next one go when its content cannot be opened', async () => {
    const before = new Set(filesNow())
    const { id } = await delivered()
    for (const file of filesNow()) if (!before.has(file)) writeFileSync(join(folder, file), Buffer.alloc(500, 1))
    const next = await delivered()
    const turns: Turn[] = []
    for (let tries = 0; tries < 3; tries += 1) {
      turns.push(await turn())
      hands.advance(60_000)
    }
    expect(turns.map(({ kind }) => kind)).toEqual(['later', 'later', 'done'])
    expect([await statusOf(id), await placesOf(id)]).toEqual([
      'MISLUKT',
      [{ attempts: 3, failure: 'own', parked: true }],
    ])
    await turn()
    expect(await statusOf(next.id)).toBe('AFGELEVERD')
  })

  // Guards the bewerkersovereenkomst: without it nobody's data go to VECOZO.
  it('waits while an agreement of its gemeente is not in force, without using up its tries', async () => {
    const { id } = await delivered()
    await database.query('UPDATE agreement SET withdrawn_at = now() WHERE organisation_id = $1', [gemeente.id])
    for (let times = 0; times < 5; times += 1) {
      expect(await turn()).toMatchObject({ kind: 'later' })
      hands.advance(60_000)
    }
    expect([chain.seen, await placesOf(id)]).toEqual([[], [{ attempts: 0, failure: 'not-connected', parked: false }]])
    await database.query('UPDATE agreement SET withdrawn_at = NULL WHERE organisation_id = $1', [gemeente.id])
    await turn()
    expect(await statusOf(id)).toBe('AFGELEVERD')
  })

  const about = {
    referentienummer: '00000000-0000-4000-8000-0000000000aa',
    at: new Date('2026-01-03T09:15:00.000Z'),
    crossRefnummer: null,
    zender: 'VECOZO',
    ontvanger: null,
    applicatie: 'VECOZOWebservice',
  }

  // Guards decision 021: a functional error is the last word on an envelope as it is; those behind it need not wait for it.
  it('is given up at once when the answer itself is a functional error', async () => {
    const { id } = await delivered()
    chain.answer((_seen, res) => {
      res.writeHead(500, { 'Content-Type': 'text/xml; charset=utf-8' })
      res.end(writeRefusal({ kind: 'Fo01', code: 'IB001', omschrijving: 'nee', plek: 'client' }, about))
    })
    expect(await turn()).toEqual({ kind: 'done' })
    expect([await statusOf(id), await placesOf(id)]).toEqual([
      'MISLUKT',
      [{ attempts: 1, failure: 'refused:IB001', parked: true }],
    ])
  })

  // Guards the log, which nobody can delete from: what somebody else writes in place of a code may be about a person.
  it('keeps nothing of a fault code that is none', async () => {
    const { id } = await delivered()
    chain.answer((_seen, res) => {
      res.writeHead(500, { 'Content-Type': 'text/xml' })
      res.end(
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>Bsn 999990019</faultcode><faultstring>De Vries</faultstring></s:Fault></s:Body></s:Envelope>',
      )
    })
    for (let tries = 0; tries < 3; tries += 1) {
      await turn()
      hands.advance(60_000)
    }
    expect(await placesOf(id)).toEqual([{ attempts: 3, failure: 'fault', parked: true }])
    expect(JSON.stringify(await auditRows(database, gemeente.id))).not.toMatch(/99999|Vries/)
  })
})

// Guards the database: a pool of pairs asks all at once when the connection broke, and each would make one of its own.
it('locks of a process hang on one connection, also after it was lost', async () => {
  const locks = pairLocks(database.appUrl)
  const holders = () =>
    database.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_%advisory_%lock($1)%' AND pid <> pg_backend_pid()",
    )
  const holdFor = (receiver: string) => locks.whileHeld(pairTo(receiver), async () => undefined)
  await locks.whileHeld(pairTo('first'), async (isHeld) => {
    const [lost] = await holders()
    await database.query('SELECT pg_terminate_backend($1)', [lost?.pid])
    while (isHeld()) await new Promise(setImmediate)
  })
  expect(await Promise.all(Array.from({ length: 32 }, (_, index) => holdFor(String(index))))).not.toContain(false)
  expect(await holders()).toHaveLength(1)
  await locks.close()
})
