import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { listWaiting } from '#/lib/berichten/waiting/list-waiting.ts'
import { type ListWaiting, readPlace } from '#/lib/berichten/waiting/waiting-query.ts'
import { clock, DAY_MS } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
/** A Monday. */
const hands = stopClockAt('2026-11-23T09:00:00.000Z')
let number = 0
let jansen: MemberActor
let stranger: MemberActor

/** A day later each, so that each has a day of its own. */
const request = async (organisationId: string, gemeenteCode: string): Promise<BerichtView> => {
  hands.advance(DAY_MS)
  const values = { ReferentieAanbieder: `REF-${++number}` }
  const recipe = { dagtekening: '2026-11-20', gemeenteCode, identificatie: `V-${number}`, values }
  return received(organisationId, makeBericht('WMO315', recipe))
}

beforeAll(async () => {
  const home = await givenGemeente(database, { code: '9901' })
  const elsewhere = await givenGemeente(database, { code: '9902' })
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  stranger = (await givenMember(database, elsewhere, { roles: { iwmo: 'GEBRUIKER' } })).actor
})

const ask = (change: Partial<ListWaiting> = {}, actor = jansen) =>
  listWaiting(actor, { product: 'iwmo', owedBy: 'ons', onlyLate: false, after: null, limit: 50, ...change })
const idsOf = async (change: Partial<ListWaiting> = {}, actor = jansen) =>
  (await ask(change, actor)).items.map(({ id }) => id)

async function everyPage(change: Partial<ListWaiting>): Promise<string[][]> {
  const pages: string[][] = []
  for (let after: ListWaiting['after'] = null; ; ) {
    const { items, next } = await ask({ ...change, after })
    pages.push(items.map(({ id }) => id))
    if (next === null) return pages
    after = readPlace(next)
  }
}

// Guards issue 3 item 3: what has a term stands in one place, in the order in which it presses.
describe('what waits for an answer', () => {
  const requests: BerichtView[] = []

  it('is, of the gemeente, what it received and has not answered, the soonest day first', async () => {
    for (let count = 0; count < 3; count += 1) requests.push(await request(jansen.organisationId, '9901'))
    await request(stranger.organisationId, '9902')
    expect(await idsOf()).toEqual(requests.map(({ id }) => id))
    expect(await idsOf({}, stranger)).toHaveLength(1)
    const heenIdentificatie = requests[1]?.identificatie ?? ''
    await accepted(
      await deliver(jansen, makeBericht('WMO316', { gemeenteCode: '9901', identificatie: 'R-1', heenIdentificatie })),
    )
    // The retourbericht is there; the decision is due next, two working days later.
    expect((await ask()).items.map(({ id, awaits }) => [id, awaits])).toEqual([
      [requests[0]?.id, 'RETOUR'],
      [requests[2]?.id, 'RETOUR'],
      [requests[1]?.id, 'BESLUIT'],
    ])
  })

  it('is, of the other side, what was delivered; one without a day comes last, and its day is known once it arrived', async () => {
    const sent: BerichtView[] = []
    for (let count = 0; count < 2; count += 1) {
      const values = { ToewijzingNummer: String(700_000 + ++number) }
      const recipe = { dagtekening: '2026-11-20', gemeenteCode: '9901', identificatie: `T-${number}`, values }
      sent.push(accepted(await deliver(jansen, makeBericht('WMO301', recipe))))
    }
    expect((await ask({ owedBy: 'ander' })).items.map(({ deadlineOn }) => deadlineOn)).toEqual([null, null])
    const last = sent[1]
    if (!last) throw new Error('nothing was sent')
    const { scope } = authoriseSystem(systemActor('keten', 'test'), 'bericht.receive', jansen.organisationId, 'iwmo')
    for (const event of ['send', 'confirm'] as const)
      await inTransaction(scope.realm, (tx) => letHappen(tx, scope, last.id, event, { at: clock.now(), byName: null }))
    expect(await idsOf({ owedBy: 'ander' })).toEqual([last.id, sent[0]?.id])
    expect(await everyPage({ owedBy: 'ander', limit: 1 })).toEqual([[last.id], [sent[0]?.id]])
  })

  it('comes page by page, each once', async () => {
    const whole = await idsOf()
    for (const limit of [1, 2, 3]) {
      const pages = await everyPage({ limit })
      expect(pages.flat()).toEqual(whole)
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true)
    }
  })

  it('is late the day after its day, and counted so', async () => {
    const [first] = (await ask()).items
    hands.set(`${first?.deadlineOn}T22:30:00.000Z`)
    expect((await ask()).counts.ons).toEqual({ all: 3, late: 0 })
    // Midnight in Amsterdam.
    hands.set(`${first?.deadlineOn}T23:00:00.000Z`)
    expect((await ask()).counts).toEqual({ ons: { all: 3, late: 1 }, ander: { all: 2, late: 0 } })
    expect(await idsOf({ onlyLate: true })).toEqual([first?.id])
  })

  it('is for who may see the berichten of the product', async () => {
    await expect(ask({ product: 'ijw' })).rejects.toThrow(ForbiddenError)
  })
})

describe('a place in the overview', () => {
  it.each(['', 'x', Buffer.from('2026-02-30.0199a4f4-0000-7000-8000-000000000000').toString('base64url')])(
    'is none: %j',
    (text) => expect(readPlace(text)).toBeNull(),
  )
})
