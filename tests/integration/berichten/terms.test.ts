import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { deleteExpiredFacts } from '#/lib/berichten/facts/delete-expired-facts.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import type { BerichtEvent } from '#/lib/berichten/rules.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { notePassedDeadlines } from '#/lib/berichten/terms/note-passed-deadlines.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { type BerichtRecipe, makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
/** A Monday. */
const hands = stopClockAt('2026-11-23T09:00:00.000Z')

let number = 0
const unique = (prefix: string) => `${prefix}-${++number}`

describe('what is due on a bericht', () => {
  let home: GivenGemeente
  let jansen: MemberActor

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9901' })
    jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  })
  beforeEach(() => hands.set('2026-11-23T09:00:00.000Z'))

  const make = (soort: string, recipe: BerichtRecipe) => {
    const values = { ReferentieAanbieder: unique('REF'), ToewijzingNummer: String(500_000 + ++number) }
    return makeBericht(soort, { dagtekening: '2026-11-20', ...recipe, values: { ...values, ...recipe.values } })
  }
  const send = async (soort: string, recipe: BerichtRecipe): Promise<BerichtView> =>
    accepted(await deliver(jansen, make(soort, recipe)))
  const get = (soort: string, recipe: BerichtRecipe): Promise<BerichtView> => received(home.id, make(soort, recipe))
  const dueOn = async ({ id: berichtId }: BerichtView) => {
    const { awaits, deadlineOn } = await readBericht(jansen, { product: 'iwmo', berichtId })
    return { awaits, deadlineOn }
  }
  const happen = ({ id }: BerichtView, event: BerichtEvent) => {
    const { scope } = authoriseSystem(systemActor('keten', 'test'), 'bericht.receive', home.id, 'iwmo')
    return inTransaction(scope.realm, (tx) => letHappen(tx, scope, id, event, { at: clock.now(), byName: null }))
  }
  const NOTHING = { awaits: null, deadlineOn: null }

  it('is the retourbericht, then the decision, then what was promised, then nothing', async () => {
    const identificatie = unique('V')
    const values = { ReferentieAanbieder: unique('VOT') }
    const request = await get('WMO315', { identificatie, values })
    expect(await dueOn(request)).toEqual({ awaits: 'RETOUR', deadlineOn: '2026-11-26' })
    await send('WMO316', { identificatie: unique('R'), heenIdentificatie: identificatie })
    expect(await dueOn(request)).toEqual({ awaits: 'BESLUIT', deadlineOn: '2026-11-30' })
    await send('WMO319', { identificatie: unique('A'), optional: [], values: { ...values, VerzoekAntwoord: '2' } })
    expect(await dueOn(request)).toEqual({ awaits: 'EINDBESLUIT', deadlineOn: '2027-01-15' })
    await send('WMO301', { identificatie: unique('T'), values })
    expect(await dueOn(request)).toEqual(NOTHING)
  })

  // OP274: a request for two products is answered when both are.
  it('stays while one of two requested products has no decision', async () => {
    const bytes = readFixture('geldig', 'wmo315-twee-producten.xml')
    const request = await received(home.id, bytes)
    const [one, other] = [...bytes.toString('utf8').matchAll(/<wmo315:ReferentieAanbieder>([^<]+)/g)].map(
      ([, text]) => text,
    )
    await send('WMO316', { identificatie: unique('R'), heenIdentificatie: request.identificatie ?? '' })
    for (const [ReferentieAanbieder, expected] of [
      [one, { awaits: 'BESLUIT', deadlineOn: '2026-11-30' }],
      [other, NOTHING],
    ] as const) {
      const values = { ReferentieAanbieder: ReferentieAanbieder ?? '', VerzoekAntwoord: '1' }
      await send('WMO319', { identificatie: unique('A'), values })
      expect(await dueOn(request)).toEqual(expected)
    }
  })

  // A rejected message counts as not sent: a refused decision decides nothing, and a refused request asks nothing.
  it('is open again when the decision is refused by its own retourbericht', async () => {
    const values = { ReferentieAanbieder: unique('VOT') }
    const requestId = unique('V')
    const request = await get('WMO315', { identificatie: requestId, values })
    await send('WMO316', { identificatie: unique('R'), heenIdentificatie: requestId })
    const identificatie = unique('A')
    const answer = await send('WMO319', { identificatie, values: { ...values, VerzoekAntwoord: '1' } })
    expect(await dueOn(request)).toEqual(NOTHING)
    await get('WMO320', {
      identificatie: unique('R'),
      heenIdentificatie: identificatie,
      optional: ['RetourCodes'],
      values: { RetourCode: '0001' },
    })
    expect(await readBericht(jansen, { product: 'iwmo', berichtId: answer.id })).toMatchObject({ isRefused: true })
    expect(await dueOn(request)).toEqual({ awaits: 'BESLUIT', deadlineOn: '2026-11-30' })
  })

  it('is nothing more when the gemeente refuses the request message', async () => {
    const identificatie = unique('V')
    const request = await get('WMO317', { identificatie })
    await send('WMO318', {
      identificatie: unique('R'),
      heenIdentificatie: identificatie,
      optional: ['RetourCodes'],
      values: { RetourCode: '0001' },
    })
    expect(await dueOn(request)).toEqual(NOTHING)
    expect(await readBericht(jansen, { product: 'iwmo', berichtId: request.id })).toMatchObject({ isRefused: true })
  })

  // OP090: counted from the receipt by the other side, which is what the chain confirms.
  it('has its day from the confirmation on, and none after a fault of the chain', async () => {
    const sent = await send('WMO301', { identificatie: unique('T') })
    expect(await dueOn(sent)).toEqual({ awaits: 'RETOUR', deadlineOn: null })
    hands.set('2026-11-24T23:30:00.000Z')
    await happen(sent, 'send')
    await happen(sent, 'confirm')
    expect(await dueOn(sent)).toEqual({ awaits: 'RETOUR', deadlineOn: '2026-11-30' })
    await happen(sent, 'fault')
    expect(await dueOn(sent)).toEqual(NOTHING)
    await happen(sent, 'resend')
    expect((await dueOn(sent)).awaits).toBe('RETOUR')
  })

  it('is open again when the answer is lost on the way, and settled when it is sent anew', async () => {
    const identificatie = unique('S')
    const start = await get('WMO305', { identificatie })
    const retour = await send('WMO306', { identificatie: unique('R'), heenIdentificatie: identificatie })
    expect(await dueOn(start)).toEqual(NOTHING)
    await happen(retour, 'send')
    await happen(retour, 'fail')
    expect(await dueOn(start)).toEqual({ awaits: 'RETOUR', deadlineOn: '2026-11-26' })
    await happen(retour, 'resend')
    expect(await dueOn(start)).toEqual(NOTHING)
  })

  // Level 1 (IV032): what cannot be read gets an error message, no retourbericht.
  it('is nothing on what cannot be read', async () => {
    const faulty = await received(home.id, readFixture('fout', 'wmo305-zonder-begindatum.xml'))
    expect(faulty.errorCount).toBeGreaterThan(0)
    expect(await dueOn(faulty)).toEqual(NOTHING)
  })

  it('counts days off as the operator chose', async () => {
    const chosen = settings()
    try {
      for (const [goedeVrijdag, deadlineOn] of [
        [true, '2026-04-07'],
        [false, '2026-04-03'],
      ] as const) {
        setSettings({ ...chosen, holidays: { goedeVrijdag, bevrijdingsdag: 'ja' } })
        hands.set('2026-03-31T09:00:00.000Z')
        const start = await get('WMO307', { identificatie: unique('S') })
        expect(start.deadlineOn).toBe(deadlineOn)
      }
    } finally {
      setSettings(chosen)
    }
  })

  // Two answers at one moment must not each undo what the other wrote.
  it('is worked out of all answers when several come at once', async () => {
    const identificatie = unique('V')
    const values = { ReferentieAanbieder: unique('VOT') }
    const request = await get('WMO315', { identificatie, values })
    await Promise.all([
      send('WMO316', { identificatie: unique('R'), heenIdentificatie: identificatie }),
      send('WMO301', { identificatie: unique('T'), values }),
    ])
    expect(await dueOn(request)).toEqual(NOTHING)
  })
})

