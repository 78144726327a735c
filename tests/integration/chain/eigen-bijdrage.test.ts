import { buffer } from 'node:stream/consumers'
import { outgoingMessage } from '#/lib/chain/outbound/outgoing-message.ts'
import { writeFault } from '#/lib/envelope/wrap-envelope.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { type EnvelopeRecipe, makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import type { DemoCertificate } from '#/simulators/keten/certificates.ts'
import { contentFolder } from '#/tests/support/berichten/deliveries.ts'
import { codeOf, envelopeOf, nextReference, testSoapService } from '#/tests/support/chain/soap-service.ts'
import { testChain } from '#/tests/support/chain/test-chain.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}` })
const service = testSoapService(database, testChain())

let organisationId: string

beforeAll(async () => {
  const gemeente = await givenGemeente(database, { code: '9901' })
  organisationId = gemeente.id
  await service.register(gemeente, service.fingerprintOf('voorbeeldstad'))
})

async function about(soort: 'WMO405' | 'WMO406' | 'WMO407', recipe: EnvelopeRecipe = {}) {
  const referentienummer = nextReference()
  const content = makeEigenBijdrage(soort, referentienummer, '2026-02-02')
  return { referentienummer, text: (await makeEnvelope(soort, content, { ...recipe, referentienummer })).toString() }
}

describe('the eigen bijdrage over the web service', () => {
  it('goes out by the software of a gemeente, and comes back from the CAK as its answer', async () => {
    const heen = await about('WMO405')
    expect(codeOf(await service.post('voorbeeldstad', heen.text))).toBe('received')
    expect(codeOf(await service.post('voorbeeldstad', heen.text))).toBe('received')
    expect(await service.rowsWith(heen.referentienummer)).toMatchObject([{ status: 'IN_WACHTRIJ' }])
    const back = await about('WMO406', { crossRefnummer: heen.referentienummer })
    expect(codeOf(await service.post('cak', back.text))).toBe('received')
    expect(await service.rowsWith(back.referentienummer)).toMatchObject([{ status: 'BESCHIKBAAR' }])
    expect(await service.rowsWith(heen.referentienummer)).toMatchObject([{ status: 'BEANTWOORD' }])
  })

  it('comes in once per referentienummer, also when its heenbericht is not here', async () => {
    const { text, referentienummer } = await about('WMO406')
    expect(codeOf(await service.post('cak', text))).toBe('received')
    expect(codeOf(await service.post('cak', text))).toBe('received')
    expect(await service.rowsWith(referentienummer)).toHaveLength(1)
  })

  it('becomes KETENFOUT by a Fo01 of the CAK', async () => {
    const heen = await about('WMO405')
    await service.post('voorbeeldstad', heen.text)
    const fault = writeFault({
      berichtcode: 'Fo01',
      zender: { organisatie: 'CAK', applicatie: 'CAK', administratie: null },
      ontvanger: { organisatie: '9901' },
      referentienummer: nextReference(),
      tijdstipBericht: '20260202101500',
      crossRefnummer: heen.referentienummer,
      fout: { code: 'IB234', plek: 'client', omschrijving: 'x', details: null },
    })
    expect(codeOf(await service.post('cak', fault.toString()))).toBe('received')
    expect(await service.rowsWith(heen.referentienummer)).toMatchObject([{ status: 'KETENFOUT' }])
  })

  // What leaves is written anew round the content: a text file keeps its name, without which it is no text file.
  it('leaves in an envelope for the CAK, as a text file when it came as one', async () => {
    const referentienummer = nextReference()
    const form = { kind: 'tekstBestand', bestandsnaam: 'opgave.txt' } as const
    const envelope = await makeEnvelope('WMO405', Buffer.from('1;2\r\n'), { referentienummer }, form)
    expect(codeOf(await service.post('voorbeeldstad', envelope.toString()))).toBe('received')
    const row = await inTransaction({ kind: 'organisatie', organisationId }, (tx) =>
      tx.bericht.findFirstOrThrow({ where: { referentienummer } }),
    )
    const message = await outgoingMessage(row, new AbortController().signal)
    if (!message.ok) throw new Error(message.error)
    const sent = (await buffer(message.value.body)).toString()
    expect(sent).toContain('<GGK:tekstBestand bestandsnaam="opgave.txt">')
    expect(sent).toContain(Buffer.from('1;2\r\n').toString('base64'))
    expect(sent).toMatch(/<StUF:ontvanger>\s*<StUF:organisatie>CAK</)
  })

  // Whose functie it is, and for whom, is known before the content comes in: nothing of it is kept.
  it.each<[string, string, DemoCertificate, () => Promise<{ text: string }>]>([
    ['a WMO405 from the CAK', 'IB234', 'cak', () => about('WMO405', { zender: 'CAK', ontvanger: '9901' })],
    ['a WMO406 from a gemeente', 'IB234', 'voorbeeldstad', () => about('WMO406', { zender: '9901', ontvanger: 'CAK' })],
    ['a WMO405 for an aanbieder', 'IB234', 'voorbeeldstad', () => about('WMO405', { ontvanger: '99990001' })],
    ['a WMO406 in the name of an aanbieder', 'IB002', 'cak', () => about('WMO406', { zender: '99990001' })],
    ['a WMO406 that VECOZO brings', 'IB234', 'vecozo', () => about('WMO406')],
    ['a start of care that the CAK brings', 'IB234', 'cak', () => envelopeOf('WMO305', { zender: 'CAK' })],
  ])('is refused with %s: %s', async (_what, code, as, make) => {
    const before = await database.query('SELECT count(*) FROM bericht')
    expect(codeOf(await service.post(as, (await make()).text))).toBe(code)
    expect(await database.query('SELECT count(*) FROM bericht')).toEqual(before)
  })
})
