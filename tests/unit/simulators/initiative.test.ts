import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { Dossiers } from '#/simulators/keten/dossiers.ts'
import { Initiative } from '#/simulators/keten/initiative.ts'
import { Planner } from '#/simulators/keten/planner.ts'
import { exchangeOf, PlannedTime } from '#/tests/support/chain/planned.ts'

const TODAY = '2026-02-10'
const RHYTHM = { firstAfterMs: 1_000, everyMs: 300, most: 5 }

/** One client of each of these gemeenten, with care that began last month and goes on. */
function given(gemeenten: readonly string[], sent: (functie: string, gemeente: string) => Promise<unknown>) {
  const time = new PlannedTime()
  const errors: unknown[] = []
  const planner = new Planner(time.later, (error) => errors.push(error))
  const dossiers = new Dossiers()
  for (const [index, gemeenteCode] of gemeenten.entries()) {
    const values = { Ingangsdatum: '2026-01-05', Einddatum: '2026-08-31', ToewijzingNummer: String(800_000 + index) }
    const toewijzing = makeBericht('WMO301', { gemeenteCode, client: index, dagtekening: TODAY, values })
    dossiers.remember(exchangeOf('WMO301', toewijzing, TODAY))
  }
  let number = 0
  new Initiative({
    planner,
    dossiers,
    rhythm: RHYTHM,
    occasion: () => ({ today: TODAY, mark: String(10_000_000 + ++number) }),
    send: ({ functie }, { gemeenteCode }) => sent(functie, gemeenteCode),
  }).begin()
  /** Lets time go on until nothing is planned any more, or so often. */
  const run = async (times: number) => {
    const moments: number[] = []
    for (let time_ = 0; time_ < times; time_++) {
      const at = time.next()
      if (at === null) break
      moments.push(at)
      // What was begun plans what comes next when it is done.
      await new Promise(setImmediate)
    }
    return moments
  }
  return { run, planner, errors }
}

describe('providers that write of themselves', () => {
  it('begin after a while, go on in their rhythm, and end: the demo is not flooded', async () => {
    const told: string[] = []
    const { run } = given(['9901', '9902', '9901', '9902'], (functie) => Promise.resolve(told.push(functie)))
    expect(await run(50)).toEqual([1_000, 1_300, 1_600, 1_900, 2_200])
    expect(told).toEqual(['WMO323', 'WMO315', 'WMO317', 'WMO323', 'WMO315'])
  })

  it('write to every gemeente in turn, and say nothing twice', async () => {
    const told: string[] = []
    const { run } = given(['9901', '9902'], (functie, gemeente) => Promise.resolve(told.push(`${gemeente} ${functie}`)))
    // A claim and one request for each of the two clients is all there is: of a client one request is open at a time.
    await run(20)
    expect(told.toSorted()).toEqual(['9901 WMO317', '9901 WMO323', '9902 WMO315', '9902 WMO323'])
  })

  it('go on after something went wrong', async () => {
    let count = 0
    const { run, errors } = given(['9901', '9902', '9901', '9902'], () =>
      ++count === 1 ? Promise.reject(new Error('the line broke')) : Promise.resolve(),
    )
    expect(await run(50)).toHaveLength(5)
    expect([errors, count]).toEqual([[new Error('the line broke')], 5])
  })

  it('stop at once when the simulator ends', async () => {
    const told: string[] = []
    const { run, planner } = given(['9901'], (functie) => Promise.resolve(told.push(functie)))
    planner.stop()
    expect([await run(5), told]).toEqual([[], []])
  })

  it('wait for something to write about', async () => {
    const told: string[] = []
    const { run } = given([], (functie) => Promise.resolve(told.push(functie)))
    expect(await run(4)).toEqual([1_000, 1_300, 1_600, 1_900])
    expect(told).toEqual([])
  })
})
