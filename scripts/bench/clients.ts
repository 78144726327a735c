import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { percentile } from '#/scripts/bench/outcome.ts'

/** One request. The body's pieces are sent as they are, so that a big one is not copied. */
export type Call = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: readonly Buffer[]
}

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

/** Sends one request and reads the whole answer. */
export function send(url: string, call: Call, agent: Agent): Promise<Answer> {
  const { method, path, headers = {}, body = [] } = call
  const length = body.reduce((sum, piece) => sum + piece.byteLength, 0)
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, url),
      { method, agent, headers: { ...headers, ...(method === 'POST' ? { 'content-length': length } : {}) } },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.once('error', reject)
        answer.once('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
        )
      },
    )
    sent.once('error', reject)
    for (const piece of body) sent.write(piece)
    sent.end()
  })
}

export type Load = {
  readonly count: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly answers: readonly Pick<Answer, 'status' | 'headers'>[]
}

export type LoadOptions = {
  readonly url: string
  readonly clients: number
  /** No new request is sent after this. */
  readonly maxSeconds: number
  readonly maxCount: number
  readonly call: () => Call
}

/** Lets so many clients send one request after another, each on a connection of its own that stays open. */
export async function runClients({ url, clients, maxSeconds, maxCount, call }: LoadOptions): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  const answers: Pick<Answer, 'status' | 'headers'>[] = []
  let started = 0
  const begin = performance.now()
  const client = async () => {
    while (started < maxCount && performance.now() - begin < maxSeconds * 1_000) {
      started += 1
      const sentAt = performance.now()
      const { status, headers } = await send(url, call(), agent)
      times.push(performance.now() - sentAt)
      answers.push({ status, headers })
    }
  }
  try {
    await Promise.all(Array.from({ length: clients }, client))
  } finally {
    agent.destroy()
  }
  const seconds = (performance.now() - begin) / 1_000
  times.sort((a, b) => a - b)
  return {
    count: times.length,
    perSecond: times.length / seconds,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    answers,
  }
}

/** Throws unless every answer has this status. */
export function requireStatus(load: Load, status: number): void {
  const other = load.answers.find((answer) => answer.status !== status)
  if (other) throw new Error(`de portal antwoordde ${other.status} in plaats van ${status}`)
}
