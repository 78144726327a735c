import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { MemberActor } from '#/lib/access/actor.ts'
import { deliverBericht } from '#/lib/berichten/deliver-bericht.ts'
import { findContent, recordFetch } from '#/lib/berichten/fetch-content.ts'
import { listBerichten } from '#/lib/berichten/list-berichten.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { validatorPool } from '#/lib/validator/pool.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${mkdtempSync(join(tmpdir(), 'berichten-'))}` })

describe('deliverBericht', () => {
  let jansen: MemberActor

  beforeAll(async () => {
    const gemeente = await givenGemeente(database, { code: '9901' })
    jansen = (await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })).actor
  })
  afterAll(() => validatorPool().close())

  it('takes in a file whole: listed, with its timeline, and the same bytes come out', async () => {
    const bytes = readFixture('geldig', 'wmo301-twee-producten.xml')
    const outcome = await deliverBericht(
      jansen,
      { product: 'iwmo', unverifiedFileName: 'toewijzing.xml', body: Readable.from([bytes]) },
      new AbortController().signal,
    )
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
    const { id: berichtId } = outcome.bericht
    const page = await listBerichten(jansen, { product: 'iwmo', limit: 50 })
    expect(page.items.map(({ id }) => id)).toEqual([berichtId])
    const detail = await readBericht(jansen, { product: 'iwmo', berichtId })
    expect(detail.timeline.map(({ status }) => status)).toEqual(['IN_WACHTRIJ', 'ONTVANGEN'])
    const found = await findContent(jansen, { product: 'iwmo', berichtId })
    if (!found.ok) throw new Error(found.error)
    const content = await buffer(await found.value.open(undefined, new AbortController().signal))
    expect(content.equals(bytes)).toBe(true)
    await recordFetch(jansen, { product: 'iwmo', berichtId, ending: 'whole', sha256: detail.sha256 })
  })
})
