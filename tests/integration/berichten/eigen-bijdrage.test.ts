import { Readable } from 'node:stream'
import { zipSync } from 'fflate'
import type { MemberActor } from '#/lib/access/actor.ts'
import { systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { readAnswerOptions } from '#/lib/berichten/answering/read-answer-options.ts'
import { berichtName, otherParty } from '#/lib/berichten/bericht-name.ts'
import { onlyEigenBijdrage } from '#/lib/berichten/eigen-bijdrage/only-eigen-bijdrage.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { listBerichten } from '#/lib/berichten/list-berichten.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { readContent } from '#/lib/berichten/reading/read-content.ts'
import { readXml } from '#/lib/berichten/reading/read-xml.ts'
import { showBsn } from '#/lib/berichten/reading/show-bsn.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { type DeliveredEntry, deliverZip } from '#/lib/berichten/zip-delivery/deliver-zip.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import {
  accepted,
  contentFolder,
  deliver,
  received,
  rejected,
  untilDone,
} from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })

let number = 0
const newFile = (soort: 'WMO405' | 'WMO406' | 'WMO407' | 'WMO408' = 'WMO405') =>
  makeEigenBijdrage(soort, String(++number), '2026-02-02')

describe('berichten about the eigen bijdrage', () => {
  let jansen: MemberActor
  let organisationId: string

  beforeAll(async () => {
    const gemeente = await givenGemeente(database, { code: '9901' })
    organisationId = gemeente.id
    jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
  })

  const read = ({ id }: Pick<BerichtView, 'id'>) => readBericht(jansen, { product: 'iwmo', berichtId: id })
  const newHeen = async (eigenBijdrage: 'WMO405' | 'WMO407' = 'WMO405') =>
    accepted(await deliver(jansen, newFile(eigenBijdrage), { eigenBijdrage }))
  const retour = async (soort: 'WMO406' | 'WMO408', crossRefnummer: string | null, content = newFile(soort)) =>
    received(
      organisationId,
      await makeEnvelope(soort, content, {
        referentienummer: ids.referentienummer(),
        ...(crossRefnummer === null ? {} : { crossRefnummer }),
      }),
    )

  it('that come bare go to the CAK in an envelope of ours, in the line of their own pair', async () => {
    const bericht = await newHeen()
    expect(bericht).toMatchObject({ status: 'IN_WACHTRIJ', berichtsoort: 'WMO405', versie: '4.0', identificatie: null })
    expect(bericht.envelope).toMatchObject({
      berichtcode: 'Di01',
      zender: { organisatie: '9901' },
      ontvanger: { organisatie: 'CAK' },
      functie: 'WMO405',
      functieVersie: '0004',
      functieSubversie: '0000',
    })
    expect([berichtName(bericht), otherParty(bericht)]).toEqual(['WMO405 Eigen bijdrage', 'CAK'])
    const [line] = await database.query('SELECT sender, receiver FROM dispatch WHERE bericht_id = $1', [bericht.id])
    expect(line).toEqual({ sender: '9901', receiver: 'CAK' })
  })

  it('that come in an envelope are what it says, also with a text file in it', async () => {
    const form = { kind: 'tekstBestand', bestandsnaam: 'opgave.txt' } as const
    const recipe = { referentienummer: ids.referentienummer() }
    const bericht = accepted(await deliver(jansen, await makeEnvelope('WMO407', Buffer.from('1;2\r\n'), recipe, form)))
    expect(bericht).toMatchObject({ berichtsoort: 'WMO407', afzender: '9901', ontvanger: 'CAK' })
    const back = await received(
      organisationId,
      await makeEnvelope(
        'WMO408',
        Buffer.from('ok\r\n'),
        { referentienummer: ids.referentienummer(), crossRefnummer: recipe.referentienummer },
        { kind: 'tekstBestand', bestandsnaam: 'antwoord.txt' },
      ),
    )
    expect(back).toMatchObject({ status: 'BESCHIKBAAR', fileName: 'antwoord.txt' })
    expect(await read(bericht)).toMatchObject({ status: 'BEANTWOORD' })
  })

  // No Identificatie is known, so the content is all that tells two deliveries apart.
  it('are the same when their content is, with an envelope or without', async () => {
    const bytes = newFile()
    const first = accepted(await deliver(jansen, bytes, { eigenBijdrage: 'WMO405' }))
    const again = await deliver(
      jansen,
      await makeEnvelope('WMO405', bytes, { referentienummer: ids.referentienummer() }),
    )
    expect(again).toMatchObject({ kind: 'duplicate', earlier: { id: first.id } })
    expect((await deliver(jansen, newFile(), { eigenBijdrage: 'WMO405' })).kind).toBe('accepted')
  })

  it('that come in a zip are all what was chosen, but for those in an envelope', async () => {
    const files = {
      'een.xml': newFile(),
      'twee.xml': newFile(),
      'drie.xml': await makeEnvelope('WMO407', newFile(), { referentienummer: ids.referentienummer() }),
    }
    const soorten: string[] = []
    const zip = { product: 'iwmo', unverifiedFileName: 'alles.zip', eigenBijdrage: 'WMO405' } as const
    const body = Readable.from([Buffer.from(zipSync(files))])
    const onEntry = ({ outcome }: DeliveredEntry) =>
      void soorten.push(outcome.kind === 'accepted' ? (outcome.bericht.berichtsoort ?? '') : outcome.kind)
    expect(await deliverZip(jansen, { ...zip, body }, onEntry, untilDone())).toEqual({ ok: true, value: 3 })
    expect(soorten).toEqual(['WMO405', 'WMO405', 'WMO407'])
  })

  // Among a million others the tab must not look through all of them: the words of condition and index are the same.
  it('have an index of their own, which the list of their tab can use', async () => {
    const plan = await inTransaction({ kind: 'organisatie', organisationId }, async (tx) => {
      // In so small a table reading all of it is always cheapest.
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT b.id FROM bericht b WHERE b.organisation_id = ${organisationId}::uuid AND b.product = 'iwmo'
          AND ${onlyEigenBijdrage('alles')} ORDER BY b.created_at DESC, b.id DESC LIMIT 51`
    })
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('bericht_eigen_bijdrage')
  })

  it('that are refused are kept with what was found, and wait for nobody', async () => {
    const bericht = rejected(await deliver(jansen, Buffer.from('geen xml'), { eigenBijdrage: 'WMO405' }))
    expect(bericht).toMatchObject({ status: 'AFGEKEURD', berichtsoort: 'WMO405', errorCount: 1 })
    expect(await database.query('SELECT FROM dispatch WHERE bericht_id = $1', [bericht.id])).toEqual([])
  })

  it('are answered by the retourbericht whose envelope names them', async () => {
    const [named, other] = [await newHeen(), await newHeen()]
    const back = await retour('WMO406', named.referentienummer)
    expect(back).toMatchObject({
      status: 'BESCHIKBAAR',
      afzender: 'CAK',
      ontvanger: '9901',
      awaits: null,
      verdict: null,
    })
    expect(await read(named)).toMatchObject({
      status: 'BEANTWOORD',
      lastChange: { explanation: 'WMO406' },
      linked: [{ id: back.id, kind: 'retour' }],
      isRefused: false,
    })
    expect((await read(back)).linked).toMatchObject([{ id: named.id, kind: 'heen' }])
    expect(await read(other)).toMatchObject({ status: 'IN_WACHTRIJ', linked: [] })
  })

  // The answer can overtake the Bv03: then the confirmation must not make it AFGELEVERD again.
  it('stay answered when they are confirmed after that', async () => {
    const heen = await newHeen()
    const { scope } = authoriseSystem(systemActor('keten', 'test'), 'bericht.send', organisationId, 'iwmo')
    const step = () => ({ at: clock.now(), byName: null })
    await inTransaction(scope.realm, (tx) => letHappen(tx, scope, heen.id, 'send', step()))
    await retour('WMO406', heen.referentienummer)
    expect(await inTransaction(scope.realm, (tx) => letHappen(tx, scope, heen.id, 'confirm', step()))).toBeNull()
    expect((await read(heen)).status).toBe('BEANTWOORD')
  })

  it.each<[string, (heen: BerichtView) => Promise<BerichtView>]>([
    ['names a bericht that is not here', () => retour('WMO406', ids.referentienummer())],
    ['is of the other kind', (heen) => retour('WMO408', heen.referentienummer)],
  ])('are not answered by one that %s; it is kept and shown all the same', async (_what, answer) => {
    const heen = await newHeen()
    const back = await answer(heen)
    expect(await read(back)).toMatchObject({ status: 'BESCHIKBAAR', linked: [], findings: [] })
    expect((await read(heen)).status).toBe('IN_WACHTRIJ')
  })

  it('are not answered by one that is no XML; it is shown with what was found', async () => {
    const heen = await newHeen()
    const back = await retour('WMO406', heen.referentienummer, Buffer.from('<x>'))
    expect(back).toMatchObject({ status: 'BESCHIKBAAR', errorCount: 1 })
    expect((await read(back)).linked).toEqual([])
    expect(await read(heen)).toMatchObject({ status: 'IN_WACHTRIJ', answeredAt: null })
  })

  // Of a format that nobody knows no Bsn can be masked, so nothing of it is shown.
  it('are read by nobody on screen', async () => {
    const back = await retour('WMO406', null)
    const address = { product: 'iwmo', berichtId: back.id } as const
    const words = { skip: 0, take: 10 }
    expect((await readContent(jansen, address, words, untilDone())).content).toEqual({ ok: false, error: 'opaque' })
    const from = { regel: 1, kolom: 1 }
    expect((await readXml(jansen, address, from, untilDone())).xml).toEqual({ ok: false, error: 'opaque' })
    const form = { ...address, client: 1, reden: 'fout', toelichting: '' } as const
    expect(await showBsn(jansen, form, untilDone())).toEqual({ ok: false, error: 'opaque' })
    expect(await readAnswerOptions(jansen, address, untilDone())).toMatchObject({ hindrance: 'opaque', state: null })
  })

  it('are found by what they are', async () => {
    const heen = await newHeen('WMO407')
    const page = await listBerichten(jansen, { product: 'iwmo', soort: 'WMO407', limit: 50 })
    expect(page.items.map(({ id }) => id)).toContain(heen.id)
    expect(new Set(page.items.map(({ berichtsoort }) => berichtsoort))).toEqual(new Set(['WMO407']))
  })

  it('are of who uses iWmo, and of no other gemeente', async () => {
    const modelwijk = await givenGemeente(database, { code: '9902' })
    const jeugd = await givenMember(database, modelwijk, { roles: { ijw: 'GEBRUIKER', iwmo: 'PRODUCTBEHEERDER' } })
    await expect(deliver(jeugd.actor, newFile(), { eigenBijdrage: 'WMO405' })).rejects.toThrow(ForbiddenError)
    const other = (await givenMember(database, modelwijk, { roles: { iwmo: 'GEBRUIKER' } })).actor
    const heen = await newHeen()
    await expect(readBericht(other, { product: 'iwmo', berichtId: heen.id })).rejects.toThrow('bericht')
    // Nor does a retourbericht to one gemeente answer what another one delivered.
    const file = await makeEnvelope('WMO406', newFile('WMO406'), {
      gemeenteCode: '9902',
      referentienummer: ids.referentienummer(),
      crossRefnummer: heen.referentienummer ?? '',
    })
    await received(modelwijk.id, file)
    expect((await read(heen)).status).toBe('IN_WACHTRIJ')
  })
})
