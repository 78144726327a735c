import { hash } from '@node-rs/argon2'
import { v7 } from 'uuid'
import type { BenchWorld } from '#/scripts/bench/bench-world.ts'
import { median, type Row, readable } from '#/scripts/bench/outcome.ts'
import { actionForms, type PlainForm, typedIn } from '#/tests/support/plain-forms.ts'
import { givenGemeente, givenMember, givenSession } from '#/tests/support/world.ts'

const ROUNDS = 60
const WARM_UP = 5
/** Access-norms chapter 4: whoever measures how long an answer takes learns nothing about a code. */
const AT_MOST_APART = 0.1
const SECRET = 'ZZZZ-ZZZZ-ZZZZ'

// Every way in which a code can be of no use, and what makes it so; each with a person of its own.
const REASONS = {
  onbekend: 'absent',
  'verkeerd geheim': 'wrong',
  verlopen: 'expires_at',
  gebruikt: 'used_at',
  ingetrokken: 'revoked_at',
  'van een andere gemeente': 'elsewhere',
} as const
type Reason = (typeof REASONS)[keyof typeof REASONS]

type Waiting = { readonly memberId: string; readonly cookie: string; readonly text: string }

async function giveCode(world: BenchWorld, memberId: string, locator: string, reason: Reason): Promise<void> {
  // Of the same cost as the portal's own; it need not match anything.
  const secretHash = await hash('meting', { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  await world.query(
    `INSERT INTO verification_code (id, organisation_id, member_id, kind, locator, secret_hash, issued_by_id, issued_at,
       expires_at, used_at, revoked_at)
     SELECT $1::uuid, organisation_id, id, 'GEBRUIKER', $3::text, $4::text, $1::uuid, now() - interval '1 day',
       now() + CASE WHEN $5::text = 'expires_at' THEN interval '-1 hour' ELSE interval '1 day' END,
       CASE WHEN $5 = 'used_at' THEN now() END, CASE WHEN $5 = 'revoked_at' THEN now() END
     FROM member WHERE id = $2`,
    [v7(), memberId, locator, secretHash, reason],
  )
}

/** Somebody who waits for a code and has one that does not let in, for this reason. */
async function givenWaiting(world: BenchWorld, reason: Reason, place: number): Promise<Waiting> {
  const rows = { appUrl: '', adminUrl: '', query: world.query }
  const home = await givenGemeente(rows, { code: `982${place}` })
  const { actor, memberId } = await givenMember(rows, home, { state: 'VERIFICATIE' })
  const locator = `AAA${place}`
  const elsewhere = async () => {
    const gemeente = await givenGemeente(rows, { code: `983${place}` })
    return (await givenMember(rows, gemeente, { state: 'VERIFICATIE' })).memberId
  }
  const owner = reason === 'elsewhere' ? await elsewhere() : memberId
  if (reason !== 'absent') await giveCode(world, owner, locator, reason)
  const { token } = await givenSession(rows, actor)
  return { memberId, cookie: `__Host-sessie=${token}`, text: `${locator}-${SECRET}` }
}

async function formOf({ url }: BenchWorld, { cookie }: Waiting): Promise<PlainForm> {
  const answer = await fetch(`${url}/verificatie`, { headers: { cookie, accept: 'text/html' } })
  const page = { status: answer.status, url, headers: answer.headers, text: await answer.text(), location: null }
  const form = actionForms(page).find(({ text }) => text.includes('verificatiecode'))
  if (!form) throw new Error(`geen formulier voor een code: ${answer.status}`)
  return form
}

async function millisecondsOf(world: BenchWorld, waiting: Waiting, form: PlainForm): Promise<number> {
  // Each try finds the field open.
  await world.query(
    'UPDATE member SET code_failures = 0, code_paused_until = NULL, code_locked_at = NULL WHERE id = $1',
    [waiting.memberId],
  )
  await world.query("DELETE FROM rate_window WHERE key LIKE 'code-%'")
  const begin = performance.now()
  const answer = await fetch(`${world.url}/verificatie`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: waiting.cookie, origin: world.url, accept: 'text/html' },
    body: typedIn(form, { verificatiecode: waiting.text }),
  })
  await answer.arrayBuffer()
  return performance.now() - begin
}

/** Nothing was measured unless every try was looked at. */
async function demandRefused(world: BenchWorld, ids: readonly string[]): Promise<void> {
  const [counted] = await world.query<{ tries: number }>(
    `SELECT count(*)::int AS tries FROM audit_event
     WHERE event = 'code.refused' AND reason_code NOT IN ('PAUSED', 'LOCKED', 'TOO_OFTEN') AND subject_id = ANY ($1)`,
    [ids],
  )
  const expected = (WARM_UP + ROUNDS) * ids.length
  if (counted?.tries !== expected) throw new Error(`${counted?.tries ?? 0} van de ${expected} codes zijn geweigerd`)
}

/** How long the portal takes to say no to a code, for every reason that there is; in turns, so that the machine is the same for all. */
export async function measureCodes(world: BenchWorld): Promise<readonly Row[]> {
  const people: { waiting: Waiting; form: PlainForm; times: number[]; reason: string }[] = []
  for (const [place, [reason, kind]] of Object.entries(REASONS).entries()) {
    const waiting = await givenWaiting(world, kind, place)
    people.push({ reason, waiting, form: await formOf(world, waiting), times: [] })
  }
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    for (const { waiting, form, times } of people) {
      const taken = await millisecondsOf(world, waiting, form)
      if (round >= WARM_UP) times.push(taken)
    }
  await demandRefused(
    world,
    people.map(({ waiting }) => waiting.memberId),
  )
  const medians = people.map(({ reason, times }) => [`${reason.replaceAll(' ', '_')}_p50Ms`, median(times)] as const)
  const values = medians.map(([, value]) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return [
    {
      measure: 'een onbruikbare code weigeren: verschil tussen de medianen van elke reden',
      value: `${readable((most / least - 1) * 100)} % (${readable(least)} tot ${readable(most)} ms)`,
      goal: `<= ${readable(AT_MOST_APART * 100)} %`,
      isMet: most <= least * (1 + AT_MOST_APART),
      numbers: Object.fromEntries(medians),
    },
  ]
}
