import { Agent } from 'node:http'
import type { BenchWorld } from '#/scripts/bench/bench-world.ts'
import { bigBericht, delivery, smallBericht } from '#/scripts/bench/berichten.ts'
import { type Answer, runClients, send } from '#/scripts/bench/clients.ts'
import type { Row } from '#/scripts/bench/outcome.ts'
import { readable } from '#/scripts/bench/outcome.ts'
import { type Resident, residentMemory, watchingMemory } from '#/scripts/bench/processes.ts'

const CODE = '9803'
const AT_ONCE = 20
const MEGABYTE = 1_048_576
/** Goal of the issue. */
const WEB_GROWTH_MEGABYTES = 200

const megabytes = (bytes: number) => bytes / MEGABYTE
const isBusy = ({ status, headers }: Pick<Answer, 'status' | 'headers'>) =>
  status === 503 && headers['retry-after'] !== undefined

function rowsOf(before: Resident, afterOne: Resident, peak: Resident, boundMegabytes: number): readonly Row[] {
  const growth = megabytes(peak.web - before.web)
  const growthAfterOne = megabytes(afterOne.web - before.web)
  const validator = megabytes(peak.largestValidator)
  return [
    {
      measure: `geheugen van het webproces bij ${AT_ONCE} berichten van 19 MB tegelijk`,
      value: `+${readable(growth)} MB (van ${readable(megabytes(before.web))}; na 1 bericht +${readable(growthAfterOne)})`,
      goal: `< ${WEB_GROWTH_MEGABYTES} MB erbij`,
      isMet: growth < WEB_GROWTH_MEGABYTES,
      numbers: {
        growthMegabytes: growth,
        growthAfterOneMegabytes: growthAfterOne,
        beforeMegabytes: megabytes(before.web),
      },
    },
    {
      measure: 'geheugen van de grootste validator daarbij',
      value: `${readable(validator)} MB (na 1 bericht ${readable(megabytes(afterOne.largestValidator))})`,
      goal: `< ${boundMegabytes} MB (ingestelde grens)`,
      isMet: validator < boundMegabytes,
      numbers: { validatorMegabytes: validator, boundMegabytes },
    },
  ]
}

/** Memory of web process and validators after one message of 19 MB and during twenty at once, and what was refused. */
export async function measureMemory(world: BenchWorld): Promise<readonly Row[]> {
  const { url, webPid, validatorMegabytes } = world
  const visitor = await world.visitor(CODE)
  const big = bigBericht(CODE)
  const agent = new Agent({ keepAlive: true })
  let small = 0
  const nextSmall = () => delivery(visitor, `opwarmer-${++small}`, [smallBericht(small, CODE)])
  await runClients({ url, clients: 8, maxSeconds: 5, maxCount: 200, call: nextSmall })
  const before = await residentMemory(webPid)
  const one = await send(url, delivery(visitor, 'geheugen-0', big(0)), agent)
  if (one.status !== 201) throw new Error(`een bericht van 19 MB werd beantwoord met ${one.status}`)
  const afterOne = await residentMemory(webPid)
  const begin = performance.now()
  const { result: answers, peak } = await watchingMemory(webPid, () =>
    Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        send(url, delivery(visitor, `geheugen-${index + 1}`, big(index + 1)), agent),
      ),
    ),
  )
  const seconds = (performance.now() - begin) / 1_000
  agent.destroy()
  const accepted = answers.filter(({ status }) => status === 201).length
  const busy = answers.filter(isBusy).length
  const other = answers.length - accepted - busy
  return [
    ...rowsOf(before, afterOne, peak, validatorMegabytes),
    {
      measure: `${AT_ONCE} berichten van 19 MB tegelijk`,
      value: `${accepted} aangenomen, ${busy} keer 503 met Retry-After, ${other} anders, in ${readable(seconds)} s`,
      goal: 'niets anders dan 503 met Retry-After geweigerd',
      isMet: other === 0,
      numbers: { accepted, busy, other, seconds },
    },
  ]
}
