import { setTimeout } from 'node:timers'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { answerRetour } from '#/lib/berichten/answering/answer-retour.ts'
import { deleteExpiredBerichten } from '#/lib/berichten/delete-expired-content.ts'
import { findContent } from '#/lib/berichten/fetch-content.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { readContent } from '#/lib/berichten/reading/read-content.ts'
import { readXml } from '#/lib/berichten/reading/read-xml.ts'
import { showBsn } from '#/lib/berichten/reading/show-bsn.ts'
import { listAwaiting } from '#/lib/berichten/scanning/scan-repository.ts'
import { scanWaiting } from '#/lib/berichten/scanning/scan-waiting.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { findSelection } from '#/lib/berichten/selection/find-selection.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { HOUR_MS, MINUTE_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'
import { log } from '#/lib/platform/log.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { type BerichtRecipe, makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import {
  accepted,
  contentFolder,
  deliver,
  filesIn,
  received,
  rejected,
  untilDone,
} from '#/tests/support/berichten/deliveries.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { TEST_VIRUS, testScanner } from '#/tests/support/scanner.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const scanner = testScanner()
const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee`, CLAMD_ADRES: scanner.setting })
const clock = stopClockAt('2026-02-03T09:00:00.000Z')
const worker = systemActor('berichten.scan-contents', 'test')
let number = 0
const WITHOUT_REFERENCE = ['Product', 'Code', 'Omvang', 'Einddatum', 'Adres', 'Huis', 'Postcode', 'LandCode']

// Guards issue 3 item 7 and ASVS 5.4.3: nobody gets at what no scanner has seen, and a scanner that is away lets nothing through.
describe('a bericht and the virus scanner', () => {
  let home: GivenGemeente
  let jansen: MemberActor

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9901' })
    jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
    await scanner.start()
  })
  beforeEach(() => {
    scanner.judge()
    // What a test left waiting is seen to by the next; each begins an hour later, when nothing is left alone any more.
    clock.advance(2 * HOUR_MS)
  })

  const make = (soort: string, recipe: BerichtRecipe = {}) =>
    makeBericht(soort, { gemeenteCode: '9901', identificatie: `SC-${++number}`, client: number, ...recipe })
  const infected = (bytes: Buffer) => Buffer.from(bytes.toString().replace(/<\/[^>]+>\s*$/, `<!-- ${TEST_VIRUS} -->$&`))
  const sent = async (bytes = make('WMO301')) => accepted(await deliver(jansen, bytes))
  const scan = () => scanWaiting(worker, untilDone())
  const read = ({ id }: BerichtView) => readBericht(jansen, { product: 'iwmo', berichtId: id })
  const addressOf = ({ id }: BerichtView) => ({ product: 'iwmo' as const, berichtId: id })
  const jobs = async (name: string) =>
    (await database.query<{ n: number }>('SELECT count(*)::int AS n FROM pgboss.job WHERE name = $1', [name]))[0]?.n
  const facts = async ({ id }: BerichtView) =>
    (await database.query('SELECT * FROM bericht_fact WHERE bericht_id = $1', [id])).length

  /** What each road to the content answers. */
  async function roads(bericht: BerichtView) {
    const address = addressOf(bericht)
    const form = { ...address, client: 1, reden: 'fout', toelichting: '' } as const
    const [fetch, content, xml, bsn, [selected]] = [
      await findContent(jansen, address),
      (await readContent(jansen, address, { skip: 0, take: 10 }, untilDone())).content,
      (await readXml(jansen, address, { regel: 1, kolom: 1 }, untilDone())).xml,
      await showBsn(jansen, form, untilDone()),
      await findSelection(jansen, 'iwmo', [bericht.id]),
    ]
    const outcome = (result: { ok: true } | { ok: false; error: string }) => (result.ok ? 'open' : result.error)
    return [...[fetch, content, xml, bsn].map(outcome), selected?.entry === null ? 'left out' : 'open']
  }
  const CLOSED = ['in_control', 'in_control', 'in_control', 'in_control', 'left out']
  const OPEN = ['open', 'open', 'open', 'open', 'open']

  it('is held when it is delivered, behind every road to its content, and let in when nothing is found', async () => {
    const held = await sent()
    expect(held).toMatchObject({ status: 'IN_CONTROLE', outOfReach: 'in_control' })
    expect(await roads(held)).toEqual(CLOSED)
    expect(await withdrawBericht(jansen, { ...addressOf(held), reason: null })).toMatchObject({ ok: false })
    expect(await facts(held)).toBe(0)
    expect(await scan()).toEqual({ clean: 1, infected: 0 })
    const entered = await read(held)
    expect(entered).toMatchObject({ status: 'IN_WACHTRIJ', outOfReach: null })
    expect(entered.envelope).toMatchObject({ berichtcode: 'Di01', zender: { organisatie: '9901' } })
    expect(entered.timeline.map(({ status }) => status).toReversed()).toEqual([
      'ONTVANGEN',
      'IN_CONTROLE',
      'IN_WACHTRIJ',
    ])
    expect(await roads(held)).toEqual(OPEN)
    expect(await facts(held)).toBeGreaterThan(0)
    expect(await auditRows(database, home.id, 'bericht.released')).toMatchObject([{ object_id: held.id }])
  })

  it('is held when it is received: it answers nothing, is due nothing and nobody is told before', async () => {
    const about = { client: 900, optional: WITHOUT_REFERENCE }
    const heen = await sent(make('WMO301', { ...about, values: { ToewijzingNummer: '810001' } }))
    await scan()
    const told = await jobs('berichten.tell-received')
    const retour = await received(home.id, make('WMO302', { heenIdentificatie: heen.identificatie ?? '' }))
    const start = await received(home.id, make('WMO305', { client: 900, values: { ToewijzingNummer: '999999' } }))
    expect([retour.status, start.status]).toEqual(['IN_CONTROLE', 'IN_CONTROLE'])
    expect([(await read(heen)).status, (await read(start)).awaits]).toEqual(['IN_WACHTRIJ', null])
    expect(await roads(start)).toEqual(CLOSED)
    const answer = { ...addressOf(start), isRefused: false }
    expect(await answerRetour(jansen, answer, untilDone())).toEqual({ ok: false, error: 'in_control' })
    expect(await jobs('berichten.tell-received')).toBe(told)
    expect(await scan()).toEqual({ clean: 2, infected: 0 })
    expect((await read(heen)).status).toBe('BEANTWOORD')
    const entered = await read(start)
    expect(entered).toMatchObject({ status: 'BESCHIKBAAR', awaits: 'RETOUR' })
    // The rules across berichten look at it when it enters.
    expect(entered.findings.map(({ code }) => code)).toContain('TR019')
    expect(await roads(start)).toEqual(OPEN)
    expect(await jobs('berichten.tell-received')).toBe((told ?? 0) + 1)
  })

  it('asks for a scan in the transaction in which it comes in', async () => {
    const before = await jobs('berichten.scan-contents')
    await sent()
    // One run sees to all of them, so one that waits is enough.
    await sent()
    expect(await jobs('berichten.scan-contents')).toBe(Math.max(1, before ?? 0))
    await scan()
  })

  it('keeps others like it out while it is held', async () => {
    const bytes = make('WMO301')
    const held = await sent(bytes)
    expect(await deliver(jansen, bytes)).toMatchObject({ kind: 'duplicate', earlier: { id: held.id } })
    await scan()
  })

  it('is destroyed when it has a virus, with its proof, and whoever delivered it is told', async () => {
    const before = filesIn(folder).length
    const mails = (await jobs('notifications.send-mail')) ?? 0
    const held = await sent(infected(make('WMO301')))
    expect(await scan()).toEqual({ clean: 0, infected: 1 })
    const refused = await read(held)
    expect(refused).toMatchObject({ status: 'AFGEKEURD', outOfReach: 'infected', errorCount: 1 })
    expect(refused.findings[0]).toMatchObject({ code: 'VIRUS', ernst: 'fout' })
    expect(filesIn(folder)).toHaveLength(before)
    expect(await facts(held)).toBe(0)
    const [proof] = await auditRows(database, home.id, 'bericht.infected')
    expect(proof).toMatchObject({
      object_id: held.id,
      details: { kenmerk: 'Eicar-Signature', sha256: held.sha256, grootte: held.sizeBytes },
    })
    expect(await jobs('notifications.send-mail')).toBe(mails + 1)
    const [mail] = await database.query<{ payload: unknown }>(
      "SELECT data->'payload' AS payload FROM pgboss.job WHERE name = 'notifications.send-mail' ORDER BY created_on DESC LIMIT 1",
    )
    expect(mail?.payload).toMatchObject({
      to: { kind: 'member', id: jansen.memberId },
      template: 'delivered-infected',
    })
    // A clean file with the same identification is welcome.
    const again = await sent(make('WMO301', { identificatie: held.identificatie ?? '' }))
    await scan()
    expect((await read(again)).status).toBe('IN_WACHTRIJ')
  })

  it('is destroyed when a received one has a virus inside its envelope', async () => {
    const bytes = infected(make('WMO305'))
    const referentienummer = ids.referentienummer()
    const held = await received(home.id, await makeEnvelope('WMO305', bytes, { referentienummer }))
    expect(await scan()).toEqual({ clean: 0, infected: 1 })
    expect(await read(held)).toMatchObject({ status: 'AFGEKEURD', outOfReach: 'infected', awaits: null })
    // Sent anew and clean, under the same number, it comes through.
    const clean = await received(home.id, await makeEnvelope('WMO305', make('WMO305'), { referentienummer }))
    await scan()
    expect((await read(clean)).status).toBe('BESCHIKBAAR')
  })

  it('is out of reach until it is scanned, also when its own checks refused it', async () => {
    const refused = rejected(await deliver(jansen, Buffer.from('<geen bericht')))
    expect(refused).toMatchObject({ status: 'AFGEKEURD', outOfReach: 'in_control' })
    expect((await roads(refused))[0]).toBe('in_control')
    await scan()
    expect((await roads(refused))[0]).toBe('open')
    expect((await read(refused)).status).toBe('AFGEKEURD')
  })

  it('waits when the scanner is away, as long as that takes, and operations hear of it once in an hour', async () => {
    await scanner.stop()
    const told = jest.spyOn(log(), 'error')
    const [held, other] = [await sent(), await received(home.id, make('WMO305'))]
    for (let run = 0; run < 3; run += 1) expect(await scan()).toEqual({ clean: 0, infected: 0 })
    expect(told.mock.calls.map(([, text]) => text)).toEqual(['berichten wait for the virus scanner'])
    expect(told.mock.calls[0]?.[0]).toMatchObject({ waiting: 2 })
    clock.advance(HOUR_MS)
    await scan()
    expect(told).toHaveBeenCalledTimes(2)
    told.mockRestore()
    expect([await roads(held), await roads(other)]).toEqual([CLOSED, CLOSED])
    // Not even the retention term takes it: nobody has had it yet.
    clock.advance(70 * 24 * HOUR_MS)
    await deleteExpiredBerichten(worker, untilDone())
    await scanner.start()
    expect(await scan()).toEqual({ clean: 2, infected: 0 })
    expect([(await read(held)).status, (await read(other)).status]).toEqual(['IN_WACHTRIJ', 'BESCHIKBAAR'])
  })

  it('waits when the scanner calls a test virus clean', async () => {
    scanner.judge(() => 'stream: OK')
    const held = await sent()
    expect(await scan()).toEqual({ clean: 0, infected: 0 })
    expect((await read(held)).status).toBe('IN_CONTROLE')
    scanner.judge()
    expect(await scan()).toEqual({ clean: 1, infected: 0 })
  })

  it('waits when the setting of the scanner is taken away', async () => {
    const held = await sent()
    const before = settings()
    setSettings({ ...before, scanner: null })
    try {
      expect(await scan()).toEqual({ clean: 0, infected: 0 })
      expect(await roads(held)).toEqual(CLOSED)
    } finally {
      setSettings(before)
    }
    expect(await scan()).toEqual({ clean: 1, infected: 0 })
  })

  it('does not stand in the way of others when the scanner has no verdict on it alone', async () => {
    const odd = await sent()
    scanner.judge((stream) =>
      stream.includes(odd.identificatie ?? '') ? null : stream.includes(TEST_VIRUS) ? 'stream: E FOUND' : 'stream: OK',
    )
    const other = await sent()
    expect(await scan()).toEqual({ clean: 1, infected: 0 })
    expect([(await read(odd)).status, (await read(other)).status]).toEqual(['IN_CONTROLE', 'IN_WACHTRIJ'])
    scanner.judge()
    expect(await scan()).toEqual({ clean: 0, infected: 0 })
    clock.advance(11 * MINUTE_MS)
    expect(await scan()).toEqual({ clean: 1, infected: 0 })
  })

  // One gemeente with a thousand files that the scanner chokes on must not keep the others waiting for days.
  it('is looked at in its turn, however many of another gemeente came before', async () => {
    const elsewhere = await givenGemeente(database, { code: '9902' })
    for (let count = 0; count < 4; count += 1) await sent()
    const last = await received(elsewhere.id, make('WMO305', { gemeenteCode: '9902' }))
    const listed = await inTransaction({ kind: 'systeem' }, (tx) => listAwaiting(tx, [], { each: 3, most: 200 }))
    expect(listed.map(({ organisationId }) => organisationId)).toEqual([home.id, home.id, home.id, elsewhere.id])
    expect(listed.at(-1)?.id).toBe(last.id)
    expect(await scan()).toEqual({ clean: 5, infected: 0 })
  })

  it('enters once when two workers scan it at the same moment', async () => {
    const held = await sent()
    await Promise.all([scan(), scan(), scan()])
    const entered = await read(held)
    expect(entered.timeline.map(({ status }) => status)).toEqual(['IN_WACHTRIJ', 'IN_CONTROLE', 'ONTVANGEN'])
    const rows = await auditRows(database, home.id, 'bericht.released')
    expect(rows.filter(({ object_id }) => object_id === held.id)).toHaveLength(1)
  })

  it('cannot be offered or sent by any writer while it waits', async () => {
    const held = await received(home.id, make('WMO305'))
    const offer = database.query("UPDATE bericht SET status = 'BESCHIKBAAR' WHERE id = $1", [held.id])
    await expect(offer).rejects.toThrow('bericht_scan')
    await scan()
  })

  it('stops between two when the worker has to end, and goes on later', async () => {
    const ending = new AbortController()
    scanner.judge((stream) => {
      if (!stream.includes(TEST_VIRUS)) setTimeout(() => ending.abort(new RangeError('ends')), 0)
      return stream.includes(TEST_VIRUS) ? 'stream: E FOUND' : 'stream: OK'
    })
    await sent()
    await sent()
    await expect(scanWaiting(worker, ending.signal)).rejects.toThrow('ends')
    scanner.judge()
    const { clean } = await scan()
    expect(clean).toBeGreaterThan(0)
  })
})
