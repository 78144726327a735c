import type { MemberActor } from '#/lib/access/actor.ts'
import { systemActor } from '#/lib/access/actor.ts'
import { authoriseSystem } from '#/lib/access/authorise.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { receiveFo01 } from '#/lib/berichten/receive-fo01.ts'
import { applyEvent } from '#/lib/berichten/repository.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import type { FaultHeader } from '#/lib/envelope/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { accepted, contentFolder, deliver, receive } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })

const chain = systemActor('keten', 'test')
let number = 0

describe('envelopes from the chain', () => {
  let jansen: MemberActor
  let organisationId: string

  beforeAll(async () => {
    const gemeente = await givenGemeente(database, { code: '9901' })
    organisationId = gemeente.id
    jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
  })

  const newToewijzing = async () =>
    accepted(await deliver(jansen, makeBericht('WMO301', { gemeenteCode: '9901', identificatie: `K-${++number}` })))
  const read = ({ id }: BerichtView) => readBericht(jansen, { product: 'iwmo', berichtId: id })
  const retourOn = (heenIdentificatie: string) =>
    makeBericht('WMO302', { gemeenteCode: '9901', identificatie: `R-${++number}`, heenIdentificatie })

  // The chain delivers at least once; the gemeente sees it once.
  it('are taken in once per referentienummer, whatever is in the second', async () => {
    const referentienummer = ids.referentienummer()
    const start = (client: number) => makeBericht('WMO305', { gemeenteCode: '9901', identificatie: 'ST-7', client })
    const file = await makeEnvelope('WMO305', start(1), { referentienummer })
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => receive(organisationId, file)))
    expect(outcomes.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1)
    expect(new Set(outcomes.map(({ bericht }) => bericht.id)).size).toBe(1)
    const other = await receive(organisationId, await makeEnvelope('WMO305', start(2), { referentienummer }))
    expect(other).toMatchObject({ isRepeated: true, isSameContent: false })
    // The same bericht under another number is another one: a provider may send it again.
    const again = await makeEnvelope('WMO305', start(1), { referentienummer: ids.referentienummer() })
    expect(await receive(organisationId, again)).toMatchObject({ isRepeated: false })
  })

  it('tie a retourbericht to the bericht that they name', async () => {
    const [named, other] = [await newToewijzing(), await newToewijzing()]
    // The envelope says one, the bericht in it another: the number is the chain's own and cannot be mistyped.
    const file = await makeEnvelope('WMO302', retourOn(other.identificatie ?? ''), {
      referentienummer: ids.referentienummer(),
      crossRefnummer: named.referentienummer ?? '',
    })
    const { bericht } = await receive(organisationId, file)
    expect((await read(named)).status).toBe('BEANTWOORD')
    expect((await read(other)).status).toBe('IN_WACHTRIJ')
    expect((await read(bericht)).linked.map(({ id }) => id)).toEqual([named.id])
  })

  // A provider that names the bericht of another one, by mistake or not, must not settle what that one owes.
  it('tie it by identification when they name one of another provider', async () => {
    const identificatie = `K-${++number}`
    const foreign = accepted(
      await deliver(jansen, makeBericht('WMO301', { gemeenteCode: '9901', identificatie, agbCode: '99990002' })),
    )
    const own = await newToewijzing()
    const file = await makeEnvelope('WMO302', retourOn(own.identificatie ?? ''), {
      referentienummer: ids.referentienummer(),
      crossRefnummer: foreign.referentienummer ?? '',
    })
    const { bericht } = await receive(organisationId, file)
    expect((await read(bericht)).linked.map(({ id }) => id)).toEqual([own.id])
    expect([(await read(foreign)).status, (await read(own)).status]).toEqual(['IN_WACHTRIJ', 'BEANTWOORD'])
  })

  it('tie it by identification when they name one that is not here', async () => {
    const heen = await newToewijzing()
    const file = await makeEnvelope('WMO302', retourOn(heen.identificatie ?? ''), {
      referentienummer: ids.referentienummer(),
      crossRefnummer: ids.referentienummer(),
    })
    await receive(organisationId, file)
    expect((await read(heen)).status).toBe('BEANTWOORD')
  })

  it('are kept with their findings, so that the gemeente can answer', async () => {
    const bytes = makeBericht('WMO305', { gemeenteCode: '9902', identificatie: 'ST-9' })
    const { bericht } = await receive(
      organisationId,
      await makeEnvelope('WMO305', bytes, { referentienummer: ids.referentienummer() }),
    )
    expect(bericht).toMatchObject({ status: 'BESCHIKBAAR', errorCount: 1 })
  })

  const fault = (crossRefnummer: string, changes: Partial<FaultHeader> = {}): FaultHeader => ({
    berichtcode: 'Fo01',
    zender: { organisatie: 'VECOZO', applicatie: 'VECOZOWebservice', administratie: null },
    ontvanger: { organisatie: '9901' },
    referentienummer: ids.referentienummer(),
    tijdstipBericht: '20260103102000',
    crossRefnummer,
    fout: {
      code: 'IB010',
      plek: 'client',
      omschrijving: 'AGB-code onjuist: 99990001, Bsn 999900134',
      details: 'WMO301-00010000',
    },
    ...changes,
  })
  const receiveFault = (header: FaultHeader, to = organisationId) => receiveFo01(chain, { organisationId: to, header })

  it('refuse a bericht: status, code, timeline and log at once', async () => {
    const bericht = await newToewijzing()
    const header = fault(bericht.referentienummer ?? '')
    expect(await receiveFault(header)).toMatchObject({
      ok: true,
      value: { kind: 'refused', bericht: { status: 'KETENFOUT' } },
    })
    const detail = await read(bericht)
    expect(detail.fault).toEqual({
      referentienummer: header.referentienummer,
      zender: 'VECOZO',
      code: 'IB010',
      plek: 'client',
      // A number of nine digits may be somebody's: it is not kept.
      omschrijving: 'AGB-code onjuist: 99990001, Bsn *********',
    })
    expect(detail.timeline[0]).toMatchObject({ status: 'KETENFOUT', byName: 'VECOZO', explanation: 'IB010' })
    const [row] = (await auditRows(database, organisationId, 'bericht.fault-received')).slice(-1)
    expect(row).toMatchObject({ reason_code: 'IB010', details: { zender: 'VECOZO', berichtsoort: 'WMO301' } })
    expect(JSON.stringify(row)).not.toContain('999900134')
  })

  it('refuse it once, also when the same Fo01 comes many times or long after', async () => {
    const bericht = await newToewijzing()
    const header = fault(bericht.referentienummer ?? '')
    const rows = async () => (await auditRows(database, organisationId, 'bericht.fault-received')).length
    const before = await rows()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => receiveFault(header)))
    const kinds = outcomes.map((outcome) => outcome.ok && outcome.value.kind).sort()
    expect(kinds).toEqual(['refused', ...Array.from({ length: 5 }, () => 'repeated')].sort())
    expect(await rows()).toBe(before + 1)
    const { scope } = authoriseSystem(chain, 'bericht.receive', organisationId, 'iwmo')
    const step = { at: clock.now(), byName: null }
    await inTransaction(scope.realm, (tx) => applyEvent(tx, scope, bericht.id, 'resend', step))
    expect(await receiveFault(header)).toMatchObject({ value: { kind: 'repeated' } })
    expect(await read(bericht)).toMatchObject({ status: 'IN_WACHTRIJ', fault: null })
    expect(await receiveFault(fault(bericht.referentienummer ?? ''))).toMatchObject({ value: { kind: 'refused' } })
  })

  // Guards "a second sending is not undone by what was said of the first", however many were said in between.
  it('are each remembered, also the one that was only noted', async () => {
    const bericht = await newToewijzing()
    const [first, second, noted] = [1, 2, 3].map(() => fault(bericht.referentienummer ?? ''))
    const { scope } = authoriseSystem(chain, 'bericht.receive', organisationId, 'iwmo')
    const kindOf = async (header: FaultHeader | undefined) => {
      const outcome = header && (await receiveFault(header))
      return outcome?.ok ? outcome.value.kind : null
    }
    const resend = () =>
      inTransaction(scope.realm, (tx) => applyEvent(tx, scope, bericht.id, 'resend', { at: clock.now(), byName: null }))
    expect(await kindOf(first)).toBe('refused')
    await resend()
    expect([await kindOf(second), await kindOf(noted), await kindOf(noted)]).toEqual(['refused', 'noted', 'repeated'])
    await resend()
    expect([await kindOf(first), await kindOf(noted), await kindOf(second)]).toEqual([
      'repeated',
      'repeated',
      'repeated',
    ])
    expect((await read(bericht)).status).toBe('IN_WACHTRIJ')
  })

  it('change nothing of a bericht that has been answered, but are in the log', async () => {
    const heen = await newToewijzing()
    const reference = heen.referentienummer ?? ''
    await receive(
      organisationId,
      await makeEnvelope('WMO302', retourOn(heen.identificatie ?? ''), {
        referentienummer: ids.referentienummer(),
        crossRefnummer: reference,
      }),
    )
    expect(await receiveFault(fault(reference))).toMatchObject({ value: { kind: 'noted' } })
    expect((await read(heen)).status).toBe('BEANTWOORD')
  })

  it('about what this gemeente never sent are unknown, and only the chain can bring them', async () => {
    const bericht = await newToewijzing()
    expect(await receiveFault(fault(ids.referentienummer()))).toEqual({ ok: false, error: 'unknown' })
    const other = await givenGemeente(database, { code: '9902' })
    expect(await receiveFault(fault(bericht.referentienummer ?? ''), other.id)).toEqual({ ok: false, error: 'unknown' })
    const header = fault(bericht.referentienummer ?? '')
    await expect(receiveFo01(jansen, { organisationId, header })).rejects.toThrow(ForbiddenError)
    expect((await read(bericht)).status).toBe('IN_WACHTRIJ')
  })
})
