import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { BenchWorld, Visitor } from '#/scripts/bench/bench-world.ts'
import { delivery, smallBericht } from '#/scripts/bench/berichten.ts'
import { type Load, requireStatus, runClients } from '#/scripts/bench/clients.ts'
import { fact, type Row, readable } from '#/scripts/bench/outcome.ts'
import { type ProcessorTime, processorTimeOf } from '#/scripts/bench/processor-time.ts'
import { hasXmllint, runXmllint, schemaFile } from '#/scripts/bench/xmllint.ts'

const CODE = '9801'
const CLIENTS = [1, 8, 32] as const
/** Goals of the issue: a third of a bare route, and 2.5 times a process per file. */
const SHARE_OF_BARE = 1 / 3
const TIMES_XMLLINT = 2.5

const SECONDS = 8
const BARE_SECONDS = 2
const MAX_COUNT = 1_500
const WARM_UP = 300
const XMLLINT_FILES = 250

async function bareRoute(url: string, clients: number): Promise<Load> {
  const call = { method: 'GET', path: '/api/health/live' } as const
  const load = await runClients({ url, clients, maxSeconds: BARE_SECONDS, maxCount: 10_000, call: () => call })
  requireStatus(load, 200)
  return load
}

/** Hands out deliveries, each of another bericht, made beforehand so that making them costs the measure nothing. */
function deliveries(visitor: Visitor) {
  let number = 0
  return (count: number) => {
    const calls = Array.from({ length: count }, () => {
      number += 1
      return delivery(visitor, `klein-${number}`, [smallBericht(number, CODE)])
    })
    return () => {
      const call = calls.pop()
      if (!call) throw new RangeError('more deliveries were asked than made')
      return call
    }
  }
}

function xmllintFiles({ folder }: BenchWorld): readonly string[] {
  const inbox = join(folder, 'klein')
  mkdirSync(inbox)
  return Array.from({ length: XMLLINT_FILES }, (_, index) => {
    const file = join(inbox, `${index}.xml`)
    writeFileSync(file, smallBericht(index + 1, CODE))
    return file
  })
}

function rowsOf(clients: number, delivered: Load, barePerSecond: number, xmllintPerSecond: number | null): Row[] {
  const { perSecond, p50Ms, p95Ms, count } = delivered
  const measure = `berichten van 10 kB, ${clients} tegelijk`
  const bareGoal = barePerSecond * SHARE_OF_BARE
  const rows: Row[] = [
    {
      measure,
      value: `${readable(perSecond)}/s, p50 ${readable(p50Ms)} ms, p95 ${readable(p95Ms)} ms`,
      goal: `>= ${readable(bareGoal)}/s (1/3 van kale route ${readable(barePerSecond)}/s)`,
      isMet: perSecond >= bareGoal,
      numbers: { clients, count, perSecond, p50Ms, p95Ms, barePerSecond },
    },
  ]
  if (xmllintPerSecond === null) return [...rows, fact(`${measure}, xmllint`, 'xmllint is niet geinstalleerd')]
  const times = perSecond / xmllintPerSecond
  return [
    ...rows,
    {
      measure: `${measure}, naast xmllint`,
      value: `${readable(times)} x`,
      goal: `>= ${readable(TIMES_XMLLINT)} x (xmllint ${readable(xmllintPerSecond)}/s)`,
      isMet: times >= TIMES_XMLLINT,
      numbers: { clients, times, xmllintPerSecond },
    },
  ]
}

const CENTS = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/**
 * What one delivery costs the processors, and what the goal leaves for it on this machine: the bare route, which only
 * answers, costs a share of that already.
 */
function processorRow(clients: number, count: number, used: ProcessorTime, barePerSecond: number): Row {
  const { web, validators, database, client } = used
  const each = { web: web / count, validators: validators / count, database: database / count, client: client / count }
  const total = each.web + each.validators + each.database + each.client
  const room = (availableParallelism() * 1_000) / (barePerSecond * SHARE_OF_BARE)
  const parts = `web ${CENTS.format(each.web)}, database ${CENTS.format(each.database)}, validator ${CENTS.format(each.validators)}, aanleveraar ${CENTS.format(each.client)}`
  return fact(
    `  processortijd per bericht, ${clients} tegelijk`,
    `${CENTS.format(total)} ms (${parts}); het doel laat ${CENTS.format(room)} ms`,
    { webMs: each.web, databaseMs: each.database, validatorMs: each.validators, clientMs: each.client, roomMs: room },
  )
}

/** How many messages of 10 kB are accepted per second, from session to row, beside a bare route and beside xmllint. */
export async function measureThroughput(world: BenchWorld): Promise<readonly Row[]> {
  const { url, project } = world
  const next = deliveries(await world.visitor(CODE))
  const files = hasXmllint() ? xmllintFiles(world) : null
  const schema = schemaFile(project, 'WMO301')
  const deliver = (clients: number, maxSeconds: number, maxCount: number) =>
    runClients({ url, clients, maxSeconds, maxCount, call: next(maxCount) })
  requireStatus(await deliver(8, SECONDS, WARM_UP), 201)
  await bareRoute(url, 8)
  const rows: Row[] = []
  for (const clients of CLIENTS) {
    // The bare route before and after, so that a busier machine half way weighs on both.
    const before = await bareRoute(url, clients)
    const { result: delivered, used } = await processorTimeOf(world, () => deliver(clients, SECONDS, MAX_COUNT))
    requireStatus(delivered, 201)
    const after = await bareRoute(url, clients)
    const xmllint = files && files.length / (await runXmllint(schema, files, clients))
    const barePerSecond = (before.perSecond + after.perSecond) / 2
    rows.push(...rowsOf(clients, delivered, barePerSecond, xmllint))
    if (used) rows.push(processorRow(clients, delivered.count, used, barePerSecond))
  }
  return rows
}
