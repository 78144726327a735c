import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { deleteExpiredBerichten } from '#/lib/berichten/delete-expired-content.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { receiveFo01 } from '#/lib/berichten/receive-fo01.ts'
import { resendAsPortal, resendBericht } from '#/lib/berichten/resend-bericht.ts'
import type { Pair } from '#/lib/chain/outbound/pair.ts'
import { SOFTWARE } from '#/lib/chain/outbound/pair.ts'
import { sendNext } from '#/lib/chain/outbound/send-next.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { faultAbout } from '#/simulators/keten/stories.ts'
import { accepted, contentFolder, deliver, received, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { nextReference } from '#/tests/support/chain/soap-service.ts'
import { ANSWERS, testChain } from '#/tests/support/chain/test-chain.ts'
import { type ClockWithHands, stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
const chain = testChain({ tries: 2 })
const AGB = '99990001'
let gemeente: GivenGemeente
let jansen: MemberActor
let hands: ClockWithHands
let number = 0

beforeAll(() => installQueues(database.adminUrl))
beforeEach(async () => {
  hands = stopClockAt('2026-02-02T10:00:00.000Z')
  setSettings({ ...settings(), endpointNetworks: ['127.0.0.0/8', '::1/128'] })
  gemeente = await givenGemeente(database)
  jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
  chain.seen.length = 0
  chain.answer(ANSWERS.received)
})

async function setChannel(channel: 'PORTAAL' | 'WEBSERVICE'): Promise<void> {
  await database.query(
    `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
       changed_at, channel, endpoint, client_certificate, client_fingerprint)
     VALUES ($1, 'iwmo', '{}', 'TWEE_MAANDEN', 1, 'x', now(), $2, $3, 'pem', $4)
     ON CONFLICT (organisation_id, product) DO UPDATE SET channel = excluded.channel`,
    [
      gemeente.id,
      channel,
      `https://localhost:${chain.port}/software/1/ggk0210`,
      gemeente.id.replaceAll('-', '').repeat(2),
    ],
  )
}

async function arrives(): Promise<string> {
  number += 1
  const content = makeBericht('WMO305', { gemeenteCode: gemeente.code, agbCode: AGB, identificatie: `D-${number}` })
  const recipe = { gemeenteCode: gemeente.code, referentienummer: nextReference() }
  return (await received(gemeente.id, await makeEnvelope('WMO305', content, recipe))).id
}
const pair = (): Pair => ({ organisationId: gemeente.id, sender: AGB, receiver: SOFTWARE })
const turn = () => sendNext(pair(), untilDone())
const statusOf = async (berichtId: string) => (await readBericht(jansen, { product: 'iwmo', berichtId })).status
const mails = () =>
  database.query("SELECT FROM pgboss.job WHERE name = 'berichten.tell-received' AND data::text LIKE $1", [
    `%${gemeente.id}%`,
  ])

// Guards issue "software of a gemeente": what arrives goes on to it, once, and never gets lost between the two channels.
describe('a bericht that arrives', () => {
  it('goes on to the software of a gemeente that chose so, with its own envelope, and is then doorgestuurd', async () => {
    await setChannel('WEBSERVICE')
    const id = await arrives()
    expect(await turn()).toMatchObject({ kind: 'done' })
    expect(chain.seen).toMatchObject([{ functie: 'WMO305', ontvanger: gemeente.code, path: '/software/1/ggk0210' }])
    expect(await statusOf(id)).toBe('DOORGESTUURD')
    const events = (await auditRows(database, gemeente.id)).map(({ event }) => event)
    expect(events).toEqual(expect.arrayContaining(['bericht.received', 'bericht.forward-begun', 'bericht.forwarded']))
    expect(await mails()).toHaveLength(0)
  })

  it('stays in the portal of a gemeente that did not', async () => {
    const id = await arrives()
    expect(await turn()).toEqual({ kind: 'none' })
    expect(await statusOf(id)).toBe('BESCHIKBAAR')
    expect(await mails()).toHaveLength(1)
  })

  it('stays in the portal when the gemeente switches back before it left', async () => {
    await setChannel('WEBSERVICE')
    const id = await arrives()
    chain.answer(ANSWERS.down)
    await turn()
    await setChannel('PORTAAL')
    hands.advance(60_000)
    expect(await turn()).toMatchObject({ kind: 'done' })
    expect([await statusOf(id), await turn()]).toEqual(['BESCHIKBAAR', { kind: 'none' }])
    expect(await mails()).toHaveLength(1)
    expect(chain.seen).toHaveLength(1)
  })

  it('goes on when somebody fetched it first', async () => {
    await setChannel('WEBSERVICE')
    const id = await arrives()
    await database.query("UPDATE bericht SET status = 'OPGEHAALD', fetched_at = now() WHERE id = $1", [id])
    expect(await turn()).toMatchObject({ kind: 'done' })
    expect([await statusOf(id), chain.seen.length]).toEqual(['DOORGESTUURD', 1])
  })

  // Guards terms in working days: software that is away for long must not keep a bericht from people.
  it('is told to people after some failed tries, once, while the tries go on', async () => {
    const known = settings().chain
    if (known === null) throw new Error('this test needs a chain')
    setSettings({ ...settings(), chain: { ...known, tries: 9 } })
    await setChannel('WEBSERVICE')
    await arrives()
    chain.answer(ANSWERS.down)
    const told: number[] = []
    for (let tries = 0; tries < 6; tries += 1) {
      await turn()
      told.push((await mails()).length)
      hands.advance(60_000)
    }
    setSettings({ ...settings(), chain: known })
    expect(told).toEqual([0, 0, 0, 1, 1, 1])
  })

  // Guards "the software gets everything": a person who fetched it starts the term of 24 hours, and the software waits yet.
  it('keeps its content while it still has to go to the software', async () => {
    await setChannel('WEBSERVICE')
    await database.query("UPDATE product_settings SET retention = 'DAG_NA_OPHALEN' WHERE organisation_id = $1", [
      gemeente.id,
    ])
    const id = await arrives()
    await database.query("UPDATE bericht SET status = 'OPGEHAALD', fetched_at = '2026-02-02T10:00:00Z' WHERE id = $1", [
      id,
    ])
    hands.advance(30 * 3_600_000)
    const remove = () => deleteExpiredBerichten(systemActor('berichten.opruimen', 'test'), untilDone())
    await remove()
    expect([(await turn()).kind, await statusOf(id), chain.seen.length]).toEqual(['done', 'DOORGESTUURD', 1])
    expect(await remove()).toBe(1)
  })

  describe('as a functional error about a delivery', () => {
    async function faulted() {
      number += 1
      const file = makeBericht('WMO301', { gemeenteCode: gemeente.code, agbCode: AGB, identificatie: `D-${number}` })
      const sent = accepted(await deliver(jansen, file))
      await database.query('DELETE FROM dispatch WHERE bericht_id = $1', [sent.id])
      await database.query("UPDATE bericht SET status = 'VERZONDEN' WHERE id = $1", [sent.id])
      const about = { referentienummer: sent.referentienummer ?? '', zender: { organisatie: gemeente.code } }
      const header = faultAbout(about, 'IB014', 'nee')
      const take = () => receiveFo01(systemActor('keten', 'test'), { organisationId: gemeente.id, header })
      await take()
      return { id: sent.id, header, take }
    }
    const faultTurn = () => sendNext({ ...pair(), sender: 'VECOZO' }, untilDone())

    // Guards "what arrives for a gemeente whose product is set to web service is forwarded": its software delivered it, and must hear.
    it('goes on to the software as well, as it came and once', async () => {
      await setChannel('WEBSERVICE')
      const { id, header, take } = await faulted()
      await take()
      expect(await faultTurn()).toMatchObject({ kind: 'done' })
      expect(await faultTurn()).toEqual({ kind: 'none' })
      const { referentienummer } = header
      expect(chain.seen).toMatchObject([
        { referentienummer, action: '"http://www.egem.nl/StUF/StUF0301/Fo01"', path: '/software/1/ggk0210' },
      ])
      expect(chain.seen[0]?.text).toContain('<StUF:code>IB014</StUF:code>')
      expect(await statusOf(id)).toBe('KETENFOUT')
      expect(await auditRows(database, gemeente.id, 'bericht.forwarded')).toMatchObject([
        { details: { berichtcode: 'Fo01' } },
      ])
    })

    it('leaves its delivery alone: sent again meanwhile, both have their place', async () => {
      await setChannel('WEBSERVICE')
      const { id } = await faulted()
      expect((await resendBericht(jansen, { product: 'iwmo', berichtId: id })).ok).toBe(true)
      await sendNext({ organisationId: gemeente.id, sender: gemeente.code, receiver: AGB }, untilDone())
      await faultTurn()
      expect([await statusOf(id), chain.seen.length]).toEqual(['AFGELEVERD', 2])
    })

    it('goes again by order of the servicedesk when the software was away for too long', async () => {
      await setChannel('WEBSERVICE')
      const { id } = await faulted()
      chain.answer(ANSWERS.down)
      await faultTurn()
      hands.advance(60_000)
      expect(await faultTurn()).toMatchObject({ kind: 'done' })
      chain.answer(ANSWERS.received)
      const which = { organisationId: gemeente.id, product: 'iwmo', berichtId: id } as const
      expect((await resendAsPortal(systemActor('keten.opnieuw', 'test'), which)).ok).toBe(true)
      await faultTurn()
      expect([chain.seen.length, await statusOf(id)]).toEqual([3, 'KETENFOUT'])
    })

    it('stays in the portal of a gemeente that did not choose so', async () => {
      await faulted()
      expect(await faultTurn()).toEqual({ kind: 'none' })
    })
  })

  it('does not go on by order of the servicedesk when the gemeente switched back to the portal', async () => {
    await setChannel('WEBSERVICE')
    const id = await arrives()
    chain.answer(ANSWERS.down)
    await turn()
    hands.advance(60_000)
    await turn()
    await setChannel('PORTAAL')
    const which = { organisationId: gemeente.id, product: 'iwmo', berichtId: id } as const
    expect(await resendAsPortal(systemActor('keten.opnieuw', 'test'), which)).toMatchObject({ ok: false })
    expect(await auditRows(database, gemeente.id, 'bericht.resent')).toMatchObject([{ result: 'error' }])
    expect((await mails()).length).toBe(1)
  })

  it('is there for people when the software cannot be reached, who are told', async () => {
    await setChannel('WEBSERVICE')
    const id = await arrives()
    chain.answer(ANSWERS.down)
    await turn()
    hands.advance(60_000)
    await turn()
    expect([await statusOf(id), (await mails()).length]).toEqual(['BESCHIKBAAR', 1])
    expect(await auditRows(database, gemeente.id, 'bericht.parked')).toMatchObject([{ reason_code: 'http:503' }])
    // And goes on after all when the servicedesk has it sent again.
    chain.answer(ANSWERS.received)
    const which = { organisationId: gemeente.id, product: 'iwmo', berichtId: id } as const
    expect((await resendAsPortal(systemActor('keten.opnieuw', 'test'), which)).ok).toBe(true)
    await turn()
    expect(await statusOf(id)).toBe('DOORGESTUURD')
  })
})
