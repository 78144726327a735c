import type { MemberActor } from '#/lib/access/actor.ts'
import { answerDeclaration, type DeclarationDecision } from '#/lib/berichten/answering/answer-declaration.ts'
import { answerRequest } from '#/lib/berichten/answering/answer-request.ts'
import { answerRetour } from '#/lib/berichten/answering/answer-retour.ts'
import { readAnswerOptions } from '#/lib/berichten/answering/read-answer-options.ts'
import { findContent } from '#/lib/berichten/fetch-content.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { Decision } from '#/lib/istandaarden/answers/write-decision.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import type { Reason, Result } from '#/lib/platform/result.ts'
import { type BerichtRecipe, makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { contentFolder, deliver, received } from '#/tests/support/berichten/deliveries.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
stopClockAt('2026-11-23T09:00:00.000Z')

let number = 0
const unique = (prefix: string) => `${prefix}-${++number}`
const signal = () => AbortSignal.timeout(20_000)

let home: GivenGemeente
let jansen: MemberActor
let colleague: MemberActor
let peters: MemberActor
let keeper: MemberActor

beforeAll(async () => {
  home = await givenGemeente(database, { code: '9901' })
  const elsewhere = await givenGemeente(database, { code: '9902' })
  const roles = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } as const
  jansen = (await givenMember(database, home, { roles })).actor
  colleague = (await givenMember(database, home, { roles })).actor
  keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
  peters = (await givenMember(database, elsewhere, { roles })).actor
})

const productOf = (soort: string) => (soort.startsWith('JW') ? 'ijw' : 'iwmo')
const get = (soort: string, recipe: BerichtRecipe = {}) => {
  const values = { ReferentieAanbieder: unique('REF'), ToewijzingNummer: String(600_000 + ++number) }
  const bytes = makeBericht(soort, {
    identificatie: unique('H'),
    dagtekening: '2026-11-20',
    ...recipe,
    values: { ...values, ...recipe.values },
  })
  return received(home.id, bytes, productOf(soort))
}
const addressOf = ({ id, product }: BerichtView) => ({ product, berichtId: id })
const detail = (bericht: BerichtView) => readBericht(jansen, addressOf(bericht))
const retour = (bericht: BerichtView, actor = jansen) =>
  answerRetour(actor, { ...addressOf(bericht), isRefused: false }, signal())
const decide = (bericht: BerichtView, decision: Decision, verzoek = 1) =>
  answerRequest(jansen, { ...addressOf(bericht), verzoek, decision }, signal())
const declare = (bericht: BerichtView, decision: DeclarationDecision) =>
  answerDeclaration(jansen, { ...addressOf(bericht), decision }, signal())
const options = (bericht: BerichtView) => readAnswerOptions(jansen, addressOf(bericht), signal())

