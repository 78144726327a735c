import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal({}, { hasChain: true })
const jansen = new Visitor(portal)
const smit = new Visitor(portal)
let number = 0

beforeAll(async () => {
  await jansen.logIn('jansen')
  await smit.logIn('smit')
}, 60_000)

type Item = { id: string; status: string; berichtsoort: string; referentienummer: string; richting: string }
type Entry = { referentienummer: string; functie: string; bij: string }

async function deliver(): Promise<Item> {
  number += 1
  const body = makeBericht('WMO301', {
    gemeenteCode: '9901',
    agbCode: '99990002',
    identificatie: `KETEN-${number}`,
    values: { ToewijzingNummer: String(910_000 + number) },
  })
  const answer = await jansen.ask('/api/berichten/iwmo', {
    method: 'POST',
    headers: { 'content-type': 'application/xml', 'x-bestandsnaam': `keten-${number}.xml` },
    body: body.toString('utf8'),
  })
  if (answer.status !== 201) throw new Error(answer.text)
  return JSON.parse(answer.text) as Item
}

const statusOf = async ({ id }: Pick<Item, 'id'>): Promise<string> =>
  (JSON.parse((await jansen.ask(`/api/berichten/iwmo/${id}`)).text) as Item).status
const arrived = async (): Promise<Entry[]> =>
  (await (await fetch(`${portal.chainUrl}/test/ontvangen`)).json()) as Entry[]
const setMode = (modus: string) =>
  fetch(`${portal.chainUrl}/test/modus`, { method: 'POST', body: JSON.stringify({ modus }) })

/** Looks until it is so; the test's own time limit ends what never is. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100))
}

describe('the portal with its chain', () => {
  // Guards issue "done when": delivered, afgeleverd and beantwoord, by itself.
  it('sees a toewijzing through to its answer, with nobody doing anything', async () => {
    const bericht = await deliver()
    await until(async () => (await statusOf(bericht)) === 'BEANTWOORD')
    const { tijdlijn } = JSON.parse((await jansen.ask(`/api/berichten/iwmo/${bericht.id}`)).text) as {
      tijdlijn: { status: string }[]
    }
    expect(tijdlijn.map(({ status }) => status)).toEqual([
      'ONTVANGEN',
      'IN_WACHTRIJ',
      'VERZONDEN',
      'AFGELEVERD',
      'BEANTWOORD',
    ])
  }, 60_000)

  // What the CAK says is made up by its simulator; that it goes there, and that an answer ties, is not.
  it('sees an eigen bijdrage through to the answer of the CAK', async () => {
    const body = makeEigenBijdrage('WMO405', 'keten', '2026-02-02').toString('utf8')
    const headers = { 'content-type': 'application/xml', 'x-berichtsoort': 'WMO405' }
    const answer = await jansen.ask('/api/berichten/iwmo', { method: 'POST', headers, body })
    const bericht = JSON.parse(answer.text) as Item
    await until(async () => (await statusOf(bericht)) === 'BEANTWOORD')
    const [entry] = (await arrived()).filter(({ referentienummer }) => referentienummer === bericht.referentienummer)
    expect(entry).toMatchObject({ functie: 'WMO405', bij: 'cak' })
    const { gekoppeld } = JSON.parse((await jansen.ask(`/api/berichten/iwmo/${bericht.id}`)).text) as {
      gekoppeld: object[]
    }
    expect(gekoppeld).toMatchObject([{ berichtsoort: 'WMO406', relatie: 'retour', status: 'BESCHIKBAAR' }])
    expect((await jansen.ask('/producten/iwmo/eigen-bijdrage')).text).toContain('WMO406 Retour eigen bijdrage')
  }, 60_000)

  // Guards "an outage, and kill -9 of the worker": each arrives once, in the order in which it was delivered.
  it('loses nothing and sends nothing twice when the chain is out of order and the worker is killed', async () => {
    await setMode('storing')
    const wanted: string[] = []
    for (let count = 0; count < 20; count++) {
      wanted.push((await deliver()).referentienummer)
      if (count === 6 || count === 13) await portal.kill('worker')
    }
    await setMode('normaal')
    const own = async () =>
      (await arrived()).map((entry) => entry.referentienummer).filter((one) => wanted.includes(one))
    await until(async () => (await own()).length >= wanted.length)
    expect(await own()).toEqual(wanted)
  }, 90_000)

  it('shows what the chain refuses, and sends it again when asked', async () => {
    await setMode('fo01:IB210')
    const bericht = await deliver()
    await until(async () => (await statusOf(bericht)) === 'KETENFOUT')
    await setMode('normaal')
    const page = await jansen.ask(`/producten/iwmo/berichten/${bericht.id}`)
    expect(page.text).toContain('IB210')
    expect(page.text).toContain('Opnieuw verzenden')
  }, 60_000)

  // Guards "one web service process more or less": what the chain could not bring comes again.
  it('gets what the chain brings while the web service is killed', async () => {
    const bericht = await deliver()
    await until(async () => (await statusOf(bericht)) !== 'IN_WACHTRIJ')
    await portal.kill('webservice')
    await until(async () => (await statusOf(bericht)) === 'BEANTWOORD')
  }, 60_000)

  // Guards "smit switches iWmo to web service and the next 305 reaches the gemeente's software".
  it('hands what arrives on to the software of the gemeente once its Productbeheerder chose so', async () => {
    await portal.database.query("UPDATE product_settings SET channel = 'WEBSERVICE' WHERE product = 'iwmo'")
    const content = makeBericht('WMO305', { gemeenteCode: '9901', agbCode: '99990001', identificatie: 'NAAR-1' })
    const sent = await fetch(`${portal.chainUrl}/test/stuur`, { method: 'POST', body: content.toString('utf8') })
    const { referentienummer, antwoord } = (await sent.json()) as { referentienummer: string; antwoord: string }
    expect(antwoord).toBe('Bv03')
    await until(async () =>
      (await arrived()).some((entry) => entry.bij === 'software' && entry.referentienummer === referentienummer),
    )
    const [row] = await portal.database.query<{ status: string }>(
      "SELECT status FROM bericht WHERE referentienummer = $1 AND direction = 'ONTVANGEN'",
      [referentienummer],
    )
    expect(['BESCHIKBAAR', 'DOORGESTUURD']).toContain(row?.status)
    expect((await smit.ask('/producten/iwmo/instellingen')).text).toContain('Software van Voorbeeldstad (demo)')
  }, 60_000)
})
