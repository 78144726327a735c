import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { deliverOne } from '#/tests/support/addresses.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { TEST_VIRUS, testScanner } from '#/tests/support/scanner.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const scanner = testScanner()
const portal = testPortal({ CLAMD_ADRES: scanner.setting })
let jansen: Visitor

beforeAll(async () => {
  jansen = new Visitor(portal)
  await jansen.logIn('jansen')
})

const page = (id: string) => jansen.ask(`/producten/iwmo/berichten/${id}`)
const content = (id: string) => jansen.ask(`/api/berichten/iwmo/${id}/inhoud`)

/** The worker does its work when it is called, in its own time. */
async function untilStatus(id: string, status: string): Promise<void> {
  const end = performance.now() + 30_000
  while (performance.now() < end) {
    const [row] = await portal.database.query<{ status: string }>('SELECT status FROM bericht WHERE id = $1', [id])
    if (row?.status === status) return
  }
  throw new Error(`it never became ${status}`)
}

async function deliverInfected(): Promise<string> {
  const bytes = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: 'SCAN-V' }).toString()
  const answer = await jansen.ask('/api/berichten/iwmo', {
    method: 'POST',
    headers: { 'content-type': 'application/xml', 'x-bestandsnaam': 'virus.xml' },
    body: `${bytes.trimEnd()}<!-- ${TEST_VIRUS} -->`,
  })
  return (JSON.parse(answer.text) as { id: string }).id
}

// Guards issue 3 item 7 over HTTP, with the worker: in controle, let in, destroyed.
describe('a delivery to a portal with a virus scanner', () => {
  it('is held and says so while the scanner is away, and goes on by itself when it is back', async () => {
    const id = await deliverOne(jansen, 'SCAN-1')
    const told = await content(id)
    expect([told.status, JSON.parse(told.text)]).toMatchObject([409, { code: 'IN_CONTROLE' }])
    expect(told.headers.get('retry-after')).toMatch(/^[0-9]+$/)
    const shown = (await page(id)).text
    expect(shown).toContain('In controle')
    expect(shown).not.toContain(`/api/berichten/iwmo/${id}/inhoud`)
    await scanner.start()
    // The next delivery calls the worker, which sees to all that waits.
    const next = await deliverOne(jansen, 'SCAN-2')
    await untilStatus(id, 'IN_WACHTRIJ')
    await untilStatus(next, 'IN_WACHTRIJ')
    expect((await content(id)).status).toBe(200)
  })

  it('is destroyed when it has a virus, and says so', async () => {
    const id = await deliverInfected()
    await untilStatus(id, 'AFGEKEURD')
    const told = await content(id)
    expect([told.status, JSON.parse(told.text)]).toMatchObject([410, { code: 'VIRUS' }])
    expect((await page(id)).text).toContain('Het bestand bevat een virus en is verwijderd.')
  })
})