describe('notePassedDeadlines', () => {
  let home: GivenGemeente
  let jansen: MemberActor
  const job = systemActor('test', 'test')
  const note = () => notePassedDeadlines(job, new AbortController().signal)

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9911' })
    jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  })
  beforeEach(() => hands.set('2026-11-23T09:00:00.000Z'))

  const notesOf = async ({ id: berichtId }: BerichtView) =>
    (await readBericht(jansen, { product: 'iwmo', berichtId })).timeline
      .filter(({ note: kind }) => kind !== null)
      .map(({ note: kind, explanation }) => [kind, explanation])

  // Whoever is told of it twice stops reading; and a day ends at midnight in the Netherlands.
  it('notes a day that has passed once, from midnight in Amsterdam on, in timeline and log', async () => {
    await note()
    const bytes = makeBericht('WMO305', { identificatie: unique('S'), gemeenteCode: '9911' })
    const start = await received(home.id, bytes)
    hands.set('2026-11-26T22:59:59.000Z')
    expect(await note()).toBe(0)
    hands.set('2026-11-26T23:00:00.000Z')
    const atOnce = await Promise.all([note(), note(), note()])
    expect(atOnce.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await note()).toBe(0)
    expect(await notesOf(start)).toEqual([['TERMIJN_VERSTREKEN', '2026-11-26']])
    const logged = await auditRows(database, home.id, 'bericht.deadline-passed')
    expect(logged.map(({ details }) => details)).toEqual([
      { berichtsoort: 'WMO305', termijn: '2026-11-26', wachtOp: 'RETOUR' },
    ])
    expect(await readBericht(jansen, { product: 'iwmo', berichtId: start.id })).toMatchObject({
      isLate: true,
      status: 'BESCHIKBAAR',
      lastChange: { status: 'BESCHIKBAAR' },
    })
  })
})

describe('deleteExpiredFacts', () => {
  it('deletes what is over, and nothing else', async () => {
    const home = await givenGemeente(database, { code: '9912' })
    await received(home.id, makeBericht('WMO305', { identificatie: unique('S'), gemeenteCode: '9912' }))
    const count = async () =>
      (await database.query('SELECT 1 FROM bericht_fact WHERE organisation_id = $1', [home.id])).length
    expect(await count()).toBe(1)
    const run = () => deleteExpiredFacts(systemActor('test', 'test'), new AbortController().signal)
    await run()
    expect(await count()).toBe(1)
    await database.query("UPDATE bericht_fact SET keep_until = '2026-11-22' WHERE organisation_id = $1", [home.id])
    hands.set('2026-11-23T09:00:00.000Z')
    expect(await run()).toBe(1)
    expect(await count()).toBe(0)
  })
})
