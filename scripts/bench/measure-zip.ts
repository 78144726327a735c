import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { BenchWorld, Visitor } from '#/scripts/bench/bench-world.ts'
import { delivery, smallBericht } from '#/scripts/bench/berichten.ts'
import { runClients, send } from '#/scripts/bench/clients.ts'
import { type Row, readable } from '#/scripts/bench/outcome.ts'
import { residentMemory, watchingMemory } from '#/scripts/bench/processes.ts'

const CODE = '9806'
const MEGABYTE = 1_048_576
const MANY = 1_000
/** A zip of two gigabytes, of content that cannot be deflated. */
const BIG_COUNT = 110
const BIG_BYTES = 19_500_000
/** Goal of the issue. */
const GROWTH_MEGABYTES = 64

/** Reads an answer to its end and keeps nothing; answers how many bytes came. */
function download(url: string, visitor: Visitor, ids: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { ...visitor.headers, 'content-type': 'application/json' }
    const sent = request(new URL('/api/berichten/iwmo/ophalen', url), { method: 'POST', headers }, (answer) => {
      let bytes = 0
      answer.on('data', (piece: Buffer) => {
        bytes += piece.byteLength
      })
      answer.once('error', reject)
      answer.once('end', () =>
        answer.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`de zip werd beantwoord met ${answer.statusCode}`)),
      )
    })
    sent.once('error', reject)
    sent.end(JSON.stringify({ ids }))
  })
}

async function measureOne(world: BenchWorld, visitor: Visitor, name: string, isBig: boolean): Promise<Row> {
  const rows = await world.query<{ id: string }>(
    'SELECT id FROM bericht WHERE organisation_id = $1 AND (size_bytes > 1000000) = $2',
    [visitor.organisationId, isBig],
  )
  const ids = rows.map(({ id }) => id)
  const before = await residentMemory(world.webPid)
  const begin = performance.now()
  const { result: bytes, peak } = await watchingMemory(world.webPid, () => download(world.url, visitor, ids))
  const seconds = (performance.now() - begin) / 1_000
  const growth = (peak.web - before.web) / MEGABYTE
  return {
    measure: `zip van ${name} (${ids.length} berichten, ${readable(bytes / MEGABYTE)} MB)`,
    value: `+${readable(growth)} MB in het webproces, ${readable(seconds)} s`,
    goal: `< ${GROWTH_MEGABYTES} MB erbij`,
    isMet: growth < GROWTH_MEGABYTES,
    numbers: { growthMegabytes: growth, seconds, count: ids.length, bytes },
  }
}

/** Memory of the web process while it hands out a zip of a thousand messages, and one of two gigabytes. */
export async function measureZip(world: BenchWorld): Promise<readonly Row[]> {
  const visitor = await world.visitor(CODE)
  let number = 0
  const call = () => delivery(visitor, `zip-${++number}`, [smallBericht(number, CODE)])
  await runClients({ url: world.url, clients: 8, maxSeconds: 120, maxCount: MANY, call })
  const agent = new Agent({ keepAlive: true })
  for (let index = 0; index < BIG_COUNT; index += 1) {
    // Refused at its first sign, and kept for whoever delivered it: quick to make, and as large as any.
    const body = Buffer.from(randomBytes(BIG_BYTES * 0.75).toString('base64'))
    await send(world.url, delivery(visitor, `zip-groot-${index}`, [body]), agent)
  }
  agent.destroy()
  // Once without looking, so that what is loaded at the first zip is not counted as growth.
  await measureOne(world, visitor, 'opwarmen', false)
  return [await measureOne(world, visitor, 'duizend', false), await measureOne(world, visitor, 'twee gigabyte', true)]
}
