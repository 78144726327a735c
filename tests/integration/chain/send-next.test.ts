import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MemberActor } from '#/lib/access/actor.ts'
import { systemActor } from '#/lib/access/actor.ts'
import { contentIn } from '#/lib/berichten/content-forms.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { receiveFo01 } from '#/lib/berichten/receive-fo01.ts'
import { resendBericht } from '#/lib/berichten/resend-bericht.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { failureIn } from '#/lib/chain/outbound/failure.ts'
import type { Pair } from '#/lib/chain/outbound/pair.ts'
import { sendNext, type Turn } from '#/lib/chain/outbound/send-next.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeAuthority } from '#/simulators/keten/certificates.ts'
import { contentOf } from '#/simulators/keten/chain-state.ts'
import { faultAbout } from '#/simulators/keten/stories.ts'
import { accepted, contentFolder, deliver, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { ANSWERS, testChain } from '#/tests/support/chain/test-chain.ts'
import { type ClockWithHands, stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}` })
const chain = testChain({ tries: 3, timeoutSeconds: 1 })
const AGB = '99990001'
let gemeente: GivenGemeente
let jansen: MemberActor
let hands: ClockWithHands
let number = 0

beforeAll(async () => {
  await installQueues(database.adminUrl)
})
beforeEach(async () => {
  hands = stopClockAt('2026-02-02T10:00:00.000Z')
  gemeente = await givenGemeente(database)
  jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
  chain.seen.length = 0
  chain.answer(ANSWERS.received)
})

const pairTo = (receiver: string): Pair => ({ organisationId: gemeente.id, sender: gemeente.code, receiver })

async function delivered(agbCode = AGB) {
  number += 1
  const file = makeBericht('WMO301', { gemeenteCode: gemeente.code, agbCode, identificatie: `V-${number}` })
  return accepted(await deliver(jansen, file))
}
const turn = (receiver = AGB): Promise<Turn> => sendNext(pairTo(receiver), untilDone())
const detailOf = (berichtId: string) => readBericht(jansen, { product: 'iwmo', berichtId })
const statusOf = async (berichtId: string) => (await detailOf(berichtId)).status
const numbersSeen = () => chain.seen.map(({ referentienummer }) => referentienummer)

describe('a delivered bericht', () => {
  // Guards issue "outbound": the envelope on the wire is the one the portal shows, with its operation.
  it('leaves as a SOAP message with the envelope that can be downloaded, and is then afgeleverd', async () => {
    const { id, referentienummer } = await delivered()
    expect(await turn()).toMatchObject({ kind: 'done' })
    expect(await turn()).toEqual({ kind: 'none' })
    expect(chain.seen).toMatchObject([
      {
        referentienummer,
        functie: 'WMO301',
        ontvanger: AGB,
        path: '/vecozo/ggk0210',
        action: '"http://www.stufstandaarden.nl/koppelvlak/ggk0210/ggk_Di01"',
      },
    ])
    const [row] = await database.query<Parameters<typeof contentIn>[0] & { storage_key: string }>(
      'SELECT id, organisation_id AS "organisationId", file_name AS "fileName", size_bytes AS "sizeBytes", sha256, envelope, storage_key FROM bericht WHERE id = $1',
      [id],
    )
    const bytes: Buffer[] = []
    const content = row && contentIn(row, row.storage_key, 'bericht')
    for await (const piece of (await content?.open(undefined, untilDone())) ?? []) bytes.push(piece as Buffer)
    expect(contentOf(chain.seen[0]?.text ?? '')).toEqual(Buffer.concat(bytes))
    expect(await detailOf(id)).toMatchObject({ status: 'AFGELEVERD', sending: null })
    const log = await auditRows(database, gemeente.id)
    expect(log.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['bericht.delivered', 'bericht.sent', 'bericht.confirmed']),
    )
  })

  it('goes to the CAK by the way of the CAK', async () => {
    await database.query('UPDATE dispatch SET receiver = $2 WHERE bericht_id = $1', [(await delivered()).id, 'CAK'])
    await turn('CAK')
    expect(chain.seen[0]?.path).toBe('/cak/ggk0210')
  })

  // Guards product chapter 5: in order per sender-receiver pair; what fails keeps its place.
  it('waits for those before it at the same receiver, and for nobody at another', async () => {
    const [first, second] = [await delivered(), await delivered()]
    const elsewhere = await delivered('99990002')
    chain.answer(ANSWERS.down, ANSWERS.received)
    expect(await turn()).toMatchObject({ kind: 'later' })
    expect(await turn()).toMatchObject({ kind: 'later' })
    expect(await turn('99990002')).toMatchObject({ kind: 'done' })
    hands.advance(5_000)
    await turn()
    await turn()
    expect(numbersSeen()).toEqual([first, elsewhere, first, second].map(({ referentienummer }) => referentienummer))
  })

  // Guards "exactly once in effect": whatever was lost after it was sent, it goes again as the same.
  it('goes again under the same referentienummer when its confirmation got lost', async () => {
    const { id, referentienummer } = await delivered()
    chain.answer(ANSWERS.broken, ANSWERS.received)
    await turn()
    expect(await detailOf(id)).toMatchObject({
      status: 'VERZONDEN',
      sending: { attempts: 1, failure: { kind: 'broken' } },
    })
    hands.advance(5_000)
    await turn()
    expect(numbersSeen()).toEqual([referentienummer, referentienummer])
    expect(await statusOf(id)).toBe('AFGELEVERD')
    expect(await auditRows(database, gemeente.id, 'bericht.sent')).toHaveLength(1)
  })

  // Guards "what every try tells": each way in which the other side fails has its name, and none is taken for a receipt.
  it.each([
    ['down', 'http', '503'],
    ['fo03', 'fault', 'StUF058'],
    ['html', 'unreadable', null],
    ['redirect', 'http', '307'],
    ['half', 'broken', expect.any(String)],
    ['endless', 'unreadable', null],
    ['broken', 'broken', expect.any(String)],
    ['silent', 'timeout', null],
    ['other', 'other', null],
  ] as const)('is not confirmed by an answer that is %s', async (answer, kind, code) => {
    const { id } = await delivered()
    chain.answer(ANSWERS[answer])
    expect(await turn()).toMatchObject({ kind: 'later' })
    expect((await detailOf(id)).sending).toMatchObject({ attempts: 1, failure: { kind, code } })
    expect(await statusOf(id)).toBe('VERZONDEN')
  })

  it.each([
    ['nobody listens', { url: new URL('https://localhost:1/vecozo/ggk0210') }, 'unreachable'],
    ['the other side is certified by somebody else', { caFile: 'stranger' }, 'certificate'],
  ])('does not leave when %s', async (_what, changes, kind) => {
    const { id } = await delivered()
    const { chain: own } = settings()
    if (!own) throw new Error('the test has no chain')
    const stranger = join(chain.folder, 'stranger.pem')
    writeFileSync(stranger, (await makeAuthority('Andere CA')).certificate.toString('pem'))
    const given = 'caFile' in changes ? { caFile: stranger } : changes
    setSettings({ ...settings(), chain: { ...own, ...given } })
    await turn().finally(() => setSettings({ ...settings(), chain: own }))
    expect((await detailOf(id)).sending).toMatchObject({ attempts: 1, failure: { kind } })
    expect(chain.seen).toEqual([])
  })

  // Guards "parked after a limit with a clear reason and an action", and that nobody behind it waits any longer.
  it('is given up after its last try, lets the next one go, and can be sent again', async () => {
    const [first, second] = [await delivered(), await delivered()]
    chain.answer(ANSWERS.down)
    for (let tries = 0; tries < 3; tries++) {
      await turn()
      hands.advance(60_000)
    }
    expect(await detailOf(first.id)).toMatchObject({
      status: 'MISLUKT',
      sending: { attempts: 3, nextAt: null, failure: { kind: 'http' } },
      timeline: [{ status: 'MISLUKT', explanation: 'http:503' }, { status: 'VERZONDEN' }, {}, {}],
    })
    expect(await auditRows(database, gemeente.id, 'bericht.parked')).toMatchObject([{ reason_code: 'http:503' }])
    chain.answer(ANSWERS.received)
    await turn()
    expect(await statusOf(second.id)).toBe('AFGELEVERD')
    const address = { product: 'iwmo', berichtId: first.id } as const
    expect(await resendBericht(jansen, address)).toMatchObject({ ok: true, value: { status: 'IN_WACHTRIJ' } })
    expect(await resendBericht(jansen, address)).toEqual({ ok: false, error: 'not_resendable' })
    await turn()
    expect(await statusOf(first.id)).toBe('AFGELEVERD')
    expect(new Set(numbersSeen())).toEqual(new Set([first.referentienummer, second.referentienummer]))
  })

  it('does not leave once it is withdrawn, and cannot be withdrawn once it left', async () => {
    const [first, second] = [await delivered(), await delivered('99990002')]
    const of = (berichtId: string) => ({ product: 'iwmo', berichtId, reason: 'dubbel' }) as const
    expect((await withdrawBericht(jansen, of(first.id))).ok).toBe(true)
    expect(await turn()).toMatchObject({ kind: 'done' })
    chain.answer(ANSWERS.down)
    await turn('99990002')
    expect(await withdrawBericht(jansen, of(second.id))).toEqual({ ok: false, error: 'not_withdrawable' })
    expect(numbersSeen()).toEqual([second.referentienummer])
  })

  // A Fo01 can overtake the confirmation: then it must not go again by itself.
  it('stays refused when the chain refused it before it confirmed it', async () => {
    const { id, referentienummer } = await delivered()
    chain.answer(ANSWERS.broken)
    await turn()
    const header = {
      ...faultAbout(
        { referentienummer: referentienummer ?? '', zender: { organisatie: gemeente.code } },
        'IB210',
        'onbekend',
      ),
      ontvanger: { organisatie: gemeente.code },
    }
    await receiveFo01(systemActor('keten', 'test'), { organisationId: gemeente.id, header })
    hands.advance(60_000)
    expect(await turn()).toMatchObject({ kind: 'done' })
    expect(chain.seen).toHaveLength(1)
    expect(await statusOf(id)).toBe('KETENFOUT')
  })

  it('is given up at once when its content is gone', async () => {
    const { id } = await delivered()
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [id])
    await turn()
    expect(await detailOf(id)).toMatchObject({ status: 'MISLUKT', sending: { failure: { kind: 'no-content' } } })
    expect(await resendBericht(jansen, { product: 'iwmo', berichtId: id })).toEqual({
      ok: false,
      error: 'content_gone',
    })
    expect(chain.seen).toEqual([])
  })

  it('waits when the clock went back, and goes when it is right again', async () => {
    await delivered()
    hands.set('2026-02-02T09:00:00.000Z')
    expect(await turn()).toMatchObject({ kind: 'later' })
    hands.set('2026-02-02T10:00:01.000Z')
    expect(await turn()).toMatchObject({ kind: 'done' })
  })
})

test('what was kept of a failure is read back, and nothing else is', () => {
  expect([
    failureIn('http:503'),
    failureIn('fault:a:b'),
    failureIn('timeout'),
    failureIn('oops'),
    failureIn(null),
  ]).toEqual([
    { kind: 'http', code: '503' },
    { kind: 'fault', code: 'a:b' },
    { kind: 'timeout', code: null },
    null,
    null,
  ])
})
