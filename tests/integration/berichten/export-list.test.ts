import type { MemberActor } from '#/lib/access/actor.ts'
import { type ExportList, exportList } from '#/lib/berichten/export/export-list.ts'
import { listCsv } from '#/lib/berichten/export/list-csv.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
let jansen: MemberActor
let peters: MemberActor
let keeper: MemberActor

beforeAll(async () => {
  const home = await givenGemeente(database, { code: '9901' })
  const elsewhere = await givenGemeente(database, { code: '9902' })
  const roles = { iwmo: 'GEBRUIKER' } as const
  jansen = (await givenMember(database, home, { roles })).actor
  keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
  peters = (await givenMember(database, elsewhere, { roles })).actor
})

async function linesOf(actor: MemberActor, input: Omit<ExportList, 'product'> = {}): Promise<string[]> {
  let text = ''
  for await (const part of listCsv(await exportList(actor, { product: 'iwmo', ...input }, untilDone()), 'nl'))
    text += part
  expect(text.startsWith('\u{FEFF}"Bericht";"Identificatie"')).toBe(true)
  return text.split('\r\n').slice(1, -1)
}

// Guards issue 3 item 6: the list as a file holds what the list shows, of the own gemeente, and who took it is in the log.
describe('a list that is exported', () => {
  it('has every bericht that the filters leave, over all pages, and makes text of its cells', async () => {
    const bytes = makeBericht('WMO301', { gemeenteCode: '9901', identificatie: 'CSV-1' })
    const first = accepted(await deliver(jansen, bytes, { unverifiedFileName: '=HYPERLINK("x").xml' }))
    const [line, ...others] = await linesOf(jansen)
    expect(others).toEqual([])
    expect(line).toMatch(/^"WMO301 Toewijzing";"CSV-1";"Aangeleverd";"Wacht op verzending";"9901";/)
    expect(line).toContain(`"'=HYPERLINK(""x"").xml"`)
    // More than one page of them, without delivering each.
    await database.query(
      `INSERT INTO bericht SELECT (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'status', 'AFGEKEURD',
         'created_at', b.created_at + n * interval '1 second', 'storage_key', NULL, 'referentienummer', NULL,
         'idempotency_key', NULL))).* FROM bericht b, generate_series(1, 450) n WHERE b.id = $1`,
      [first.id],
    )
    const all = await linesOf(jansen)
    expect(all).toHaveLength(451)
    expect(new Set(all.map((one) => one.split(';').at(-1))).size).toBe(451)
    expect(await linesOf(jansen, { status: 'IN_WACHTRIJ' })).toHaveLength(1)
  })

  it('is of the own gemeente, for a Gebruiker, and in the log without what was looked for', async () => {
    expect(await linesOf(peters, { q: '900000001' })).toEqual([])
    await expect(exportList(keeper, { product: 'iwmo' }, untilDone())).rejects.toThrow(ForbiddenError)
    const [row] = await auditRows(database, peters.organisationId, 'bericht.list-exported')
    expect(row).toMatchObject({ details: { product: 'iwmo', filters: ['q'] } })
    expect(JSON.stringify(row)).not.toContain('900000001')
  })
})
