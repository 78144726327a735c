import type { MemberActor } from '#/lib/access/actor.ts'
import { answerRetour } from '#/lib/berichten/answering/answer-retour.ts'
import { readAnswerOptions } from '#/lib/berichten/answering/read-answer-options.ts'
import { findContent } from '#/lib/berichten/fetch-content.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { type BerichtRecipe, makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
stopClockAt('2026-02-03T09:00:00.000Z')

let number = 0
let client = 0
const unique = (prefix: string) => `${prefix}-${++number}`
const signal = () => AbortSignal.timeout(20_000)
let home: GivenGemeente
let jansen: MemberActor

beforeAll(async () => {
  home = await givenGemeente(database, { code: '9901' })
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })).actor
})
beforeEach(() => {
  client += 1
})

const productOf = (soort: string) => (soort.startsWith('JW') ? 'ijw' : 'iwmo')
const make = (soort: string, { values, ...recipe }: BerichtRecipe) =>
  makeBericht(soort, {
    client,
    identificatie: unique('RC'),
    values: { ReferentieAanbieder: unique('REF'), ToewijzingNummer: String(900_000 + ++number), ...values },
    ...recipe,
  })
const get = (soort: string, recipe: BerichtRecipe = {}) => received(home.id, make(soort, recipe), productOf(soort))
const assign = async (soort: string, nummer: string) =>
  accepted(
    await deliver(
      jansen,
      make(soort, {
        values: { ToewijzingNummer: nummer },
        optional: ['Product', 'Code', 'Omvang', 'Einddatum', 'Adres', 'Huis', 'Postcode', 'LandCode'],
      }),
      { product: productOf(soort) },
    ),
  )
const addressOf = ({ id, product }: BerichtView) => ({ product, berichtId: id })
const retour = (bericht: BerichtView, isRefused: boolean) =>
  answerRetour(jansen, { ...addressOf(bericht), isRefused }, signal())

async function textOf(bericht: BerichtView): Promise<string> {
  const found = await findContent(jansen, addressOf(bericht), 'bericht')
  if (!found.ok) throw new Error(found.error)
  const pieces: Buffer[] = []
  for await (const piece of await found.value.open(undefined, signal())) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}
/** The retourcodes of each class, in the order of the file: `StartProduct 9019`. */
const codesIn = (xml: string): string[] => {
  const open: string[] = []
  const codes: string[] = []
  for (const [, close, name = '', value] of xml.matchAll(/<(\/?)\w+:(\w+)[^>]*>([^<]*)/g)) {
    if (close === '/') open.pop()
    else open.push(name)
    if (name === 'RetourCode' && close === '') codes.push(`${open.at(-3)} ${value}`)
  }
  return codes
}
async function refused(heen: BerichtView): Promise<{ answer: BerichtView; codes: string[]; xml: string }> {
  const result = await retour(heen, true)
  if (!result.ok) throw new Error(result.error)
  const xml = await textOf(result.value)
  return { answer: result.value, codes: codesIn(xml), xml }
}

// Guards issue 3 item 4 at level 3 (IV028, IV032): with the codes that the portal itself found, each in its class.
describe('a retourbericht with what was found beside earlier berichten', () => {
  it.each(['WMO', 'JW'])(
    'copies the client of a %s305 whole, with the code at the start that it is about',
    async (letters) => {
      const known = String(880_000 + ++number)
      await assign(`${letters}301`, known)
      const heen = await get(`${letters}305`, {
        repeat: { StartProduct: 2 },
        values: { 'StartProduct/ToewijzingNummer': '1' },
      })
      const { answer, codes, xml } = await refused(heen)
      expect(answer).toMatchObject({ status: 'IN_WACHTRIJ', errorCount: 0, warningCount: 0, verdict: 'AFGEKEURD' })
      expect(codes).toEqual(['Header 0200', 'StartProduct 9019', 'StartProduct 9019', 'Client 0200'])
      expect(xml).not.toContain('XsltVersie')
      const given = (text: string, name: string) =>
        [...text.matchAll(new RegExp(`<\\w+:${name}>([^<]*)<`, 'g'))].map(([, v]) => v)
      const asked = await textOf(heen)
      for (const name of ['Bsn', 'Achternaam', 'ToewijzingNummer', 'Begindatum', 'StatusAanlevering'])
        expect([name, given(xml, name)]).toEqual([name, given(asked, name)])
      const detail = await readBericht(jansen, addressOf(heen))
      expect(detail).toMatchObject({ isRefused: true, awaits: null })
    },
  )

  it('leaves what is right its 0200', async () => {
    const known = String(880_000 + ++number)
    await assign('WMO301', known)
    const heen = await get('WMO307', { values: { ToewijzingNummer: known } })
    const again = await get('WMO307', { values: { ToewijzingNummer: known } })
    expect([heen, again].map(({ warningCount }) => warningCount)).toEqual([0, 1])
    expect((await refused(again)).codes).toEqual(['Header 0200', 'StopProduct 9074', 'Client 0200'])
  })

  it.each([
    ['WMO315', 'AangevraagdProduct'],
    ['WMO317', 'Verzoek'],
    ['JW315', 'AangevraagdProduct'],
    ['JW317', 'Verzoek'],
  ])('puts the code of a %s at its %s', async (soort, name) => {
    await get(soort)
    const { answer, codes } = await refused(await get(soort))
    expect(answer).toMatchObject({ errorCount: 0, warningCount: 0 })
    expect(codes.filter((code) => !code.endsWith(' 0200'))).toEqual([`${name} 9374`])
    expect(codes).toContain('Client 0200')
  })

  it('is a header only when the bericht as a whole is refused', async () => {
    const identificatie = unique('TWEE')
    await get('WMO305', { identificatie })
    client += 1
    const { codes, xml } = await refused(await get('WMO305', { identificatie }))
    expect(codes).toEqual(['Header 9056'])
    expect(xml).not.toContain(':Client>')
  })

  it('says that nothing is wrong when the gemeente knows better, and can only refuse with what was found', async () => {
    await get('WMO315')
    const doubtful = await get('WMO315')
    const { state } = await readAnswerOptions(jansen, addressOf(doubtful), signal())
    expect(state?.retour?.found.map(({ finding, retourcode }) => [finding.code, retourcode])).toEqual([
      ['TR374', '9374'],
    ])
    const good = await retour(doubtful, false)
    expect(good.ok && codesIn(await textOf(good.value))).toEqual([])
    client += 1
    expect(await retour(await get('WMO305'), true)).toEqual({ ok: false, error: 'nothing_found' })
  })
})
