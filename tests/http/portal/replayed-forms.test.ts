import { readFileSync } from 'node:fs'
import { CALL_ROWS } from '#/tests/architecture/roles-matrix/matrix.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { CALL_REPLAYS } from '#/tests/support/replays/calls.ts'
import { DESK_REPLAYS } from '#/tests/support/replays/desk.ts'
import { PEOPLE_REPLAYS } from '#/tests/support/replays/people.ts'
import type { Replay } from '#/tests/support/replays/replay.ts'
import { BY_WORKERS, snapshot } from '#/tests/support/snapshot.ts'
import type { Answer, Visitor } from '#/tests/support/visitor.ts'
import { wholePage } from '#/tests/support/whole-page.ts'

// With a second pair of eyes, so that the forms of both steps are there.
const portal = testPortal({ VIER_OGEN: 'ja' })
const { database } = portal
const REPLAYS: readonly Replay[] = [...PEOPLE_REPLAYS, ...DESK_REPLAYS, ...CALL_REPLAYS]

/** Scripts overwrite a draft with the draft of a moment later: there is nothing in it that counts. */
const NOTHING_TO_REPEAT = ['POST /api/sessie/concept']

test('every action of the build and every route that takes a POST has a case here', () => {
  const manifest = readFileSync('.next/server/server-reference-manifest.json', 'utf8')
  const { node } = JSON.parse(manifest) as { node: Record<string, { exportedName: string }> }
  const actions = Object.values(node).map(({ exportedName }) => exportedName)
  const routes = Object.keys(CALL_ROWS).filter((call) => call.startsWith('POST '))
  const known = [...new Set(REPLAYS.map((replay) => replay.of)), ...NOTHING_TO_REPEAT]
  expect(known.toSorted()).toEqual([...actions, ...routes].toSorted())
})

// Reading and being refused are in the log each time; everything else there is a change.
const SEEN =
  /^(?:log\.read|chain\.read|wlz\.(?:asked|signals-read)|reference\.searched|organisation\.(?:listed|read)|member\.(?:listed|read)|bericht\.(?:(?:content-)?read|bsn-shown|client-searched|fetch-begun|fetched))$/

async function changesSince(known: ReadonlySet<string>): Promise<string[]> {
  const rows = await database.query<{ id: string; event: string; result: string }>(
    'SELECT id, event, result FROM audit_event ORDER BY at, id',
  )
  return rows
    .filter(({ id, event, result }) => !known.has(id) && result === 'ok' && !SEEN.test(event))
    .map(({ event }) => event)
}
const eventIds = async () =>
  new Set((await database.query<{ id: string }>('SELECT id FROM audit_event')).map(({ id }) => id))

/** Every row of every table but the log, and the mails that were ordered. */
async function stateOf(): Promise<Record<string, string>> {
  const { jobs: _, ...tables } = await snapshot(database, 'audit_event', ...BY_WORKERS)
  const [mails] = await database.query<{ count: string }>(
    "SELECT count(*) AS count FROM pgboss.job WHERE name = 'notifications.send-mail'",
  )
  return { ...tables, mails: mails?.count ?? '' }
}

/** What the answer says, or where it leads. */
const meaningOf = ({ location, text }: Answer): string => location ?? mainOf(text)

/** The words of a page between its header and its footer; of an answer to software all of it. */
function mainOf(text: string): string {
  const main = /<main\b[^>]*>(.*?)<\/main>/s.exec(text)?.[1] ?? text
  return main.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

/** What somebody reads in the end, as a browser without script shows it. */
async function readingOf(visitor: Visitor, answer: Answer): Promise<string> {
  const isAtMakelaar = answer.location?.startsWith(portal.makelaarUrl) ?? false
  if (isAtMakelaar) return meaningOf(answer)
  const page = await visitor.copy().follow(answer, portal.url)
  const { faults, title, shown } = wholePage(page)
  expect({ url: page.url, status: page.status, faults }).toEqual({ url: page.url, status: 200, faults: [] })
  if (title.startsWith('Fout:')) expect(shown).toContain('Er is een probleem')
  return mainOf(shown)
}

async function expectRead(replay: Replay, visitor: Visitor, answer: Answer): Promise<void> {
  if (replay.callStatus === undefined) return expect(await readingOf(visitor, answer)).toMatch(replay.again)
  expect([answer.status, answer.text]).toEqual([replay.callStatus, expect.stringMatching(replay.again)])
}

// Guards issue 2, "Bad input: sent twice". A person without script presses twice, goes back, or loads the answer again; a
// proxy sends a request anew. The very same body then comes again, with its hidden fields, and must change nothing.
describe.each(REPLAYS)('$of, $name', (replay) => {
  it('changes nothing when it is sent again, nor when it is sent twice at once after that', async () => {
    const { visitor, send, settled } = await replay.arrange(portal)
    const known = await eventIds()
    const first = await send()
    await settled?.()
    expect(replay.callStatus === undefined ? meaningOf(first) : first.text).toMatch(replay.first)
    const changes = await changesSince(known)
    expect(changes.filter((event) => event === replay.event).length).toBeGreaterThanOrEqual(replay.event ? 1 : 0)
    const before = await stateOf()
    const second = await send()
    expect(await stateOf()).toEqual(before)
    await expectRead(replay, visitor, second)
    for (const answer of await Promise.all([send(), send()])) await expectRead(replay, visitor, answer)
    expect(await stateOf()).toEqual(before)
    expect(await changesSince(known)).toEqual(changes)
  })

  it('counts once when it is sent twice at once', async () => {
    const alone = await replay.arrange(portal)
    const atFirst = await eventIds()
    await alone.send()
    await alone.settled?.()
    const expected = await changesSince(atFirst)
    const { visitor, send, settled } = await replay.arrange(portal)
    const known = await eventIds()
    const answers = await Promise.all([send(), send()])
    await settled?.()
    expect((await changesSince(known)).toSorted()).toEqual(expected.toSorted())
    for (const answer of answers) {
      expect(answer.status).toBeLessThan(500)
      if (replay.callStatus === undefined) await readingOf(visitor, answer)
    }
  })
})
