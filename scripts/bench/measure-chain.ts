import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { closeChainConnections } from '#/lib/chain/outbound/post-envelope.ts'
import type { BenchWorld, Visitor } from '#/scripts/bench/bench-world.ts'
import { delivery, smallBericht } from '#/scripts/bench/berichten.ts'
import { requireStatus, runClients } from '#/scripts/bench/clients.ts'
import { fact, percentile, type Row, readable } from '#/scripts/bench/outcome.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelopeHeader } from '#/simulators/berichten/make-envelope.ts'
import { sendBericht } from '#/simulators/keten/send-to-portal.ts'

const CODE = '9802'
const FULL_CODE = '9803'
/** So many providers, each a pair of its own with the gemeente. */
const RECEIVERS = 40
const IDLE = 60
const IDLE_GOAL_MS = 1_000
const OUTAGE = 1_000
const FULL = 10_000
const INBOUND_CLIENTS = 8
const INBOUND_COUNT = 400

let number = 0

/** A bericht of 10 kB to one of many providers. */
function toSomebody(code: string): Buffer {
  number += 1
  const agb = `9999${String(1_000 + (number % RECEIVERS)).padStart(4, '0')}`
  return Buffer.from(smallBericht(number, code).toString('utf8').replace('>99990001<', `>${agb}<`))
}

/** Somebody of the gemeente with this code, who delivers. */
type Sender = { readonly visitor: Visitor; readonly code: string }

async function deliver(
  { url }: BenchWorld,
  { visitor, code }: Sender,
  count: number,
  clients: number,
): Promise<number> {
  const calls = Array.from({ length: count }, () => delivery(visitor, `keten-${randomUUID()}`, [toSomebody(code)]))
  const call = () => {
    const next = calls.pop()
    if (!next) throw new RangeError('more deliveries were asked than made')
    return next
  }
  const load = await runClients({ url, clients, maxSeconds: 600, maxCount: count, call })
  requireStatus(load, 201)
  return load.perSecond
}

const setMode = ({ chainUrl }: BenchWorld, modus: string) =>
  fetch(`${chainUrl}/test/modus`, { method: 'POST', body: JSON.stringify({ modus }) })

async function waiting({ query }: BenchWorld): Promise<number> {
  const [row] = await query<{ count: number }>('SELECT count(*)::int AS count FROM dispatch')
  return row?.count ?? 0
}

/** Waits until nothing waits for the chain any more; answers the seconds. */
async function drained(world: BenchWorld): Promise<number> {
  const began = performance.now()
  while ((await waiting(world)) > 0) await setTimeout(50)
  return (performance.now() - began) / 1_000
}

type Entry = { readonly referentienummer: string; readonly ontvanger: string }

/** What arrived more than once, and what arrived before something of the same pair that was delivered earlier. */
async function faultsOf(
  world: BenchWorld,
  organisationId: string,
): Promise<{ twice: number; disorder: number; missing: number }> {
  const answer = await fetch(`${world.chainUrl}/test/ontvangen`)
  const entries = (await answer.json()) as Entry[]
  const rows = await world.query<{ referentienummer: string; status: string }>(
    "SELECT referentienummer, status FROM bericht WHERE organisation_id = $1 AND direction = 'AANGELEVERD' ORDER BY created_at, id",
    [organisationId],
  )
  const place = new Map(rows.map(({ referentienummer }, index) => [referentienummer, index]))
  const own = entries.filter(({ referentienummer }) => place.has(referentienummer))
  const last = new Map<string, number>()
  let disorder = 0
  for (const { referentienummer, ontvanger } of own) {
    const at = place.get(referentienummer) ?? 0
    // Deliveries of one moment have no order among them: only what is clearly earlier counts.
    if (at + 16 < (last.get(ontvanger) ?? -1)) disorder += 1
    last.set(ontvanger, Math.max(at, last.get(ontvanger) ?? -1))
  }
  const arrived = new Set(own.map(({ referentienummer }) => referentienummer))
  return { twice: own.length - arrived.size, disorder, missing: rows.length - arrived.size }
}

async function measureIdle(world: BenchWorld, sender: Sender): Promise<Row> {
  for (let count = 0; count < IDLE; count++) {
    await deliver(world, sender, 1, 1)
    await drained(world)
  }
  const rows = await world.query<{ ms: number }>(
    `SELECT extract(epoch FROM (c.at - b.created_at))::float * 1000 AS ms FROM bericht b
     JOIN bericht_status_change c ON c.bericht_id = b.id AND c.status = 'AFGELEVERD' WHERE b.organisation_id = $1 ORDER BY 1`,
    [sender.visitor.organisationId],
  )
  const times = rows.map(({ ms }) => ms)
  const [p50Ms, p95Ms] = [percentile(times, 0.5), percentile(times, 0.95)]
  return {
    measure: 'aangeleverd tot Bv03, in rust',
    value: `p50 ${readable(p50Ms)} ms, p95 ${readable(p95Ms)} ms`,
    goal: `p95 onder ${IDLE_GOAL_MS} ms`,
    isMet: p95Ms < IDLE_GOAL_MS,
    numbers: { p50Ms, p95Ms },
  }
}

