import type { MemberActor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { announceChange, type Change, watchChanges } from '#/lib/berichten/live/changes.ts'
import { withdrawBericht } from '#/lib/berichten/withdraw-bericht.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { accepted, contentFolder, deliver } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase({ STORAGE_URL: `file://${contentFolder()}?fsync=nee` })
let jansen: MemberActor
let peters: MemberActor
let number = 0

beforeAll(async () => {
  const [home, elsewhere] = [
    await givenGemeente(database, { code: '9901' }),
    await givenGemeente(database, { code: '9902' }),
  ]
  const roles = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } as const
  jansen = (await givenMember(database, home, { roles })).actor
  peters = (await givenMember(database, elsewhere, { roles })).actor
})

const scopeOf = (actor: MemberActor) => authoriseProduct(actor, 'bericht.list', 'iwmo').scope
const send = async (actor = jansen) =>
  accepted(
    await deliver(actor, makeBericht('WMO301', { gemeenteCode: actor.gemeenteCode, identificatie: `L-${++number}` })),
  )

/** Collects what is heard until there is what `isEnough` waits for. */
function hearing(actor: MemberActor, products: readonly ('iwmo' | 'ijw')[] = ['iwmo']) {
  const heard: (Change | null)[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  let isEnough = (_change: Change | null) => false
  const stop = watchChanges(scopeOf(actor), products, (change) => {
    heard.push(change)
    if (isEnough(change)) resolve()
  })
  const until = (test: (change: Change | null) => boolean) => {
    isEnough = test
    return heard.some(test) ? Promise.resolve() : promise
  }
  return { heard, until, stop }
}

/** Once something was heard, the connection that listens is there. */
async function ready(actor: MemberActor): Promise<void> {
  const { until, stop } = hearing(actor)
  const { scope } = authoriseProduct(actor, 'bericht.list', 'iwmo')
  const id = '01900000-0000-7000-8000-000000000000'
  const again = setInterval(
    () => void inTransaction(scope.realm, async (tx) => announceChange(tx, scope, id, null)),
    50,
  )
  await until(() => true)
  clearInterval(again)
  stop()
}

// Guards issue 3 item 8: what happens is heard where it may be, after it has happened, and nowhere else.
describe('changes of berichten', () => {
  it('are heard by who looks at the berichten of the gemeente and the product, and by nobody else', async () => {
    const mine = hearing(jansen)
    await ready(jansen)
    const [other, theirs] = [hearing(jansen, ['ijw']), hearing(peters)]
    const { id } = await send()
    await withdrawBericht(jansen, { product: 'iwmo', berichtId: id, reason: null })
    await mine.until((change) => change?.berichtId === id && change.status === 'INGETROKKEN')
    const foreign = await send(peters)
    await theirs.until((change) => change?.berichtId === foreign.id)
    expect(mine.heard.filter((change) => change?.berichtId === id).map((change) => change?.status)).toEqual(
      expect.arrayContaining(['IN_WACHTRIJ', 'INGETROKKEN']),
    )
    expect(mine.heard.some((change) => change?.berichtId === foreign.id)).toBe(false)
    expect(theirs.heard.some((change) => change?.berichtId === id)).toBe(false)
    expect(other.heard).toEqual([])
    for (const one of [mine, other, theirs]) one.stop()
  })

  it('are not told of what was rolled back', async () => {
    const mine = hearing(jansen)
    await ready(jansen)
    const scope = scopeOf(jansen)
    const undone = '01900000-0000-7000-8000-00000000000b'
    const failing = inTransaction(scope.realm, async (tx) => {
      announceChange(tx, scope, undone, 'OPGEHAALD')
      throw new Error('niet doorgegaan')
    })
    await expect(failing).rejects.toThrow('niet doorgegaan')
    const { id } = await send()
    await mine.until((change) => change?.berichtId === id)
    expect(mine.heard.some((change) => change?.berichtId === undone)).toBe(false)
    mine.stop()
  })

  it('may have been missed when the connection broke: whoever looks is told to look again', async () => {
    const mine = hearing(jansen)
    await ready(jansen)
    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN portaal_live' AND datname = current_database()",
    )
    await mine.until((change) => change === null)
    const { id } = await send()
    await mine.until((change) => change?.berichtId === id)
    mine.stop()
  })

  it('come from us alone: what else is said on the channel is left alone', async () => {
    const mine = hearing(jansen)
    await ready(jansen)
    for (const payload of ['geen JSON', '{}', '["geen JSON"]', '["{}"]', '[1]'])
      await database.query("SELECT pg_notify('portaal_live', $1)", [payload])
    const { id } = await send()
    await mine.until((change) => change?.berichtId === id)
    expect(mine.heard.every((change) => change !== null && change.product === 'iwmo')).toBe(true)
    mine.stop()
  })
})
