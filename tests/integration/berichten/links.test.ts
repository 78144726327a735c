import type { MemberActor } from '#/lib/access/actor.ts'
import { systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import type { BerichtEvent } from '#/lib/berichten/rules.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { type BerichtRecipe, makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
let number = 0
const unique = (prefix: string) => `${prefix}-${++number}`

describe('berichten that belong together', () => {
  let home: GivenGemeente
  let jansen: MemberActor
  let elsewhere: GivenGemeente

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9901' })
    elsewhere = await givenGemeente(database, { code: '9902' })
    jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })).actor
  })

  /** Nothing in it is like anything in another, but what the test says. */
  const make = (soort: string, recipe: BerichtRecipe) => {
    const values = { ReferentieAanbieder: unique('REF'), ToewijzingNummer: String(500_000 + ++number) }
    return makeBericht(soort, { ...recipe, values: { ...values, ...recipe.values } })
  }
  const send = async (soort: string, recipe: BerichtRecipe): Promise<BerichtView> =>
    accepted(await deliver(jansen, make(soort, recipe), { product: soort.startsWith('JW') ? 'ijw' : 'iwmo' }))
  const get = (soort: string, recipe: BerichtRecipe, organisationId = home.id): Promise<BerichtView> =>
    received(organisationId, make(soort, recipe), soort.startsWith('JW') ? 'ijw' : 'iwmo')
  const linkedTo = async ({ id: berichtId, product }: BerichtView) =>
    (await readBericht(jansen, { product, berichtId })).linked.map(({ id, kind }) => ({ id, kind }))
  const happen = (berichtId: string, event: BerichtEvent) => {
    const { scope } = authoriseSystem(systemActor('keten', 'test'), 'bericht.receive', home.id, 'iwmo')
    return inTransaction(scope.realm, (tx) => letHappen(tx, scope, berichtId, event, { at: clock.now(), byName: null }))
  }

  const EXCHANGES = ['WMO', 'JW'].flatMap((letters) =>
    (
      [
        [301, 302],
        [305, 306],
        [307, 308],
        [315, 316],
        [317, 318],
        [319, 320],
      ] as const
    ).map(([heen, retour]) => ({ heen: `${letters}${heen}`, retour: `${letters}${retour}` })),
  )
  const IS_SENT = ['301', '319']

  // Both orders (OP080), for every heenbericht that has a retourbericht, by the road that each comes.
  describe.each(EXCHANGES)('$heen and $retour', ({ heen, retour }) => {
    const isSent = IS_SENT.includes(heen.slice(-3))
    const bring = (soort: string, recipe: BerichtRecipe) =>
      isSent === soort.endsWith(heen.slice(-3)) ? send(soort, recipe) : get(soort, recipe)

    it('are tied when the retour comes second', async () => {
      const identificatie = unique('H')
      const first = await bring(heen, { identificatie })
      const answer = await bring(retour, { identificatie: unique('R'), heenIdentificatie: identificatie })
      expect(await linkedTo(first)).toEqual([{ id: answer.id, kind: 'retour' }])
      expect(await linkedTo(answer)).toEqual([{ id: first.id, kind: 'heen' }])
      const detail = await readBericht(jansen, { product: first.product, berichtId: first.id })
      expect(detail.status).toBe(isSent ? 'BEANTWOORD' : 'BESCHIKBAAR')
      expect(detail.awaits).not.toBe('RETOUR')
    })

    it('are tied when the retour comes first', async () => {
      const identificatie = unique('H')
      const answer = await bring(retour, { identificatie: unique('R'), heenIdentificatie: identificatie })
      expect(await linkedTo(answer)).toEqual([])
      const first = await bring(heen, { identificatie })
      expect(await linkedTo(first)).toEqual([{ id: answer.id, kind: 'retour' }])
      expect(first.awaits).not.toBe('RETOUR')
      // A new delivery still has to go to the chain, whatever has come back for its identification before.
      if (isSent) expect(first.status).toBe('IN_WACHTRIJ')
    })
  })

  it('become BEANTWOORD at the confirmation when the retour came before it', async () => {
    const identificatie = unique('H')
    await get('WMO302', { identificatie: unique('R'), heenIdentificatie: identificatie })
    const { id } = await send('WMO301', { identificatie })
    await happen(id, 'send')
    expect(await happen(id, 'confirm')).toBe('BEANTWOORD')
    const { timeline } = await readBericht(jansen, { product: 'iwmo', berichtId: id })
    expect(timeline.map(({ status }) => status)).toEqual([
      'BEANTWOORD',
      'AFGELEVERD',
      'VERZONDEN',
      'IN_WACHTRIJ',
      'ONTVANGEN',
    ])
  })

  // The retour trap: both name the same gemeente and the same identification; only the provider tells them apart.
  it('are told apart by the provider when two use the same identification', async () => {
    const identificatie = unique('H')
    const one = await get('WMO305', { identificatie, agbCode: '99990001' })
    const other = await get('WMO305', { identificatie, agbCode: '99990002' })
    const answer = await send('WMO306', {
      identificatie: unique('R'),
      heenIdentificatie: identificatie,
      agbCode: '99990002',
    })
    expect(await linkedTo(one)).toEqual([])
    expect(await linkedTo(other)).toEqual([{ id: answer.id, kind: 'retour' }])
  })

  it('are told apart by the gemeente when two use the same identification', async () => {
    const identificatie = unique('H')
    const mine = await send('WMO301', { identificatie })
    await get(
      'WMO302',
      { identificatie: unique('R'), heenIdentificatie: identificatie, gemeenteCode: '9902' },
      elsewhere.id,
    )
    expect(await linkedTo(mine)).toEqual([])
  })

  it('are not tied to what was taken back, but to what was delivered in its place', async () => {
    const identificatie = unique('H')
    const first = await send('WMO301', { identificatie })
    await withdrawBericht(jansen, { product: 'iwmo', berichtId: first.id, reason: 'vergissing' })
    const early = await get('WMO302', { identificatie: unique('R'), heenIdentificatie: identificatie })
    expect(await linkedTo(early)).toEqual([])
    const second = await send('WMO301', { identificatie, client: 3 })
    expect(await linkedTo(second)).toEqual([{ id: early.id, kind: 'retour' }])
    expect(await linkedTo(first)).toEqual([])
  })

  it('stay tied when the answer is taken back, and the question is open again', async () => {
    const identificatie = unique('H')
    const start = await get('WMO305', { identificatie })
    const retour = await send('WMO306', { identificatie: unique('R'), heenIdentificatie: identificatie })
    const address = { product: 'iwmo', berichtId: start.id } as const
    expect(await readBericht(jansen, address)).toMatchObject({
      awaits: null,
      deadlineOn: null,
      answeredAt: expect.any(Date),
    })
    await withdrawBericht(jansen, { product: 'iwmo', berichtId: retour.id, reason: 'vergissing' })
    expect(await readBericht(jansen, address)).toMatchObject({
      awaits: 'RETOUR',
      deadlineOn: start.deadlineOn,
      answeredAt: null,
      linked: [{ id: retour.id, status: 'INGETROKKEN' }],
    })
  })

  // TR056: each of two berichten with one identification gets its own retourbericht.
  it('give each of two equal identifications of one provider its own retour', async () => {
    const identificatie = unique('H')
    const one = await get('WMO305', { identificatie })
    const other = await get('WMO305', { identificatie, client: 5 })
    const first = await send('WMO306', { identificatie: unique('R'), heenIdentificatie: identificatie })
    const second = await send('WMO306', { identificatie: unique('R'), heenIdentificatie: identificatie })
    expect(await linkedTo(one)).toEqual([{ id: first.id, kind: 'retour' }])
    expect(await linkedTo(other)).toEqual([{ id: second.id, kind: 'retour' }])
  })

  // A 325 is a bericht of its own: its parties are the other way round than those of the declaratie it names.
  it.each(['WMO', 'JW'])('tie %s323 and 325, in both orders', async (letters) => {
    for (const order of ['323 first', '325 first']) {
      const identificatie = unique('D')
      const bring325 = () => send(`${letters}325`, { identificatie: unique('A'), heenIdentificatie: identificatie })
      const early = order === '325 first' ? await bring325() : null
      const declaratie = await get(`${letters}323`, { identificatie, values: { TotaalBedrag: '39000' } })
      const answer = early ?? (await bring325())
      expect(await linkedTo(declaratie)).toEqual([{ id: answer.id, kind: 'antwoord' }])
      expect(await linkedTo(answer)).toEqual([{ id: declaratie.id, kind: 'heen' }])
      const { awaits } = await readBericht(jansen, { product: declaratie.product, berichtId: declaratie.id })
      expect(awaits).toBeNull()
    }
  })

  // 301 and 319 decide on requests that they know by the reference of the provider.
  it.each([
    ['315', '301'],
    ['315', '319'],
    ['317', '301'],
    ['317', '319'],
  ])('tie a %s to the %s that decides on it, in both orders', async (request, decision) => {
    for (const isRequestFirst of [true, false]) {
      const values = { ReferentieAanbieder: unique('VOT') }
      const ask = () => get(`WMO${request}`, { identificatie: unique('V'), values })
      const decide = () => send(`WMO${decision}`, { identificatie: unique('B'), values })
      const early = isRequestFirst ? await ask() : await decide()
      const late = isRequestFirst ? await decide() : await ask()
      const [asked, decided] = isRequestFirst ? [early, late] : [late, early]
      expect(await linkedTo(asked)).toEqual([{ id: decided.id, kind: 'antwoord' }])
      expect(await linkedTo(decided)).toEqual([{ id: asked.id, kind: 'heen' }])
    }
  })

  it('are not tied by the reference of another provider', async () => {
    const values = { ReferentieAanbieder: unique('VOT') }
    const asked = await get('WMO315', { identificatie: unique('V'), values, agbCode: '99990001' })
    await send('WMO319', { identificatie: unique('B'), values, agbCode: '99990002' })
    expect(await linkedTo(asked)).toEqual([])
  })

  it('tie a corrected start to the start that it deletes, whichever came first', async () => {
    for (const isStartFirst of [true, false]) {
      const base = { client: ++number, values: { ToewijzingNummer: String(100_000 + number) } }
      const start = () => get('WMO305', { ...base, identificatie: unique('S') })
      const deletion = () =>
        get('WMO305', { ...base, identificatie: unique('S'), values: { ...base.values, StatusAanlevering: '3' } })
      const early = isStartFirst ? await start() : await deletion()
      const late = isStartFirst ? await deletion() : await start()
      const [first, correction] = isStartFirst ? [early, late] : [late, early]
      expect(await linkedTo(first)).toEqual([{ id: correction.id, kind: 'correctie' }])
      expect(await linkedTo(correction)).toEqual([{ id: first.id, kind: 'eerder' }])
    }
  })

  it('tie a changed toewijzing to the version before it', async () => {
    const values = { ToewijzingNummer: String(200_000 + ++number) }
    const first = await send('WMO301', { identificatie: unique('T'), values })
    const changed = await send('WMO301', {
      identificatie: unique('T'),
      dagtekening: '2026-03-02',
      values: { ...values, RedenWijziging: '03', Toewijzingsdatum: '2026-03-01' },
      optional: ['RedenWijziging', 'Product', 'Code', 'Omvang', 'Einddatum', 'Adres', 'Huis', 'Postcode', 'LandCode'],
    })
    expect(await linkedTo(first)).toEqual([{ id: changed.id, kind: 'correctie' }])
    expect(await linkedTo(changed)).toEqual([{ id: first.id, kind: 'eerder' }])
  })

  // Without the locks neither of two transactions at one moment sees the other, and the tie is never made.
  it('are tied when heen and retour come at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const identificatie = unique('H')
      const [start, retour] = await Promise.all([
        get('WMO305', { identificatie }),
        send('WMO306', { identificatie: unique('R'), heenIdentificatie: identificatie }),
      ])
      expect(await linkedTo(start)).toEqual([{ id: retour.id, kind: 'retour' }])
    }
  })

  // Nothing that a refused delivery says is true for anybody.
  it('leave a refused delivery alone', async () => {
    const identificatie = unique('H')
    const start = await get('WMO305', { identificatie })
    const bytes = makeBericht('WMO306', {
      identificatie: unique('R'),
      heenIdentificatie: identificatie,
      gemeenteCode: '9902',
    })
    expect((await deliver(jansen, bytes)).kind).toBe('rejected')
    expect(await linkedTo(start)).toEqual([])
  })
})
