import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CheckExpectations, isAccepted } from '#/lib/istandaarden/checks/check-report.ts'
import { createValidatorPool, type FileToCheck, fileInMemory, type ValidatorPool } from '#/lib/validator/pool.ts'
import type { BenchWorld } from '#/scripts/bench/bench-world.ts'
import { smallBericht } from '#/scripts/bench/berichten.ts'
import { fact, median, type Row, readable } from '#/scripts/bench/outcome.ts'
import { residentMemory } from '#/scripts/bench/processes.ts'
import { hasXmllint, runXmllint, schemaFile } from '#/scripts/bench/xmllint.ts'
import { makeDeclaratie } from '#/simulators/berichten/make-bericht.ts'

const CODE = '9805'
const BIG_BYTES = 19_000_000
const REPEATS = 3
const SMALL_FILES = 1_000
/** Goals of the issue: form, parser, schema and rules beside xmllint's schema alone. */
const TIMES_XMLLINT = 3
const PER_SECOND = 1_000
const TIMES_PROCESSES = 10

const MEGABYTE = 1_048_576
const expected = (richting: CheckExpectations['richting']): CheckExpectations => ({
  product: 'iwmo',
  gemeenteCode: CODE,
  richting,
})

async function checkGood(pool: ValidatorPool, file: FileToCheck, wanted: CheckExpectations): Promise<void> {
  const result = await pool.check(file, wanted)
  if (!result.ok || !isAccepted(result.value)) throw new Error('de controle keurde een bericht van de meting af')
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1_000
}

/** The middle one of some turns; one before them warms up. */
async function steadySeconds(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let turn = 0; turn < REPEATS; turn++) times.push(await secondsOf(work))
  return median(times)
}

const withoutXmllint = (measure: string, value: string, numbers: Row['numbers']) => [
  fact(`${measure} (xmllint is niet geinstalleerd)`, value, numbers),
]

async function measureLarge({ project, folder }: BenchWorld, pool: ValidatorPool): Promise<readonly Row[]> {
  const measure = 'controle met alle regels van een WMO323 van 19 MB'
  const declaratie = makeDeclaratie(BIG_BYTES, { gemeenteCode: CODE })
  const seconds = await steadySeconds(() => checkGood(pool, fileInMemory(declaratie), expected('ontvangen')))
  const value = `${readable(seconds * 1_000)} ms`
  if (!hasXmllint()) return withoutXmllint(measure, value, { seconds })
  const file = join(folder, 'regels.xml')
  writeFileSync(file, declaratie)
  const xmllintSeconds = await steadySeconds(() => runXmllint(schemaFile(project, 'WMO323'), [file], 1))
  return [
    {
      measure,
      value,
      goal: `<= ${TIMES_XMLLINT} x xmllint --schema (${readable(xmllintSeconds * 1_000)} ms)`,
      isMet: seconds <= TIMES_XMLLINT * xmllintSeconds,
      numbers: { seconds, xmllintSeconds, times: seconds / xmllintSeconds },
    },
  ]
}

async function measureSmall({ project, folder }: BenchWorld, pool: ValidatorPool): Promise<readonly Row[]> {
  const measure = `controle met alle regels van ${readable(SMALL_FILES)} berichten van 10 kB, een proces`
  const berichten = Array.from({ length: SMALL_FILES }, (_, index) => smallBericht(index + 1, CODE))
  const checkAll = () =>
    Promise.all(berichten.map((bericht) => checkGood(pool, fileInMemory(bericht), expected('aangeleverd'))))
  const seconds = await steadySeconds(checkAll)
  const perSecond = SMALL_FILES / seconds
  const value = `${readable(seconds)} s, ${readable(perSecond)}/s`
  const own: Row = {
    measure,
    value,
    goal: `>= ${readable(PER_SECOND)}/s`,
    isMet: perSecond >= PER_SECOND,
    numbers: { seconds, perSecond },
  }
  if (!hasXmllint()) return [own]
  const inbox = join(folder, 'regels')
  mkdirSync(inbox)
  const files = berichten.map((bericht, index) => {
    const file = join(inbox, `${index}.xml`)
    writeFileSync(file, bericht)
    return file
  })
  const xmllintSeconds = await secondsOf(() => runXmllint(schemaFile(project, 'WMO301'), files, 1))
  const times = xmllintSeconds / seconds
  return [
    own,
    {
      measure: `${measure}, naast zoveel keer xmllint`,
      value: `${readable(times)} x zo snel`,
      goal: `>= ${TIMES_PROCESSES} x (xmllint ${readable(xmllintSeconds)} s)`,
      isMet: times >= TIMES_PROCESSES,
      numbers: { times, xmllintSeconds },
    },
  ]
}

async function memoryRow(boundMegabytes: number): Promise<Row> {
  const megabytes = (await residentMemory(process.pid)).largestValidator / MEGABYTE
  return {
    measure: 'geheugen van de grootste validator daarna',
    value: `${readable(megabytes)} MB`,
    goal: `< ${boundMegabytes} MB (ingestelde grens)`,
    isMet: megabytes < boundMegabytes,
    numbers: { megabytes, boundMegabytes },
  }
}

/** Time of the whole check in a validator process, big and small, beside xmllint's schema check of the same files. */
export async function measureRules(world: BenchWorld): Promise<readonly Row[]> {
  const pool = createValidatorPool({ processes: 1, memoryMegabytes: world.validatorMegabytes })
  try {
    const small = await measureSmall(world, pool)
    return [...(await measureLarge(world, pool)), ...small, await memoryRow(world.validatorMegabytes)]
  } finally {
    pool.close()
  }
}
