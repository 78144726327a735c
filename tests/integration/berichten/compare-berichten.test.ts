import type { MemberActor } from '#/lib/access/actor.ts'
import { compareBerichten } from '#/lib/berichten/reading/compare-berichten.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { correctedToewijzing } from '#/tests/support/berichten/corrections.ts'
import { contentFolder, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
const words = { locale: 'nl', t: translator('nl', 'berichten') } as const

// Guards issue 3 item 5: a comparison is reading two berichten, by who may read both, and only of two that belong together.
describe('comparing a correction with what it corrects', () => {
  let home: GivenGemeente
  let jansen: MemberActor
  let keeper: MemberActor
  let elsewhere: MemberActor
  let earlier: string
  let later: string

  beforeAll(async () => {
    home = await givenGemeente(database, { code: '9901' })
    const other = await givenGemeente(database, { code: '9902' })
    jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
    keeper = (await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })).actor
    elsewhere = (await givenMember(database, other, { roles: { iwmo: 'GEBRUIKER' } })).actor
    ;[earlier, later] = await correctedToewijzing(jansen, '9901')
  })

  const compare = (actor: MemberActor, berichtId: string, met: string) =>
    compareBerichten(actor, { product: 'iwmo', berichtId }, met, words, untilDone())

  it('tells what changed, shows no burgerservicenummer, and both readings are in the log', async () => {
    const { bericht, earlier: before, comparison } = await compare(jansen, later, earlier)
    expect([bericht.id, before.id]).toEqual([later, earlier])
    if (!comparison.ok) throw new Error(comparison.error.kind)
    const labels = comparison.value.parts.flatMap(({ differences }) => differences.map(({ label }) => label))
    expect(labels).toEqual(expect.arrayContaining(['Identificatie', 'Omvang', 'Reden van wijziging']))
    expect(labels).not.toContain('Toewijzingsnummer')
    expect(JSON.stringify(comparison.value)).not.toMatch(/[0-9]{9}/)
    const rows = await auditRows(database, home.id, 'bericht.content-read')
    expect(rows.map(({ object_id }) => object_id)).toEqual(expect.arrayContaining([earlier, later]))
    expect(rows).toHaveLength(2)
  })

  it('is for two that correct one another, the later beside the earlier', async () => {
    const [other] = await correctedToewijzing(jansen, '9901')
    await expect(compare(jansen, earlier, later)).rejects.toThrow(NotFoundError)
    await expect(compare(jansen, later, other)).rejects.toThrow(NotFoundError)
    await expect(compare(jansen, later, later)).rejects.toThrow(NotFoundError)
  })

  it('is for who may read berichten of the own gemeente', async () => {
    await expect(compare(keeper, later, earlier)).rejects.toThrow(ForbiddenError)
    await expect(compare(elsewhere, later, earlier)).rejects.toThrow(NotFoundError)
    expect(await auditRows(database, home.id, 'bericht.content-read')).toHaveLength(2)
  })

  it('says which of the two is gone', async () => {
    const [first, second] = await correctedToewijzing(jansen, '9901')
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [first])
    const { comparison } = await compare(jansen, second, first)
    expect(comparison).toEqual({ ok: false, error: { kind: 'deleted', which: 'earlier' } })
  })
})
