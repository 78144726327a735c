import { deliverOne } from '#/tests/support/addresses.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
const ADDRESS = '/api/berichten/gebeurtenissen'
let jansen: Visitor
let smit: Visitor

beforeAll(async () => {
  jansen = new Visitor(portal)
  smit = new Visitor(portal)
  await jansen.logIn('jansen')
  await smit.logIn('smit')
})

const open = (visitor: Visitor) =>
  fetch(`${portal.url}${ADDRESS}`, {
    headers: { cookie: visitor.cookieHeader(ADDRESS), accept: 'text/event-stream' },
    signal: AbortSignal.timeout(60_000),
  })

const activityOf = async () =>
  (await portal.database.query<{ at: Date }>('SELECT max(last_activity_at) AS at FROM session'))[0]?.at

/** Reads an open stream until what came fits. */
async function readUntil(answer: Response, wanted: RegExp): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of answer.body ?? []) {
    text += decoder.decode(piece as Uint8Array, { stream: true })
    if (wanted.test(text)) return text
  }
  throw new Error(`the stream ended with: ${text}`)
}

// Guards contract chapter 5 and issue 3 item 8.
describe('the stream of events', () => {
  it('tells of a delivery as it happens, and is neither packed nor kept', async () => {
    const answer = await open(jansen)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('no-transform')
    expect(answer.headers.get('content-encoding')).toBeNull()
    const id = await deliverOne(jansen, 'LIVE-1')
    const told = new RegExp(`event: bericht\ndata: {"product":"iwmo","id":"${id}","status":"IN_WACHTRIJ"}\n\n`)
    expect(await readUntil(answer, told)).toMatch(/^retry: \d+\n\n/)
  })

  it('is no activity: who only listens is idle', async () => {
    const before = await activityOf()
    const answer = await open(jansen)
    await readUntil(answer, /retry/)
    expect(await activityOf()).toEqual(before)
  })

  it('is for who may see berichten, and for programs that listen', async () => {
    expect((await open(smit)).status).toBe(403)
    expect((await open(new Visitor(portal))).status).toBe(401)
    expect((await jansen.ask(ADDRESS)).status).toBe(406)
  })
})
