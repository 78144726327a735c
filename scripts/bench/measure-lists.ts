import { Agent } from 'node:http'
import type { BenchWorld, Visitor } from '#/scripts/bench/bench-world.ts'
import { send } from '#/scripts/bench/clients.ts'
import { median, type Row, readable } from '#/scripts/bench/outcome.ts'

const SIZES = [100, 10_000, 100_000] as const
/** Goal of the issue: a long list takes at most so many times as long as a short one. */
const AT_MOST_TIMES = 1.5
const WARM_UP = 10
const REPEATS = 40
const PATH = '/producten/iwmo/berichten'

/** Berichten of half a year, delivered and received, in several statuses, each with the beginning of its timeline. */
async function fill(world: BenchWorld, visitor: Visitor, code: string, count: number): Promise<void> {
  const values = [visitor.organisationId, visitor.userId, code, count]
  await world.query(
    `INSERT INTO bericht (id, organisation_id, product, direction, status, berichtsoort, versie, afzender, ontvanger,
       identificatie, dagtekening, referentienummer, file_name, size_bytes, sha256, storage_key, findings, error_count,
       warning_count, delivered_by_id, delivered_by_name, created_at, received_at, search_text)
     SELECT uuidv7(), $1::uuid, 'iwmo', (CASE WHEN n % 2 = 0 THEN 'AANGELEVERD' ELSE 'ONTVANGEN' END)::"Direction",
       (ARRAY['IN_WACHTRIJ', 'BESCHIKBAAR', 'AFGEKEURD', 'OPGEHAALD'])[n % 4 + 1]::"BerichtStatus",
       CASE WHEN n % 2 = 0 THEN 'WMO301' ELSE 'WMO305' END, '3.2',
       CASE WHEN n % 2 = 0 THEN $3::text ELSE '99990001' END, CASE WHEN n % 2 = 0 THEN '99990001' ELSE $3::text END,
       'L-' || lpad(n::text, 8, '0'), date '2026-02-02', gen_random_uuid(), 'bericht-' || n || '.xml', 10240,
       sha256(convert_to($1::uuid || '-' || n, 'UTF8')), md5($1::uuid || '-' || n), '[]', 0, 0,
       CASE WHEN n % 2 = 0 THEN $2::uuid END, CASE WHEN n % 2 = 0 THEN 'A. Jansen' END,
       now() - n * (interval '180 days' / $4::int), CASE WHEN n % 2 = 1 THEN now() - n * (interval '180 days' / $4::int) END,
       'l-' || lpad(n::text, 8, '0') || E'\\nbericht-' || n || '.xml'
     FROM generate_series(1, $4::int) AS n`,
    values,
  )
  await world.query(
    `INSERT INTO bericht_status_change (id, bericht_id, organisation_id, status, at, by_name)
     SELECT uuidv7(), id, organisation_id, status, created_at, delivered_by_name FROM bericht WHERE organisation_id = $1`,
    [visitor.organisationId],
  )
}

/** How long the page with the list takes with few, many and very many berichten. */
export async function measureLists(world: BenchWorld): Promise<readonly Row[]> {
  const lists: { size: number; visitor: Visitor; times: number[] }[] = []
  for (const [index, size] of SIZES.entries()) {
    const code = `981${index}`
    const visitor = await world.visitor(code)
    await fill(world, visitor, code, size)
    lists.push({ size, visitor, times: [] })
  }
  // As autovacuum leaves the tables.
  await world.query('VACUUM ANALYZE bericht, bericht_status_change')
  const agent = new Agent({ keepAlive: true })
  for (let round = 0; round < WARM_UP + REPEATS; round++) {
    // In turns, so that a busier machine weighs on all of them.
    for (const { visitor, times } of lists) {
      const begin = performance.now()
      const { status } = await send(world.url, { method: 'GET', path: PATH, headers: visitor.headers }, agent)
      if (status !== 200) throw new Error(`${PATH} antwoordde ${status}`)
      if (round >= WARM_UP) times.push(performance.now() - begin)
    }
  }
  agent.destroy()
  const shortest = median(lists[0]?.times ?? [])
  return lists.map(({ size, times }, index) => {
    const p50Ms = median(times)
    const ratio = p50Ms / shortest
    return {
      measure: `pagina met ${readable(size)} berichten`,
      value: `${readable(p50Ms)} ms${index === 0 ? '' : ` (${readable(ratio)} x)`}`,
      goal: index === 0 ? null : `<= ${readable(AT_MOST_TIMES)} x de pagina met ${SIZES[0]}`,
      isMet: index === 0 ? null : ratio <= AT_MOST_TIMES,
      numbers: { size, p50Ms, ratio },
    }
  })
}
