import { Client } from 'pg'
import { z } from 'zod'
import { database } from '#/lib/platform/db/client.ts'
import { log } from '#/lib/platform/log.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

// What happens in one process is told to all others by PostgreSQL (LISTEN/NOTIFY), so that any number of web processes and
// workers can run. A notice that is lost costs nobody more than a page that is brought up to date by the next one.

const CHANNEL = 'portaal_live'
/** Notices of so long go out together. Outside the transaction: NOTIFY in it makes all commits wait for each other. */
const GATHER_MS = 100
/** PostgreSQL takes 8,000 bytes in one notice. */
const LONGEST_PAYLOAD = 7_500
const RETRY_MS = 1_000

type Gathering = { readonly texts: Set<string>; timer: NodeJS.Timeout | null }
const gathering = sharedState<Gathering>('live-gathering', () => ({ texts: new Set(), timer: null }))

/** Packs texts into as few payloads as they fit in. */
function payloads(texts: Iterable<string>): string[] {
  const packed: string[][] = []
  let room = 0
  for (const text of texts) {
    const size = Buffer.byteLength(JSON.stringify(text)) + 1
    if (size > room) {
      packed.push([])
      room = LONGEST_PAYLOAD
    }
    packed.at(-1)?.push(text)
    room -= size
  }
  return packed.map((part) => JSON.stringify(part))
}

async function send(): Promise<void> {
  const texts = [...gathering.texts]
  gathering.texts.clear()
  gathering.timer = null
  try {
    for (const payload of payloads(texts)) await database().$queryRaw`SELECT pg_notify(${CHANNEL}, ${payload})::text`
  } catch (error) {
    log().warn({ err: error }, 'live notices were not sent')
  }
}

/** Tells all processes, this one too, within a moment. What is told twice in that moment is told once. */
export function publish(text: string): void {
  gathering.texts.add(text)
  gathering.timer ??= setTimeout(() => void send(), GATHER_MS).unref()
}

/** `null`: notices may have been missed. */
type Listener = (text: string | null) => void
type Listening = { readonly listeners: Set<Listener>; client: Client | null }
const listening = sharedState<Listening>('live-listening', () => ({ listeners: new Set(), client: null }))

/** One listener that fails keeps nothing from the others, and does not end the process. */
function tell(text: string | null): void {
  for (const listener of listening.listeners) {
    try {
      listener(text)
    } catch (error) {
      log().error({ err: error }, 'a live notice was not handed on')
    }
  }
}

const Payload = z.array(z.string())

/** Whoever may use the database can send on the channel: what is no payload of ours is left alone. */
function onPayload(payload: string): void {
  try {
    for (const text of Payload.parse(JSON.parse(payload))) tell(text)
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    log().warn('a live notice could not be read')
  }
}

/** One connection per process, made for the first who listens, and made anew when it breaks. */
async function connect(isAgain: boolean): Promise<void> {
  const client = new Client({ connectionString: settings().databaseUrl })
  listening.client = client
  const onBroken = () => {
    if (listening.client !== client) return
    listening.client = null
    setTimeout(() => {
      if (listening.client === null && listening.listeners.size > 0) void connect(true)
    }, RETRY_MS).unref()
  }
  client.on('error', (error) => {
    log().warn({ err: error }, 'the live connection broke')
    onBroken()
  })
  client.on('end', onBroken)
  client.on('notification', ({ payload }) => onPayload(payload ?? ''))
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    if (isAgain) tell(null)
  } catch (error) {
    log().warn({ err: error }, 'live notices cannot be heard')
    onBroken()
  }
}

/** Hears every notice until the returned function is called. Nobody listening, no connection. */
export function subscribe(listener: Listener): () => void {
  listening.listeners.add(listener)
  if (listening.client === null) void connect(false)
  return () => {
    listening.listeners.delete(listener)
    if (listening.listeners.size > 0) return
    const { client } = listening
    listening.client = null
    void client?.end().catch((error: unknown) => log().warn({ err: error }, 'the live connection did not end well'))
  }
}

/** Sends what waits and stops listening: for whoever is about to end the connections to the database. */
export async function stopNotices(): Promise<void> {
  clearTimeout(gathering.timer ?? undefined)
  if (gathering.texts.size > 0) await send()
  listening.listeners.clear()
  const { client } = listening
  listening.client = null
  await client?.end()
}