function sent<E extends Reason>(result: Result<BerichtView, E>): BerichtView {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function textOf(bericht: BerichtView): Promise<string> {
  const found = await findContent(jansen, addressOf(bericht), 'bericht')
  if (!found.ok) throw new Error(found.error)
  const pieces: Buffer[] = []
  for await (const piece of await found.value.open(undefined, signal())) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

const firstValue = (xml: string, name: string) => new RegExp(`<[^/>]*:${name}>([^<]*)<`).exec(xml)?.[1] ?? null
const valuesOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<[^/>]*:${name}>([^<]*)<`, 'g'))].map(([, v]) => v)

// Guards issue 3 item 4: what the portal writes passes its own checks, is tied to what it answers, and settles its term.
describe('a retourbericht from the portal', () => {
  it.each(['WMO305', 'WMO307', 'WMO315', 'WMO317', 'JW305', 'JW307', 'JW315', 'JW317'])(
    'says that nothing is wrong with a %s',
    async (soort) => {
      const heen = await get(soort)
      const answer = sent(await retour(heen))
      expect(answer).toMatchObject({ status: 'IN_WACHTRIJ', errorCount: 0, warningCount: 0, verdict: 'GOED' })
      expect(answer.identificatie).toMatch(/^P[0-9A-HJKMNP-Z]{11}$/)
      const { linked, awaits } = await detail(heen)
      expect(linked).toEqual([
        expect.objectContaining({ id: answer.id, kind: 'retour', berichtsoort: answer.berichtsoort }),
      ])
      expect(awaits).not.toBe('RETOUR')
      const xml = await textOf(answer)
      expect(xml).not.toContain('RetourCode')
      expect(xml).not.toContain('Xslt')
      // The parties of a retourbericht are those of its heenbericht.
      expect([firstValue(xml, 'Afzender'), firstValue(xml, 'Ontvanger')]).toEqual([heen.afzender, '9901'])
      expect(firstValue(xml, 'DagtekeningRetour')).toBe('2026-11-23')
    },
  )

  it('refuses what breaks the rules, as a whole and with the version of the checks', async () => {
    const heen = await received(home.id, readFaulty())
    expect(heen.errorCount).toBeGreaterThan(0)
    const answer = sent(await retour(heen))
    expect(answer).toMatchObject({ status: 'IN_WACHTRIJ', errorCount: 0, verdict: 'AFGEKEURD' })
    const xml = await textOf(answer)
    expect(valuesOf(xml, 'RetourCode')).toEqual(['0001'])
    expect(firstValue(xml, 'XsltVersie')).toBe('2.10.5')
    expect(await detail(heen)).toMatchObject({ isRefused: true, awaits: null })
  })

  it('is made once: of two colleagues at the same moment one is told that it is there', async () => {
    const heen = await get('WMO305')
    const results = await Promise.all([retour(heen), retour(heen, colleague), retour(heen)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    for (const result of results) if (!result.ok) expect(result.error).toBe('already')
    expect(await retour(heen)).toEqual({ ok: false, error: 'already' })
    expect((await detail(heen)).linked).toHaveLength(1)
  })

  it('is not made for what takes none, cannot be read, or is gone', async () => {
    expect(await retour(await get('WMO302', { heenIdentificatie: unique('T') }))).toEqual({
      ok: false,
      error: 'not_asked',
    })
    expect(await retour(await received(home.id, Buffer.from('<leeg>')))).toEqual({ ok: false, error: 'unreadable' })
    const old = await get('WMO305')
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [old.id])
    expect(await retour(old)).toEqual({ ok: false, error: 'deleted' })
  })

  // Access: the own gemeente, the role, and only what reached it.
  it('is for a Gebruiker of the own gemeente alone, and every look is logged', async () => {
    const heen = await get('WMO305')
    await expect(retour(heen, peters)).rejects.toThrow(NotFoundError)
    await expect(retour(heen, keeper)).rejects.toThrow(ForbiddenError)
    const answer = sent(await retour(heen))
    await expect(retour(answer)).rejects.toThrow(NotFoundError)
    const rows = await auditRows(database, home.id, 'bericht.content-read')
    expect(rows.filter(({ object_id }) => object_id === heen.id)).toHaveLength(1)
    const delivered = await auditRows(database, home.id, 'bericht.delivered')
    expect(delivered.filter(({ object_id }) => object_id === answer.id)).toHaveLength(1)
  })
})

describe('a 319 from the portal', () => {
  it('says that a request is looked into, then that it is refused, each once', async () => {
    const request = await get('WMO315')
    expect((await options(request)).requests).toMatchObject([{ verzoek: 1, state: 'OPEN' }])
    const first = sent(await decide(request, { antwoord: '2' }))
    expect(first).toMatchObject({ berichtsoort: 'WMO319', status: 'IN_WACHTRIJ', errorCount: 0 })
    expect((await options(request)).requests).toMatchObject([{ state: 'IN_ONDERZOEK' }])
    expect(await decide(request, { antwoord: '2' })).toEqual({ ok: false, error: 'looked_into' })
    sent(await decide(request, { antwoord: '1', reden: '3' }))
    expect((await options(request)).requests).toMatchObject([{ state: 'BESLIST' }])
    expect(await decide(request, { antwoord: '1', reden: '4' })).toEqual({ ok: false, error: 'decided' })
    expect((await detail(request)).linked.map(({ kind }) => kind)).toEqual(['antwoord', 'antwoord'])
  })

  it('answers one of two requested products, and knows which', async () => {
    const request = await received(home.id, readFixture('geldig', 'wmo315-twee-producten.xml'))
    const { requests } = await options(request)
    expect(requests).toHaveLength(2)
    const answer = sent(await decide(request, { antwoord: '1', reden: '2' }, 2))
    const xml = await textOf(answer)
    expect(firstValue(xml, 'ReferentieAanbieder')).toBe(requests[1]?.referentie)
    expect(firstValue(xml, 'RedenAfwijzingVerzoek')).toBe('2')
    // It is a bericht of its own: the gemeente sends it.
    expect([firstValue(xml, 'Afzender'), firstValue(xml, 'Ontvanger')]).toEqual(['9901', request.afzender])
    expect((await options(request)).requests.map(({ state }) => state)).toEqual(['OPEN', 'BESLIST'])
    expect(await decide(request, { antwoord: '2' }, 3)).toEqual({ ok: false, error: 'not_asked' })
  })

  it('names the gemeente that is responsible, in iJw (TR377)', async () => {
    const request = await get('JW317')
    const answer = sent(await decide(request, { antwoord: '1', reden: '8', gemeente: '9902' }))
    expect(answer).toMatchObject({ status: 'IN_WACHTRIJ', errorCount: 0 })
    expect(firstValue(await textOf(answer), 'Gemeente')).toBe('9902')
  })

  it('is not given on what was refused as a whole', async () => {
    const request = await received(home.id, readFaulty())
    sent(await retour(request))
    expect(await decide(request, { antwoord: '2' })).toEqual({ ok: false, error: 'not_asked' })
  })
})

describe('a 325 from the portal', () => {
  const claim = (soort = 'WMO323') => {
    const DeclaratieNummer = `D${++number}`
    return get(soort, { values: { DeclaratieNummer, ReferentieNummer: unique('P') } })
  }
  const lineOf = async (bericht: BerichtView) => firstValue(await textOf(bericht), 'ReferentieNummer') ?? ''

  it.each(['WMO323', 'JW323'])('grants all of a %s', async (soort) => {
    const declaratie = await claim(soort)
    const answer = sent(await declare(declaratie, { kind: 'granted' }))
    expect(answer).toMatchObject({ status: 'IN_WACHTRIJ', errorCount: 0, verdict: 'GOED' })
    const xml = await textOf(answer)
    expect(valuesOf(xml, 'RetourCode')).toEqual(['0200', '8001'])
    const [claimed, granted] = valuesOf(xml, 'TotaalBedrag')
    expect(granted).toBe(claimed)
    expect(xml).not.toContain('Bsn')
    const { linked, awaits } = await detail(declaratie)
    expect(linked).toMatchObject([{ id: answer.id, kind: 'antwoord' }])
    expect(awaits).toBeNull()
    expect(await declare(declaratie, { kind: 'granted' })).toEqual({ ok: false, error: 'already' })
  })

  // IV087: only the client and the line that are refused; the totals differ by that line (TR342).
  it('refuses a line, and repeats it as it was claimed', async () => {
    const declaratie = await received(home.id, readFixture('geldig', 'wmo323-twee-clienten.xml'))
    const claimed = await textOf(declaratie)
    const [line = ''] = valuesOf(claimed, 'ReferentieNummer')
    const answer = sent(await declare(declaratie, { kind: 'partly', lines: `${line}\t9338\n${line} 9307` }))
    expect(answer).toMatchObject({ status: 'IN_WACHTRIJ', errorCount: 0 })
    const xml = await textOf(answer)
    expect(valuesOf(xml, 'RetourCode')).toEqual(['0200', '9338', '9307', '0200', '0200'])
    expect(valuesOf(xml, 'ReferentieNummer')).toEqual([line])
    expect(firstValue(xml, 'Bsn')).toBe(firstValue(claimed, 'Bsn'))
    const [total, granted] = valuesOf(xml, 'TotaalBedrag').map(Number)
    expect((total ?? 0) - (granted ?? 0)).toBe(Number(firstValue(xml, 'Bedrag')))
  })

  it('refuses all lines of a client for a code about the client', async () => {
    const declaratie = await claim()
    const line = await lineOf(declaratie)
    const answer = sent(await declare(declaratie, { kind: 'partly', lines: `${line};8187` }))
    expect(answer).toMatchObject({ status: 'IN_WACHTRIJ', errorCount: 0 })
    expect(valuesOf(await textOf(answer), 'RetourCode')).toEqual(['0200', '0233', '8187', '0200'])
  })

  it.each([
    ['9333', ['0200', '9333'], '0'],
    // A code of the header stands there alone.
    ['9056', ['9056'], undefined],
  ])('refuses the whole with %s', async (code, codes, granted) => {
    const answer = sent(await declare(await claim(), { kind: 'refused', code }))
    expect(answer).toMatchObject({ status: 'IN_WACHTRIJ', errorCount: 0 })
    const xml = await textOf(answer)
    expect(valuesOf(xml, 'RetourCode')).toEqual(codes)
    expect(valuesOf(xml, 'TotaalBedrag')[1]).toBe(granted)
  })

  it('refuses for its faults what breaks the rules, whatever was decided', async () => {
    const faulty = readFixture('geldig', 'wmo323-twee-clienten.xml')
      .toString()
      .replace(/(TotaalBedrag>)[0-9]+/, '$17')
      .replace(/(iwmo:Identificatie>)[^<]+/, `$1${unique('F')}`)
    const declaratie = await received(home.id, Buffer.from(faulty))
    const answer = sent(await declare(declaratie, { kind: 'granted' }))
    expect(answer).toMatchObject({ status: 'IN_WACHTRIJ', errorCount: 0, verdict: 'AFGEKEURD' })
    expect(valuesOf(await textOf(answer), 'RetourCode')).toEqual(['0001'])
  })

  it.each([
    ['', 'no_lines'],
    ['P-1 9338 nog', { kind: 'form', line: 1 }],
    ['\n\nP-1', { kind: 'form', line: 3 }],
    ['P-1 8001', { kind: 'code', line: 1 }],
    ['NIET-HIER 9338', { kind: 'lines', faults: [{ referentie: 'NIET-HIER', fault: 'missing' }] }],
  ])('says what is wrong with the lines %j', async (lines, error) => {
    expect(await declare(await claim(), { kind: 'partly', lines })).toEqual({ ok: false, error })
  })

  it('takes no other code for a whole declaratie, and does not refuse a credit for what was delivered (IV085)', async () => {
    expect(await declare(await claim(), { kind: 'refused', code: '9338' })).toEqual({ ok: false, error: 'no_code' })
    const declaratie = await received(home.id, readFixture('geldig', 'jw323-met-credit.xml'), 'ijw')
    const credit = /<[^/>]*:ReferentieNummer>([^<]+)<\/[^>]+>\s*<[^>]*:VorigReferentieNummer/
    const line = credit.exec(await textOf(declaratie))?.[1] ?? ''
    expect(await declare(declaratie, { kind: 'partly', lines: `${line} 9338` })).toEqual({
      ok: false,
      error: { kind: 'lines', faults: [{ referentie: line, fault: 'credit' }] },
    })
    expect(sent(await declare(declaratie, { kind: 'partly', lines: `${line} 9390` }))).toMatchObject({ errorCount: 0 })
  })

  // A refused answer counts as not sent: it may be given again, under a new identification.
  it('can be given anew when the chain refused it', async () => {
    const declaratie = await claim()
    const first = sent(await declare(declaratie, { kind: 'granted' }))
    await database.query(`UPDATE bericht SET status = 'KETENFOUT' WHERE id = $1`, [first.id])
    const second = sent(await declare(declaratie, { kind: 'granted' }))
    expect(second.identificatie).not.toBe(first.identificatie)
  })
})

function readFaulty(): Buffer {
  // TR-rules ask a sane period: the end before the beginning breaks one of level 2 and no schema.
  const text = makeBericht('WMO315', { gemeenteCode: '9901', identificatie: unique('F') }).toString()
  return Buffer.from(text.replace(/(:Bsn>)[0-9]{9}/, '$1123456789'))
}

it('keeps what deliveries do: a delivered bericht is not answered here', async () => {
  const outcome = await deliver(jansen, makeBericht('WMO301', { gemeenteCode: '9901', identificatie: unique('T') }))
  if (outcome.kind !== 'accepted') throw new Error(outcome.kind)
  await expect(options(outcome.bericht)).rejects.toThrow(NotFoundError)
})
