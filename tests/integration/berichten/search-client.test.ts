import type { MemberActor } from '#/lib/access/actor.ts'
import { systemActor } from '#/lib/access/actor.ts'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { deleteExpiredBerichten } from '#/lib/berichten/delete-expired-content.ts'
import type { BerichtenPageQuery } from '#/lib/berichten/filter.ts'
import { listCounted } from '#/lib/berichten/list-berichten.ts'
import { openClientSearch, searchClient } from '#/lib/berichten/search/search-client.ts'
import { bsnsOf } from '#/lib/istandaarden/reading/read-bsns.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { contentFolder, deliver, received, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
const BSN = '900000016'
let hands: ReturnType<typeof stopClockAt>
let home: GivenGemeente
let jansen: MemberActor
let peters: MemberActor

beforeEach(async () => {
  hands = stopClockAt('2026-02-02T10:00:00.000Z')
  home = await givenGemeente(database)
  const elsewhere = await givenGemeente(database)
  const roles = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } as const
  jansen = (await givenMember(database, home, { roles })).actor
  peters = (await givenMember(database, elsewhere, { roles })).actor
})

/** A bericht about the client. */
function about(soort: string, identificatie: string, gemeenteCode = home.code, bsn = BSN): Buffer {
  const bytes = makeBericht(soort, { gemeenteCode, identificatie })
  return Buffer.from(bytes.toString('utf8').replaceAll(/(Bsn>)\d{9}/g, `$1${bsn}`))
}

async function search(actor: MemberActor, product: BerichtProduct = 'iwmo', filters: Partial<BerichtenPageQuery> = {}) {
  const outcome = await searchClient(actor, { product, bsn: BSN, ...filters })
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome.value.query
}

async function open(actor: MemberActor, query: BerichtenPageQuery, product: BerichtProduct = 'iwmo') {
  const { client } = (await openClientSearch(actor, product, query)) ?? { client: null }
  return client
}

async function found(actor: MemberActor, product: BerichtProduct = 'iwmo', filters: Partial<BerichtenPageQuery> = {}) {
  const opened = await openClientSearch(actor, product, await search(actor, product, filters))
  if (opened === null) throw new Error('a fresh search opens')
  const { cursor: _cursor, eerder: _eerder, ...filter } = opened
  const input = { product, ...filter, limit: 50 }
  const { page, count } = await listCounted(actor, input)
  const { items } = page
  expect(count.found).toBe(items.length)
  return items.map(({ identificatie }) => identificatie).sort()
}

// Guards issue item 6: a search by Bsn finds what it should, for whom it should, and the Bsn is left nowhere.
describe('searchClient', () => {
  it('finds what was delivered and received about the client, refused ones too, and nothing else', async () => {
    await deliver(jansen, about('WMO301', 'ZOEK-1'))
    await deliver(jansen, about('WMO301', 'ANDER', home.code, '900000028'))
    await received(home.id, about('WMO305', 'ZOEK-2'))
    const unfit = Buffer.from(
      about('WMO305', 'ZOEK-3')
        .toString('utf8')
        .replace(/Begindatum>/g, 'Begindag>'),
    )
    await received(home.id, unfit)
    expect(await found(jansen)).toEqual(['ZOEK-1', 'ZOEK-2', 'ZOEK-3'])
    expect(await found(jansen, 'iwmo', { richting: 'aangeleverd' })).toEqual(['ZOEK-1'])
    expect(await found(jansen, 'iwmo', { q: 'zoek-2' })).toEqual(['ZOEK-2'])
  })

  it('finds nothing of another gemeente or another product, and refuses another role', async () => {
    await deliver(jansen, about('WMO301', 'ZOEK-4'))
    expect(await found(jansen, 'ijw')).toEqual([])
    expect(await found(peters)).toEqual([])
    const { actor: keeper } = await givenMember(database, home, { roles: { iwmo: 'PRODUCTBEHEERDER' } })
    await expect(searchClient(keeper, { product: 'iwmo', bsn: BSN })).rejects.toThrow(ForbiddenError)
    await expect(openClientSearch(keeper, 'iwmo', await search(jansen))).rejects.toThrow(ForbiddenError)
  })

  it('opens for its own session and product, for fifteen minutes, and unchanged', async () => {
    const query = await search(jansen)
    expect(await open(jansen, query)).toMatch(/^[0-9a-f]{32}$/)
    expect(await open(jansen, query, 'ijw')).toBeNull()
    expect(await open(peters, query)).toBeNull()
    expect(await open({ ...jansen, sessionId: peters.sessionId }, query)).toBeNull()
    const { client = '' } = query
    for (const forged of [`${client.slice(0, -4)}AAAA`, client.slice(0, 100), 'AAAA'])
      expect(await open(jansen, { client: forged })).toBeNull()
    hands.advance(15 * 60_000)
    expect(await open(jansen, query)).toBeNull()
  })

  it('forgets whom a bericht was about together with its content', async () => {
    await received(home.id, about('WMO305', 'ZOEK-5'))
    expect(await found(jansen)).toEqual(['ZOEK-5'])
    hands.set('2026-04-03T10:00:00.000Z')
    await deleteExpiredBerichten(systemActor('test', 'test'), untilDone())
    const sql = 'SELECT 1 FROM bericht_client WHERE organisation_id = $1'
    expect(await database.query(sql, [home.id])).toEqual([])
    expect(await found(jansen)).toEqual([])
  })

  it('writes down who looked and why, with no Bsn and no hash that the berichten have, and ends at sixty an hour', async () => {
    await deliver(jansen, about('WMO301', 'ZOEK-6'))
    const query = await search(jansen, 'iwmo', { soort: 'WMO301' })
    const [row] = await database.query('SELECT * FROM audit_event WHERE event = $1 AND organisation_id = $2', [
      'bericht.client-searched',
      home.id,
    ])
    expect(row).toMatchObject({ subject_kind: 'client', basis: 'gebruiker iwmo', details: { filters: ['soort'] } })
    const text = JSON.stringify([row, query])
    expect(text).not.toContain(BSN)
    expect(text).not.toContain(await open(jansen, query))
    for (let count = 1; count < 60; count += 1) await search(jansen)
    expect(await searchClient(jansen, { product: 'iwmo', bsn: BSN })).toEqual({ ok: false, error: 'too_often' })
    await expect(search(peters)).resolves.toBeDefined()
    hands.advance(60 * 60_000)
    await expect(search(jansen)).resolves.toBeDefined()
  })

  it('finds each of the clients of a declaratie of five thousand', async () => {
    const one = about('WMO323', 'ZOEK-7').toString('utf8')
    const [client = ''] = /<(?:\w+:)?Client>[\s\S]*<\/(?:\w+:)?Client>/.exec(one) ?? []
    const numbers = [...validBsns(5_000, 900_000_100), BSN]
    const many = numbers.map((bsn) => client.replaceAll(/(Bsn>)\d{9}/g, `$1${bsn}`)).join('')
    const bytes = Buffer.from(one.replace(client, () => many))
    expect(bsnsOf(bytes.toString('utf8'))).toHaveLength(5_001)
    await received(home.id, bytes)
    const [row] = await database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM bericht_client WHERE organisation_id = $1',
      [home.id],
    )
    expect(row?.count).toBe(5_001)
    expect(await found(jansen)).toEqual(['ZOEK-7'])
  })
})

function validBsns(count: number, from: number): readonly string[] {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
  const valid: string[] = []
  for (let next = from; valid.length < count; next += 1) {
    const digits = String(next)
    if (weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0) valid.push(digits)
  }
  return valid
}
