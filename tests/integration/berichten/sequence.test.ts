import type { MemberActor } from '#/lib/access/actor.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { SEQUENCE_RULES } from '#/lib/berichten/sequence/judge-sequence.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { ids } from '#/lib/platform/ids.ts'
import { type BerichtRecipe, makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { accepted, contentFolder, deliver, received, rejected } from '#/tests/support/berichten/deliveries.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
stopClockAt('2026-02-03T09:00:00.000Z')
let number = 0
const unique = (prefix: string) => `${prefix}-${++number}`

// Guards that the rules across berichten see what the database has, of this gemeente and product, and nothing else.
describe('a bericht held against those before it', () => {
  let home: GivenGemeente
  let jansen: MemberActor
  let client = 0

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9901' })
    jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })).actor
  })
  beforeEach(() => {
    client += 1
  })

  const productOf = (soort: string): BerichtProduct => (soort.startsWith('JW') ? 'ijw' : 'iwmo')
  const make = (soort: string, { values, ...recipe }: BerichtRecipe) =>
    makeBericht(soort, {
      client,
      identificatie: unique('SEQ'),
      values: { ReferentieAanbieder: unique('REF'), ToewijzingNummer: String(700_000 + ++number), ...values },
      ...recipe,
    })
  const send = (soort: string, recipe: BerichtRecipe = {}) =>
    deliver(jansen, make(soort, recipe), { product: productOf(soort) })
  const sent = async (...given: Parameters<typeof send>) => accepted(await send(...given))
  const get = (soort: string, recipe: BerichtRecipe = {}, to = home.id) =>
    received(to, make(soort, recipe), productOf(soort))
  /** What these rules found; a made bericht is not beyond reproach by others. */
  const codes = ({ findings }: BerichtView) => findings.map(({ code }) => code).filter((code) => code in SEQUENCE_RULES)
  const assigned = (nummer: string) => ({ ToewijzingNummer: nummer })
  const withoutReference = ['Product', 'Code', 'Omvang', 'Einddatum', 'Adres', 'Huis', 'Postcode', 'LandCode']

  it('says that a start names no toewijzing of this client, at its place and without stopping it', async () => {
    await sent('WMO301', { values: assigned('810001'), optional: withoutReference })
    const known = await get('WMO305', { values: assigned('810001') })
    expect(codes(known)).toEqual([])
    const unknown = await get('WMO305', { values: assigned('810002') })
    expect(unknown).toMatchObject({ status: 'BESCHIKBAAR', errorCount: 0, warningCount: 1 })
    expect(unknown.findings).toMatchObject([
      { code: 'TR019', ernst: 'waarschuwing', pad: expect.stringMatching(/\/StartProduct(?:\[1\])?$/) },
    ])
    expect(unknown.findings[0]?.regel).toBeGreaterThan(10)
    const logged = (await auditRows(database, home.id, 'bericht.received')).at(-1)
    expect(logged?.details).toMatchObject({ bevindingen: expect.arrayContaining(['TR019']) })
    const kept = await readBericht(jansen, { product: 'iwmo', berichtId: unknown.id })
    expect([codes(kept), kept.warningCount]).toEqual([['TR019'], 1])
  })

  it('counts the places of what came in an envelope in the bericht', async () => {
    await sent('WMO301', { values: assigned('811001'), optional: withoutReference })
    const start = make('WMO305', { values: assigned('811002') })
    const file = await makeEnvelope('WMO305', start, { referentienummer: ids.referentienummer() })
    const { findings } = await received(home.id, file)
    expect(findings).toMatchObject([{ code: 'TR019', inEnvelop: true }])
  })

  it('is silent in a gemeente that has only just begun', async () => {
    const fresh = await givenGemeente(database, { code: '9902' })
    const start = await get('WMO305', { gemeenteCode: '9902', values: assigned('812001') }, fresh.id)
    expect(codes(start)).toEqual([])
  })

  it('knows nothing of another product or gemeente', async () => {
    const values = { ...assigned('813001'), ReferentieAanbieder: unique('VOT') }
    await sent('WMO301', { values, optional: withoutReference })
    await get('WMO315', { values })
    expect(codes(await get('JW305', { values }))).toEqual([])
    expect(codes(await get('JW315', { values }))).toEqual([])
    const elsewhere = await givenGemeente(database, { code: '9903' })
    expect(codes(await get('WMO315', { values, gemeenteCode: '9903' }, elsewhere.id))).toEqual([])
  })

  it('looks past what was taken back, and past what its retourbericht refused', async () => {
    const refused = unique('H')
    await sent('WMO301', { values: assigned('814000'), optional: withoutReference })
    const early = await sent('WMO301', { values: assigned('814001'), optional: withoutReference })
    await sent('WMO301', { values: assigned('814002'), optional: withoutReference, identificatie: refused })
    await withdrawBericht(jansen, { product: 'iwmo', berichtId: early.id, reason: 'vergissing' })
    await get('WMO302', {
      heenIdentificatie: refused,
      optional: ['XsltVersie', 'RetourCodes'],
      values: { RetourCode: '0001', XsltVersie: '2.10.5' },
    })
    for (const nummer of ['814001', '814002'])
      expect([nummer, codes(await get('WMO305', { values: assigned(nummer) }))]).toEqual([nummer, ['TR019']])
  })

  it('follows starts and stops of one toewijzing', async () => {
    const values = assigned('815001')
    await sent('WMO301', { values, optional: withoutReference })
    expect(codes(await get('WMO305', { values: { ...values, Begindatum: '2026-01-20' } }))).toEqual([])
    expect(codes(await get('WMO305', { values: { ...values, Begindatum: '2026-01-20' } }))).toEqual(['TR074'])
    expect(codes(await get('WMO305', { values: { ...values, Begindatum: '2026-01-25' } }))).toEqual(['TR326'])
  })

  it('warns whoever sends: a number twice, an answer to a request that was granted, the same care twice', async () => {
    const values = { ...assigned('816001'), ReferentieAanbieder: unique('VOT') }
    await get('WMO315', { values })
    const given = await sent('WMO301', { values })
    expect([given.status, codes(given)]).toEqual(['IN_WACHTRIJ', []])
    expect(codes(await sent('WMO319', { values }))).toEqual(['TR359'])
    const twice = await sent('WMO301', { values: assigned('816002'), optional: withoutReference })
    expect(codes(twice)).toEqual(['OP259'])
    expect(
      codes(await sent('WMO301', { client: 900, values: assigned('816001'), optional: withoutReference })),
    ).toEqual(['TR332'])
  })

  it('warns of a bericht whose identification its sender used before', async () => {
    const identificatie = unique('TWEE')
    expect(codes(await get('WMO315', { identificatie }))).toEqual([])
    client += 1
    expect(codes(await get('WMO315', { identificatie }))).toEqual(['TR056'])
  })

  // VECOZO: IB019, IB020.
  describe.each(['WMO', 'JW'])('a second %s325', (letters) => {
    const claim = async () => {
      const identificatie = unique('D')
      await get(`${letters}323`, { identificatie, values: { TotaalBedrag: '39000', DeclaratieNummer: identificatie } })
      return { heenIdentificatie: identificatie, heenDagtekening: '2026-02-02' }
    }

    it('is refused and kept, and ties and settles nothing', async () => {
      const about = await claim()
      const first = await sent(`${letters}325`, about)
      const second = rejected(await send(`${letters}325`, about))
      expect([second.status, second.errorCount, codes(second)]).toEqual(['AFGEKEURD', 1, ['TWEEDE_ANTWOORD']])
      const kept = await readBericht(jansen, { product: productOf(letters), berichtId: second.id })
      expect(kept.timeline.map(({ status }) => status)).toEqual(['AFGEKEURD', 'ONTVANGEN'])
      expect(kept.linked).toEqual([])
      const logged = (await auditRows(database, home.id, 'bericht.rejected')).at(-1)
      expect(logged?.details).toMatchObject({ bevindingen: expect.arrayContaining(['TWEEDE_ANTWOORD']) })
      const { linked } = await readBericht(jansen, { product: productOf(letters), berichtId: first.id })
      expect(linked).toHaveLength(1)
    })

    it('is welcome once the first was taken back', async () => {
      const about = await claim()
      const first = await sent(`${letters}325`, about)
      await withdrawBericht(jansen, { product: productOf(letters), berichtId: first.id, reason: 'vergissing' })
      expect(codes(await sent(`${letters}325`, about))).toEqual([])
    })

    // Also when the first try got no answer: the same file again is no second answer.
    it('is told to be there already when it is the first, sent again', async () => {
      const about = await claim()
      const file = make(`${letters}325`, about)
      const twice = await Promise.all([1, 2].map(() => deliver(jansen, file, { product: productOf(letters) })))
      expect(twice.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'duplicate'])
    })

    it('is one when two come at the same moment', async () => {
      const about = await claim()
      const both = await Promise.all([send(`${letters}325`, about), send(`${letters}325`, about)])
      expect(both.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'rejected'])
    })
  })

  it('says that a 325 answers a declaratie that never came', async () => {
    const lost = { heenIdentificatie: unique('WEG'), heenDagtekening: '2026-02-03' }
    expect(codes(await sent('WMO325', lost))).toEqual(['TR337'])
  })
})
