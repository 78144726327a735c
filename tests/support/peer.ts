import { request } from 'node:http'
import type { TestPortal } from '#/tests/support/portal.ts'

export type PeerAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}
type Ask = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: Buffer }

/** One request from an address of this machine's own choice (127.0.0.0/8), with exactly these headers and this path. */
export function askFrom(
  portal: TestPortal,
  peer: string,
  path: string,
  { method = 'GET', headers = {}, body }: Ask = {},
): Promise<PeerAnswer> {
  const { port, host } = new URL(portal.url)
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, localAddress: peer, headers: { host, ...headers } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('error', reject)
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })
}

/** A form as a browser sends it: its type and its bytes. */
export async function formBody(form: FormData): Promise<{ readonly type: string; readonly body: Buffer }> {
  const sent = new Response(form)
  return { type: sent.headers.get('content-type') ?? '', body: Buffer.from(await sent.arrayBuffer()) }
}