async function measureOutage(world: BenchWorld, sender: Sender, workers: number, count: number): Promise<Row[]> {
  await setMode(world, 'storing')
  const perSecond = await deliver(world, sender, count, 16)
  const before = await waiting(world)
  await setMode(world, 'normaal')
  const seconds = await drained(world)
  const faults = await faultsOf(world, sender.visitor.organisationId)
  const isRight = faults.twice === 0 && faults.disorder === 0 && faults.missing === 0
  const who = workers === 1 ? 'een worker' : `${workers} workers`
  return [
    fact(`${count} wachtende berichten, ${who}`, `${readable(seconds)} s, ${readable(before / seconds)} per s`, {
      seconds,
      perSecond: before / seconds,
      deliveredPerSecond: perSecond,
    }),
    {
      measure: `  elk een keer en op volgorde, ${who}`,
      value: `${faults.twice} dubbel, ${faults.missing} gemist, ${faults.disorder} uit de volgorde`,
      goal: 'geen',
      isMet: isRight,
      numbers: faults,
    },
  ]
}

/** What the chain brings: envelopes of 10 kB by some connections at once, each answered after it is durably there. */
async function measureInbound(world: BenchWorld): Promise<Row> {
  const road = { url: world.webserviceUrl, folder: world.chainFolder, signal: new AbortController().signal }
  const times: number[] = []
  // Made beforehand: making one takes longer than taking it in.
  const contents = Array.from({ length: INBOUND_COUNT }, () => {
    number += 1
    return makeBericht('WMO305', {
      gemeenteCode: CODE,
      identificatie: `B-${number}`,
      client: number,
      repeat: { Client: 12 },
      values: { ToewijzingNummer: String(number) },
    })
  })
  const began = performance.now()
  const client = async () => {
    for (let content = contents.pop(); content; content = contents.pop()) {
      const header = makeEnvelopeHeader('WMO305', content, { gemeenteCode: CODE, referentienummer: randomUUID() })
      const sentAt = performance.now()
      const outcome = await sendBericht(road, header, content)
      if (outcome.kind !== 'received') throw new Error(`de webservice antwoordde ${outcome.failure.kind}`)
      times.push(performance.now() - sentAt)
    }
  }
  await Promise.all(Array.from({ length: INBOUND_CLIENTS }, client))
  closeChainConnections()
  const perSecond = times.length / ((performance.now() - began) / 1_000)
  const sorted = times.toSorted((a, b) => a - b)
  const [p50Ms, p95Ms] = [percentile(sorted, 0.5), percentile(sorted, 0.95)]
  const value = `${readable(perSecond)} per s, p50 ${readable(p50Ms)} ms, p95 ${readable(p95Ms)} ms`
  return fact(`binnen tot Bv03, ${INBOUND_CLIENTS} tegelijk`, value, { perSecond, p50Ms, p95Ms })
}

/** The way to the chain and back: in rest, after an outage with one and with two workers, and inbound. */
export async function measureChain(world: BenchWorld): Promise<readonly Row[]> {
  const sender = { visitor: await world.visitor(CODE), code: CODE }
  await drained(world)
  const rows = [await measureIdle(world, sender), ...(await measureOutage(world, sender, 1, OUTAGE))]
  // What autovacuum does within a minute of so many rows: without it the planner still takes the tables for empty.
  await world.query('ANALYZE')
  rows.push(await measureInbound(world))
  await world.addWorker()
  rows.push(...(await measureOutage(world, sender, 2, OUTAGE)))
  return rows
}

/** Ten thousand that wait, with the workers that are there. */
export async function measureFullChain(world: BenchWorld): Promise<readonly Row[]> {
  const sender = { visitor: await world.visitor(FULL_CODE), code: FULL_CODE }
  const [before] = await world.query<{ commits: number; milliseconds: number }>(
    "SELECT xact_commit::int AS commits, coalesce(active_time, 0)::float AS milliseconds FROM pg_stat_database WHERE datname = 'portaal'",
  )
  const rows = await measureOutage(world, sender, 1, FULL)
  const [after] = await world.query<{ commits: number; milliseconds: number }>(
    "SELECT xact_commit::int AS commits, coalesce(active_time, 0)::float AS milliseconds FROM pg_stat_database WHERE datname = 'portaal'",
  )
  const commits = (after?.commits ?? 0) - (before?.commits ?? 0)
  const seconds = ((after?.milliseconds ?? 0) - (before?.milliseconds ?? 0)) / 1_000
  const value = `${readable(commits)} transacties, ${readable(seconds)} s rekentijd van verbindingen, aanleveren inbegrepen`
  return [...rows, fact('  belasting van de database', value, { commits, seconds })]
}
