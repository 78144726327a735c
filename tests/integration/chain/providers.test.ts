import type { MemberActor } from '#/lib/access/actor.ts'
import { isTestBsn } from '#/lib/istandaarden/bsn.ts'
import { lastOfMonth, plusMonths } from '#/lib/platform/calendar-day.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { type BerichtRecipe, makeBericht, USUAL_ELEMENTS } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { Dossiers } from '#/simulators/keten/dossiers.ts'
import { newMark, valueIn } from '#/simulators/keten/exchange.ts'
import { makeChange, makeClaim, makeRequest, type OwnBericht } from '#/simulators/keten/own-berichten.ts'
import { Planner } from '#/simulators/keten/planner.ts'
import { Stories } from '#/simulators/keten/stories.ts'
import { accepted, contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { exchangeOf, PlannedTime } from '#/tests/support/chain/planned.ts'
import { nextReference, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}` })
const chain = testChain()
const service = testSoapService(database, chain)
const today = dayInAmsterdam(new Date())
const monthAgo = `${plusMonths(today, -1).slice(0, 7)}-03`
const inAMonth = lastOfMonth(plusMonths(today, 2))

let number = 0
let gemeente: GivenGemeente
let jansen: MemberActor

beforeAll(async () => {
  gemeente = await givenGemeente(database, { code: '9901' })
  jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })).actor
})

/** Assigns care, as the gemeente does: the file, accepted by the portal. */
async function assigned(soort: 'WMO301' | 'JW301', changes: BerichtRecipe): Promise<Buffer> {
  number += 1
  const file = makeBericht(soort, {
    gemeenteCode: '9901',
    identificatie: `PR-${number}`,
    dagtekening: today,
    client: 500 + number,
    optional: USUAL_ELEMENTS.filter((name) => name !== 'ReferentieAanbieder'),
    ...changes,
    values: {
      Ingangsdatum: monthAgo,
      Einddatum: inAMonth,
      // A value is the same for all products; of several each gets a number of its own.
      ...(changes.repeat ? {} : { ToewijzingNummer: String(600_000 + number) }),
      ...changes.values,
    },
  })
  accepted(await deliver(jansen, file, { product: soort === 'WMO301' ? 'iwmo' : 'ijw' }))
  return file
}

function dossierOf(soort: string, file: Buffer) {
  const dossiers = new Dossiers()
  dossiers.remember(exchangeOf(soort, file, today))
  const [dossier] = dossiers.list()
  if (dossier === undefined) throw new Error('nothing was remembered')
  return dossier
}

async function brought({ functie, content }: OwnBericht) {
  const file = await makeEnvelope(functie, content, { referentienummer: nextReference() })
  return received(gemeente.id, file, functie.startsWith('WMO') ? 'iwmo' : 'ijw')
}

// What the simulator sends must not teach anybody wrong: it passes every check of the portal, those across berichten too.
describe('what the providers of the simulator write of themselves', () => {
  it.each<[string, 'WMO301' | 'JW301', BerichtRecipe]>([
    ['hours in a week', 'WMO301', {}],
    ['a volume of the whole period', 'WMO301', { values: { Frequentie: '6', Eenheid: '82', Volume: '3' } }],
    ['euros', 'WMO301', { values: { Frequentie: '4', Eenheid: '83', Volume: '2500' } }],
    ['two products', 'JW301', { repeat: { ToegewezenProduct: 2 } }],
  ])('has no findings about %s', async (_what, soort, changes) => {
    const dossier = dossierOf(soort, await assigned(soort, changes))
    const occasion = { today, mark: newMark() }
    const [claim, change] = [makeClaim(dossier, occasion), makeChange(dossier, occasion)]
    expect([claim?.functie, change?.functie]).toEqual([soort.replace('301', '323'), soort.replace('301', '317')])
    for (const one of [claim, change])
      if (one !== null) expect(await brought(one)).toMatchObject({ status: 'BESCHIKBAAR', findings: [] })
  })

  it('has none in a request for what ended, about a person who does not exist', async () => {
    const file = await assigned('WMO301', {})
    const request = makeRequest(dossierOf('WMO301', file), { today, mark: newMark() })
    if (request === null) throw new Error('nothing was asked for')
    expect(await brought(request)).toMatchObject({ status: 'BESCHIKBAAR', findings: [], awaits: 'RETOUR' })
    expect(isTestBsn(valueIn(request.content.toString(), 'Bsn') ?? '')).toBe(true)
  })
})

describe('the providers of the simulator', () => {
  const time = new PlannedTime()
  const errors: unknown[] = []
  let stories: Stories

  beforeAll(() => {
    const road = { url: new URL(service.url), folder: chain.folder, signal: new AbortController().signal }
    const rhythm = { firstAfterMs: 240_000, everyMs: 60_000, most: 2 }
    stories = new Stories({ road, planner: new Planner(time.later, (error) => errors.push(error)), rhythm })
  })

  const receivedOf = (soort: string) =>
    database.query<{ id: string; findings: unknown[] }>(
      "SELECT id, findings FROM bericht WHERE berichtsoort = $1 AND direction = 'ONTVANGEN' ORDER BY created_at",
      [soort],
    )

  /** Lets the next things happen until so many berichten of a kind have come; they come over the line, in their own time. */
  async function untilThereAre(soort: string, wanted: number) {
    for (;;) {
      const rows = await receivedOf(soort)
      if (rows.length >= wanted) return rows
      time.next()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  it('answer, begin care, and some minutes later claim it and ask for more', async () => {
    const file = await assigned('WMO301', { agbCode: '99990002' })
    const { header } = exchangeOf('WMO301', file, today)
    const before = await receivedOf('WMO323')
    const asked = await receivedOf('WMO315')
    stories.play({ header, text: '', content: file })
    await untilThereAre('WMO302', 1)
    await untilThereAre('WMO305', 1)
    const own = [
      ...(await untilThereAre('WMO323', before.length + 1)).slice(-1),
      ...(await untilThereAre('WMO315', asked.length + 1)).slice(-1),
    ]
    expect(own).toMatchObject([{ findings: [] }, { findings: [] }])
    expect(errors).toEqual([])
  })

  // 319 -> 320 and 301 -> 302; a 325 is an answer itself.
  it.each<[string, string | null]>([
    ['WMO319', 'WMO320'],
    ['WMO325', null],
  ])('answer a %s with %s', async (soort, answer) => {
    while (time.next() !== null) await new Promise((resolve) => setTimeout(resolve, 20))
    const file = makeBericht(soort, { gemeenteCode: '9901', identificatie: `AN-${soort}`, dagtekening: today })
    const { header } = exchangeOf(soort, file, today)
    stories.play({ header, text: '', content: file })
    if (answer === null) expect(time.next()).toBeNull()
    else expect(await untilThereAre(answer, 1)).toHaveLength(1)
  })
})
