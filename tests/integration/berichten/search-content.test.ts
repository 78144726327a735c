import type { MemberActor } from '#/lib/access/actor.ts'
import { readContent } from '#/lib/berichten/reading/read-content.ts'
import { NO_BSN_PATTERN, soughtText } from '#/lib/berichten/reading/sought-text.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { contentFolder, received } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
let jansen: MemberActor
let berichtId: string
let xml: string

beforeAll(async () => {
  const home = await givenGemeente(database, { code: '9901' })
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
  let client = 0
  xml = makeBericht('WMO323', { gemeenteCode: '9901', identificatie: 'ZOEK-1', repeat: { Client: 25 } })
    .toString()
    .replace(/(<\w+:ReferentieNummer>)[^<]*/g, (_, tag) => `${tag}X${String(++client).padStart(3, '0')}Z`)
  berichtId = (await received(home.id, Buffer.from(xml))).id
})

async function search(typed: string, skip = 0) {
  const text = soughtText(typed)
  const words = { locale: 'nl', t: translator('nl', 'berichten') } as const
  const { content } = await readContent(
    jansen,
    { product: 'iwmo', berichtId },
    { skip, take: 10 },
    AbortSignal.timeout(10_000),
    text === null ? null : { text, words },
  )
  if (!content.ok) throw new Error(content.error)
  const { clients, foundCount, clientCount } = content.value
  return { numbers: clients.map(({ number }) => number), foundCount, clientCount, text: JSON.stringify(clients) }
}

// Guards issue 3 item 5: what somebody looks for in a declaratie of thousands is found, and a Bsn is not looked for.
describe('looking for something in a bericht', () => {
  it('finds the clients that say it, with their numbers among all', async () => {
    expect(await search('x007z')).toMatchObject({ numbers: [7], foundCount: 1, clientCount: 25 })
    expect(await search('X02')).toMatchObject({ numbers: [20, 21, 22, 23, 24, 25], foundCount: 6 })
    expect(await search('bestaat niet')).toMatchObject({ numbers: [], foundCount: 0, clientCount: 25 })
  })

  it('finds what people read: a date in words, money, what a code means', async () => {
    for (const words of ['januari', '€', 'declaratie']) {
      const { foundCount, clientCount, text } = await search(words)
      expect([words, foundCount === clientCount, foundCount > 0]).toEqual([
        words,
        words !== 'declaratie',
        words !== 'declaratie',
      ])
      expect(text).not.toMatch(/"[0-9]{9}"/)
    }
  })

  it('comes by pages of what was found', async () => {
    expect(await search('X0')).toMatchObject({ numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], foundCount: 25 })
    expect(await search('X0', 20)).toMatchObject({ numbers: [21, 22, 23, 24, 25], foundCount: 25 })
  })

  it('neither finds nor takes a burgerservicenummer, and the log holds nothing of what was typed', async () => {
    const bsn = /Bsn>([0-9]{9})</.exec(xml)?.[1] ?? ''
    expect(bsn).toHaveLength(9)
    expect(await search(bsn.slice(0, 6))).toMatchObject({ foundCount: 0 })
    for (const typed of [bsn, `${bsn.slice(0, 3)} ${bsn.slice(3)}`, `naam ${bsn}`, 'x', ''])
      expect([typed, soughtText(typed)]).toEqual([typed, null])
    const pattern = new RegExp(`^(?:${NO_BSN_PATTERN})$`, 'v')
    expect([bsn, `a ${bsn}`, '12345678', 'De Vries'].map((typed) => pattern.test(typed))).toEqual([
      false,
      false,
      true,
      true,
    ])
    const rows = await auditRows(database, jansen.organisationId, 'bericht.content-read')
    expect(JSON.stringify(rows)).not.toContain(bsn.slice(0, 6))
    expect(rows.at(-1)?.details).toMatchObject({ gezocht: 1 })
  })
})
