import { writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import type { BenchWorld } from '#/scripts/bench/bench-world.ts'
import { type BigBericht, bigBericht, delivery } from '#/scripts/bench/berichten.ts'
import { type Call, send } from '#/scripts/bench/clients.ts'
import { fact, median, type Row, readable } from '#/scripts/bench/outcome.ts'
import { hasXmllint, runXmllint, schemaFile } from '#/scripts/bench/xmllint.ts'
import { makeEnvelope, referentienummer } from '#/simulators/berichten/make-envelope.ts'

const CODE = '9802'
const REPEATS = 3
/** Goal of the issue: three times as long as xmllint at most. */
const TIMES_XMLLINT = 3
/** An envelope is decoded besides; it should hardly show. */
const TIMES_BARE = 1.4

/** Seconds that a file takes at the middle of a few deliveries. The first warms up and does not count. */
async function deliverySeconds(world: BenchWorld, files: (number: number) => Promise<Call>): Promise<number> {
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  for (let number = 0; number <= REPEATS; number++) {
    const call = await files(number)
    const begin = performance.now()
    const { status } = await send(world.url, call, agent)
    if (status !== 201) throw new Error(`een bestand van 19 MB werd beantwoord met ${status}`)
    if (number > 0) times.push((performance.now() - begin) / 1_000)
  }
  agent.destroy()
  return median(times)
}

/** How long one message of 19 MB takes, bare beside xmllint on the same file, and in an envelope beside bare. */
export async function measureBig(world: BenchWorld): Promise<readonly Row[]> {
  const visitor = await world.visitor(CODE)
  const big = bigBericht(CODE)
  const seconds = await deliverySeconds(world, async (number) => delivery(visitor, `groot-${number}`, big(number)))
  const inEnvelope = await deliverySeconds(world, async (number) => {
    const recipe = { gemeenteCode: CODE, referentienummer: referentienummer(number) }
    const envelope = await makeEnvelope('WMO325', Buffer.concat([...big(100 + number)]), recipe)
    return delivery(visitor, `groot-envelop-${number}`, [envelope])
  })
  const envelopeRow = {
    measure: 'bericht van 19 MB in een envelop',
    value: `${readable(inEnvelope)} s`,
    goal: `<= ${TIMES_BARE} x zonder (${readable(seconds)} s)`,
    isMet: inEnvelope <= TIMES_BARE * seconds,
    numbers: { seconds: inEnvelope, bareSeconds: seconds, times: inEnvelope / seconds },
  }
  return [bareRow(seconds, await xmllintSecondsOf(world, big)), envelopeRow]
}

/** How long xmllint takes with the same file; null where it is not installed. */
async function xmllintSecondsOf(world: BenchWorld, big: BigBericht): Promise<number | null> {
  if (!hasXmllint()) return null
  const file = join(world.folder, 'groot.xml')
  writeFileSync(file, Buffer.concat([...big(0)]))
  const schema = schemaFile(world.project, 'WMO325')
  const references: number[] = []
  for (let number = 0; number < REPEATS; number++) references.push(await runXmllint(schema, [file], 1))
  return median(references)
}

function bareRow(seconds: number, xmllintSeconds: number | null): Row {
  const value = `${readable(seconds)} s`
  if (xmllintSeconds === null) return fact('bericht van 19 MB (xmllint is niet geinstalleerd)', value, { seconds })
  return {
    measure: 'bericht van 19 MB',
    value,
    goal: `<= ${TIMES_XMLLINT} x xmllint (${readable(xmllintSeconds)} s)`,
    isMet: seconds <= TIMES_XMLLINT * xmllintSeconds,
    numbers: { seconds, xmllintSeconds, times: seconds / xmllintSeconds },
  }
}
