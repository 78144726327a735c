import type { MemberActor } from '#/lib/access/actor.ts'
import { answerRequest } from '#/lib/berichten/answering/answer-request.ts'
import { answerRetour } from '#/lib/berichten/answering/answer-retour.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { contentFolder, received } from '#/tests/support/berichten/deliveries.ts'
import { readFixture } from '#/tests/support/berichten/fixtures.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
const ROUNDS = 10
let number = 0
const unique = (prefix: string) => `${prefix}-${++number}`
let home: GivenGemeente
let jansen: MemberActor

beforeAll(async () => {
  home = await givenGemeente(database, { code: '9901' })
  jansen = (await givenMember(database, home, { roles: { iwmo: 'GEBRUIKER' } })).actor
})

/** A request for two products under numbers of its own. */
const request = () =>
  received(
    home.id,
    Buffer.from(
      readFixture('geldig', 'wmo315-twee-producten.xml')
        .toString()
        .replace(/(iwmo:Identificatie>)[^<]+/, `$1${unique('V')}`)
        .replace(/(<[^/>]*ReferentieAanbieder>)[^<]+/g, (_, tag: string) => `${tag}${unique('VOT')}`),
    ),
  )

// Each answer is tied to the request and settles its term. A lock on the whole row once made two of them wait for each other:
// PostgreSQL ended one, and a delivery became a 500.
it('takes the retourbericht and the answers to both requests at one moment', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { id: berichtId } = await request()
    const address = { product: 'iwmo', berichtId } as const
    const signal = AbortSignal.timeout(20_000)
    const results = await Promise.all([
      answerRetour(jansen, { ...address, isRefused: false }, signal),
      answerRequest(jansen, { ...address, verzoek: 1, decision: { antwoord: '1', reden: '2' } }, signal),
      answerRequest(jansen, { ...address, verzoek: 2, decision: { antwoord: '2' } }, signal),
    ])
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
    const { linked, awaits } = await readBericht(jansen, address)
    expect([linked.length, awaits]).toEqual([3, 'EINDBESLUIT'])
  }
})
