import { Readable } from 'node:stream'
import { type MemberActor, systemActor } from '#/lib/access/actor.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { receiveBericht } from '#/lib/berichten/receive-bericht.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { accepted, contentFolder, deliver, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { type BerichtFixture, berichtFixtures, readFixture } from '#/tests/support/berichten/fixtures.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
const chain = systemActor('keten', 'test')
const productOf = (soort: string) => findBerichtsoort(soort)?.product ?? 'iwmo'
const codes = (findings: readonly Finding[]) => findings.map(({ code, variant, pad }) => ({ code, variant, pad }))

describe('every sample by the road it should come', () => {
  let jansen: MemberActor
  let organisationId: string

  beforeAll(async () => {
    const gemeente = await givenGemeente(database, { code: '9901' })
    organisationId = gemeente.id
    jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } })).actor
  })
  beforeEach(async () => {
    await database.query('DELETE FROM bericht_status_change')
    await database.query('DELETE FROM bericht')
  })

  async function receive(soort: string, bytes: Buffer): Promise<BerichtView> {
    const input = { organisationId, product: productOf(soort), body: Readable.from([bytes]) }
    const received = await receiveBericht(chain, input, untilDone())
    if (!received.ok) throw new Error(received.error)
    return received.value.bericht
  }

  const bring = async ({ berichtsoort, gemeente }: BerichtFixture, bytes: Buffer): Promise<BerichtView> => {
    if (gemeente === 'ophalen') return receive(berichtsoort, bytes)
    const outcome = await deliver(jansen, bytes, { product: productOf(berichtsoort) })
    if (outcome.kind !== 'accepted' && outcome.kind !== 'rejected') throw new Error(outcome.kind)
    return outcome.bericht
  }

  it.each(berichtFixtures.geldig)('accepts $bestand', async (fixture) => {
    const bericht = await bring(fixture, readFixture('geldig', fixture.bestand))
    expect(codes(bericht.findings)).toEqual([])
    expect(bericht.status).toBe(fixture.gemeente === 'ophalen' ? 'BESCHIKBAAR' : 'IN_WACHTRIJ')
    expect(bericht.berichtsoort).toBe(fixture.berichtsoort)
  })

  it.each(berichtFixtures.fout)('finds in $bestand exactly what is wrong with it', async (fixture) => {
    const bericht = await bring(fixture, readFixture('fout', fixture.bestand))
    // Where the index names no element, the fault is one of the file and any place that helps will do.
    const found = codes(bericht.findings).map((one, index) =>
      fixture.bevindingen[index]?.pad === null ? { ...one, pad: null } : one,
    )
    expect(found).toEqual(fixture.bevindingen)
  })

  const answers = berichtFixtures.geldig.filter(({ antwoordOp, gemeente }) => antwoordOp && gemeente === 'ophalen')
  // The retour trap: a retourbericht names its heenbericht's parties, so only berichtsoort and identification tie them.
  it.each(answers)('ties $bestand to what it answers', async (fixture) => {
    const heen = berichtFixtures.geldig.find(({ bestand }) => bestand === fixture.antwoordOp)
    if (!heen) throw new Error('the index names an answered file that it does not list')
    const isRetour = findBerichtsoort(fixture.berichtsoort)?.isRetour
    const first = await bring(heen, readFixture('geldig', heen.bestand))
    const answer = await receive(fixture.berichtsoort, readFixture('geldig', fixture.bestand))
    const detail = await readBericht(jansen, { product: answer.product, berichtId: first.id })
    expect(detail.linked.map(({ id, kind }) => ({ id, kind }))).toEqual(
      isRetour ? [{ id: answer.id, kind: 'retour' }] : [],
    )
    if (isRetour) expect(detail.status).toBe('BEANTWOORD')
  })

  it('ties a delivered retourbericht to the received bericht, which keeps its own status', async () => {
    const start = await receive('WMO305', readFixture('geldig', 'wmo305-start.xml'))
    expect(start.deadlineOn).not.toBeNull()
    const retour = accepted(await deliver(jansen, readFixture('geldig', 'wmo306-alles-goed.xml')))
    const detail = await readBericht(jansen, { product: 'iwmo', berichtId: start.id })
    expect(detail.status).toBe('BESCHIKBAAR')
    expect(detail.linked).toMatchObject([{ id: retour.id, kind: 'retour', status: 'IN_WACHTRIJ' }])
  })
})
