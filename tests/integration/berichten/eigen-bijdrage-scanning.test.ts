import type { MemberActor } from '#/lib/access/actor.ts'
import { systemActor } from '#/lib/access/actor.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { scanWaiting } from '#/lib/berichten/scanning/scan-waiting.ts'
import type { BerichtView } from '#/lib/berichten/schema.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { accepted, contentFolder, deliver, received, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { testScanner } from '#/tests/support/scanner.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const scanner = testScanner()
const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee`, CLAMD_ADRES: scanner.setting })
const worker = systemActor('berichten.scan-contents', 'test')

describe('the eigen bijdrage and the virus scanner', () => {
  let home: GivenGemeente
  let jansen: MemberActor

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9901' })
    jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
    await scanner.start()
    scanner.judge()
  })

  const scan = () => scanWaiting(worker, untilDone())
  const read = ({ id }: BerichtView) => readBericht(jansen, { product: 'iwmo', berichtId: id })

  // Nothing of what it says was kept while it was held, and a bare file says nothing of what it is.
  it('is still what its sender chose when it is let in, and its answer ties only then', async () => {
    const file = makeEigenBijdrage('WMO405', 'scan', '2026-02-02')
    const held = accepted(await deliver(jansen, file, { eigenBijdrage: 'WMO405' }))
    expect(held.status).toBe('IN_CONTROLE')
    await scan()
    const heen = await read(held)
    expect(heen).toMatchObject({ status: 'IN_WACHTRIJ', berichtsoort: 'WMO405', errorCount: 0 })
    expect(heen.envelope).toMatchObject({ functie: 'WMO405', ontvanger: { organisatie: 'CAK' } })
    const content = makeEigenBijdrage('WMO406', 'scan', '2026-02-02')
    const recipe = { referentienummer: ids.referentienummer(), crossRefnummer: heen.referentienummer ?? '' }
    await received(home.id, await makeEnvelope('WMO406', content, recipe))
    expect((await read(held)).status).toBe('IN_WACHTRIJ')
    await scan()
    expect((await read(held)).status).toBe('BEANTWOORD')
  })
})
