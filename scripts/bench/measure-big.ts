import { writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import type { BenchWorld } from '#/scripts/bench/bench-world.ts'
import { bigBericht, delivery } from '#/scripts/bench/berichten.ts'
import { send } from '#/scripts/bench/clients.ts'
import { fact, median, type Row, readable } from '#/scripts/bench/outcome.ts'
import { hasXmllint, runXmllint, schemaFile } from '#/scripts/bench/xmllint.ts'

const CODE = '9802'
const REPEATS = 3
/** Goal of the issue: three times as long as xmllint at most. */
const TIMES_XMLLINT = 3

/** How long one message of 19 MB takes, beside xmllint on the same file. */
export async function measureBig(world: BenchWorld): Promise<readonly Row[]> {
  const visitor = await world.visitor(CODE)
  const big = bigBericht(CODE)
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  // The first warms up and does not count.
  for (let number = 0; number <= REPEATS; number++) {
    const begin = performance.now()
    const { status } = await send(world.url, delivery(visitor, `groot-${number}`, big(number)), agent)
    if (status !== 201) throw new Error(`een bericht van 19 MB werd beantwoord met ${status}`)
    if (number > 0) times.push((performance.now() - begin) / 1_000)
  }
  agent.destroy()
  const seconds = median(times)
  const value = `${readable(seconds)} s`
  if (!hasXmllint()) return [fact('bericht van 19 MB (xmllint is niet geinstalleerd)', value, { seconds })]
  const file = join(world.folder, 'groot.xml')
  writeFileSync(file, Buffer.concat([...big(0)]))
  const schema = schemaFile(world.project, 'WMO325')
  const references: number[] = []
  for (let number = 0; number < REPEATS; number++) references.push(await runXmllint(schema, [file], 1))
  const xmllintSeconds = median(references)
  return [
    {
      measure: 'bericht van 19 MB',
      value,
      goal: `<= ${TIMES_XMLLINT} x xmllint (${readable(xmllintSeconds)} s)`,
      isMet: seconds <= TIMES_XMLLINT * xmllintSeconds,
      numbers: { seconds, xmllintSeconds, times: seconds / xmllintSeconds },
    },
  ]
}
