import { Agent } from 'node:http'
import type { BenchWorld, Visitor } from '#/scripts/bench/bench-world.ts'
import { send } from '#/scripts/bench/clients.ts'
import { percentile, type Row, readable } from '#/scripts/bench/outcome.ts'

const GEMEENTEN = 300
const BERICHTEN = 1_000_000
/** The largest gemeente has five per cent of all, as the largest of the country has of its people; half of it in each product. */
const LARGEST = 50_000
/** What the goal of the issue compares with. */
const FEW = 10_000
const AT_MOST_TIMES = 1.5
const WARM_UP = 10
const REPEATS = 200
const PATH = '/producten/iwmo/berichten'

/** What a person asks of a list; `q` is typed into the field for a number or a file name. */
const QUESTIONS = [
  ['eerste pagina', ''],
  ['filter op status en soort', '?status=AFGEKEURD&soort=WMO301'],
  ['filter op dagen', '?van=2026-01-01&tot=2026-12-31'],
  ['zoeken op identificatie', '?q=M-00004711'],
  ['zoeken op een deel ervan', '?q=0004711'],
  ['zoeken op bestandsnaam', '?q=bericht-4711.xml'],
  ['zoeken op aanbieder', '?q=99990017'],
  ['zoeken naar wat er niet is', '?q=nergens-te-vinden'],
] as const

type Owner = Pick<Visitor, 'organisationId' | 'userId'>

/** Berichten of two years with links to their answers, as many as asked, half in each product. */
async function fill(world: BenchWorld, { organisationId, userId }: Owner, code: string, count: number): Promise<void> {
  await world.query(
    `INSERT INTO bericht (id, organisation_id, product, direction, status, berichtsoort, versie, afzender, ontvanger,
       identificatie, dagtekening, referentienummer, file_name, size_bytes, sha256, storage_key, findings, error_count,
       warning_count, delivered_by_id, delivered_by_name, created_at, received_at, awaits, deadline_on, search_text)
     SELECT uuidv7(), $1::uuid, CASE WHEN n % 4 < 2 THEN 'iwmo' ELSE 'ijw' END,
       (CASE WHEN n % 2 = 0 THEN 'AANGELEVERD' ELSE 'ONTVANGEN' END)::"Direction",
       (CASE WHEN n % 2 = 0 THEN (ARRAY['BEANTWOORD', 'AFGELEVERD', 'AFGEKEURD', 'BEANTWOORD'])[n / 4 % 4 + 1]
             ELSE (ARRAY['OPGEHAALD', 'OPGEHAALD', 'VERLOPEN', 'BESCHIKBAAR'])[n / 4 % 4 + 1] END)::"BerichtStatus",
       CASE WHEN n % 4 < 2 THEN 'WMO' ELSE 'JW' END || (CASE WHEN n % 2 = 0 THEN '301' ELSE '305' END), '3.2',
       CASE WHEN n % 2 = 0 THEN $3::text ELSE (99990000 + n % 40)::text END,
       CASE WHEN n % 2 = 0 THEN (99990000 + n % 40)::text ELSE $3::text END,
       'M-' || lpad(n::text, 8, '0'), date '2026-02-02', gen_random_uuid(), 'bericht-' || n || '.xml', 10240,
       sha256(convert_to($1::uuid || '-' || n, 'UTF8')), CASE WHEN n < $4::int / 12 THEN md5($1::uuid || '-' || n) END, '[]', 0, 0,
       CASE WHEN n % 2 = 0 THEN $2::uuid END, CASE WHEN n % 2 = 0 THEN 'A. Jansen' END,
       now() - n * (interval '730 days' / $4::int), CASE WHEN n % 2 = 1 THEN now() - n * (interval '730 days' / $4::int) END,
       (CASE WHEN n % 2 = 1 AND n < $4::int / 50 THEN 'RETOUR' END)::"Awaited",
       CASE WHEN n % 2 = 1 AND n < $4::int / 50 THEN current_date + (n % 14) - 7 END,
       'm-' || lpad(n::text, 8, '0') || E'\\nbericht-' || n || '.xml'
     FROM generate_series(1, $4::int) AS n`,
    [organisationId, userId, code, count],
  )
  await world.query(
    `INSERT INTO bericht_status_change (id, bericht_id, organisation_id, status, at, by_name)
     SELECT uuidv7(), id, organisation_id, status, created_at, delivered_by_name FROM bericht WHERE organisation_id = $1`,
    [organisationId],
  )
}

/** Gemeenten without people, each with the same share of what is left. */
async function fillOthers(world: BenchWorld, owner: Visitor, count: number): Promise<void> {
  const others = GEMEENTEN - 2
  const rows = await world.query<{ id: string; code: string }>(
    `INSERT INTO organisation (id, name, gemeente_code, kvk, created_at)
     SELECT uuidv7(), 'Meetdorp ' || n, (1000 + n)::text, (30000000 + n)::text, now() FROM generate_series(1, $1::int) n RETURNING id::text, gemeente_code AS code`,
    [others],
  )
  for (const { id, code } of rows)
    await fill(world, { organisationId: id, userId: owner.userId }, code, Math.round(count / others))
}

/** How long each question takes, in turns. Milliseconds, sorted. */
async function askAll(world: BenchWorld, { headers }: Visitor): Promise<readonly (readonly number[])[]> {
  const agent = new Agent({ keepAlive: true })
  const times = QUESTIONS.map((): number[] => [])
  for (let round = 0; round < WARM_UP + REPEATS; round++)
    for (const [index, [, query]] of QUESTIONS.entries()) {
      const begin = performance.now()
      const { status } = await send(world.url, { method: 'GET', path: `${PATH}${query}`, headers }, agent)
      if (status !== 200) throw new Error(`${PATH}${query} antwoordde ${status}`)
      if (round >= WARM_UP) times[index]?.push(performance.now() - begin)
    }
  agent.destroy()
  return times.map((all) => all.toSorted((a, b) => a - b))
}

// As autovacuum leaves the tables.
const settle = (world: BenchWorld) => world.query('VACUUM ANALYZE bericht, bericht_status_change')

/** List and search of the largest of 300 gemeenten with a million berichten together, beside one gemeente with 10,000. */
export async function measureMany(world: BenchWorld): Promise<readonly Row[]> {
  const [small, large] = [await world.visitor('9821'), await world.visitor('9822')]
  await fill(world, small, '9821', FEW)
  await settle(world)
  const few = await askAll(world, small)
  await fill(world, large, '9822', LARGEST)
  await fillOthers(world, small, BERICHTEN - LARGEST - FEW)
  await settle(world)
  const many = await askAll(world, large)
  return QUESTIONS.map(([name], index): Row => {
    const [fewP95Ms, manyP95Ms] = [percentile(few[index] ?? [], 0.95), percentile(many[index] ?? [], 0.95)]
    const [fewP50Ms, manyP50Ms] = [percentile(few[index] ?? [], 0.5), percentile(many[index] ?? [], 0.5)]
    const ratio = manyP95Ms / fewP95Ms
    return {
      measure: `${readable(BERICHTEN)} berichten: ${name}`,
      value: `p50 ${readable(manyP50Ms)}, p95 ${readable(manyP95Ms)} ms (${readable(ratio)} x; bij ${readable(FEW)} p95 ${readable(fewP95Ms)})`,
      goal: `p95 <= ${readable(AT_MOST_TIMES)} x die bij ${readable(FEW)}`,
      isMet: ratio <= AT_MOST_TIMES,
      numbers: { fewP50Ms, fewP95Ms, manyP50Ms, manyP95Ms, ratio },
    }
  })
}
