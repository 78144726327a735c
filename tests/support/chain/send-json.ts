import { type RequestOptions, request } from 'node:https'
import type { Pem } from '#/tests/support/chain/soap-service.ts'

export type JsonAnswer = {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly text: string
}

/** How a body goes: as whom, and what differs from an ordinary POST of JSON. */
export type Sending = {
  readonly as?: Pem
  readonly headers?: Record<string, string>
  readonly method?: string
  readonly path?: string
  readonly to?: string
}

/** Sends a body over TLS on a connection of its own. */
export function sendJson(
  body: string | Buffer,
  {
    as,
    headers = {},
    method = 'POST',
    path,
    to,
    authority,
  }: Required<Pick<Sending, 'path' | 'to'>> & Sending & { readonly authority: string },
): Promise<JsonAnswer> {
  const length = headers['Transfer-Encoding'] ? {} : { 'Content-Length': Buffer.byteLength(body) }
  const options: RequestOptions = {
    method,
    ca: authority,
    agent: false,
    headers: { 'Content-Type': 'application/json', ...length, ...headers },
    ...as,
  }
  return new Promise<JsonAnswer>((resolve, reject) => {
    const outgoing = request(new URL(path, to), options, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.once('error', reject)
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(pieces).toString() }),
      )
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}
