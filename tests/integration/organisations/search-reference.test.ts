import { randomBytes } from 'node:crypto'
import { refuseLogin } from '#/lib/identity/login/refuse-login.ts'
import { openReferenceSearch, searchReference } from '#/lib/organisations/references/search-reference.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember, givenStaff, TEST_ORIGIN } from '#/tests/support/world.ts'

const database = testDatabase()

async function givenBericht(organisationId: string): Promise<string> {
  const [id, referentienummer] = [ids.rowId(), ids.referentienummer()]
  await database.query(
    `INSERT INTO bericht (id, organisation_id, product, direction, status, berichtsoort, versie, afzender, ontvanger,
       identificatie, referentienummer, file_name, size_bytes, sha256, findings, error_count, warning_count, created_at)
     VALUES ($1, $2, 'iwmo', 'AANGELEVERD', 'AFGEKEURD', 'WMO301', '3.2', '9901', '99990001',
       'GEHEIM-IDENTIFICATIE', $3, 'geheim-bestand.xml', 10, $4,
       '[{"code": "CS002", "melding": "bsn 999900006"}, {"code": "XSD", "melding": "geheime waarde"}]', 2, 0, now())`,
    [id, organisationId, referentienummer, randomBytes(32)],
  )
  await database.query(
    `INSERT INTO bericht_status_change (id, bericht_id, organisation_id, status, at, by_name, explanation)
     VALUES ($1, $2, $3, 'AFGEKEURD', now(), 'G. Heim', 'geheime uitleg')`,
    [ids.rowId(), id, organisationId],
  )
  return referentienummer
}

const searches = () =>
  database.query<{ details: { referentie: string | null } }>(
    "SELECT details FROM audit_event WHERE event = 'reference.searched' ORDER BY at, id",
  )

describe('searchReference', () => {
  it('finds the refused login behind the code that a caller reads out', async () => {
    const desk = await givenStaff(database)
    const page = await refuseLogin({
      code: 'AGREEMENTS_MISSING',
      brokerId: 'kpn',
      organisationId: (await givenGemeente(database)).id,
      origin: TEST_ORIGIN,
    })
    const code = new URL(page, 'http://localhost').searchParams.get('code') ?? ''
    const answer = await searchReference(desk, ` ${code.toLowerCase().slice(0, 4)} ${code.slice(4)} `)
    expect(answer.entries.map(({ event, reasonCode }) => [event, reasonCode])).toEqual([
      ['login.refused', 'AGREEMENTS_MISSING'],
    ])
  })

  it('tells status, codes and times of a bericht, and nothing of its content, names or file', async () => {
    const desk = await givenStaff(database)
    const gemeente = await givenGemeente(database)
    const answer = await searchReference(desk, await givenBericht(gemeente.id))
    expect(answer.bericht).toMatchObject({
      organisationName: gemeente.name,
      status: 'AFGEKEURD',
      berichtsoort: 'WMO301',
      findingCodes: ['CS002', 'XSD'],
      timeline: [{ status: 'AFGEKEURD' }],
    })
    expect(JSON.stringify(answer)).not.toMatch(/geheim|999900006|Heim/i)
  })

  it('gives nothing to anybody of a gemeente, not even past the use case', async () => {
    const gemeente = await givenGemeente(database)
    const referentienummer = await givenBericht(gemeente.id)
    const { actor } = await givenMember(database, gemeente, { isManager: true, roles: { iwmo: 'GEBRUIKER' } })
    await expect(searchReference(actor, referentienummer)).rejects.toThrow(ForbiddenError)
    expect(() => openReferenceSearch(actor)).toThrow(ForbiddenError)
    for (const realm of [{ kind: 'organisatie', organisationId: gemeente.id }, { kind: 'systeem' }] as const) {
      const found = await inTransaction(
        realm,
        (tx) => tx.$queryRaw`SELECT * FROM find_bericht_status(${referentienummer}::uuid)`,
      )
      expect(found).toEqual([])
    }
  })

  it('logs what was searched for, but not a text that is no reference', async () => {
    const desk = await givenStaff(database)
    const unknown = ids.referentienummer()
    expect(await searchReference(desk, unknown)).toMatchObject({ entries: [], bericht: null })
    expect(await searchReference(desk, '999900006 van mevrouw Jansen')).toMatchObject({ kind: 'unknown', entries: [] })
    expect((await searches()).slice(-2).map(({ details }) => details.referentie)).toEqual([unknown, null])
  })
})
