import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestPortal } from '#/tests/support/portal.ts'

export type RawAnswer = {
  /** Of each answer that came over the connection. */
  readonly statuses: readonly number[]
  readonly status: number
  /** In small letters. */
  readonly headers: string
  readonly body: string
}

/** The name and port that a request to this portal states. */
export const hostLine = (portal: TestPortal): string => `Host: ${new URL(portal.url).host}`

/** Sends these bytes as they are, because no client of ours would, until the portal ends the connection. */
export async function sendBytes(portal: TestPortal, bytes: string): Promise<RawAnswer> {
  const socket = connect(Number(new URL(portal.url).port), 'localhost')
  socket.end(Buffer.from(bytes, 'latin1'))
  const all = await text(socket)
  const [head = '', ...body] = all.split('\r\n\r\n')
  const statuses = [...all.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
  return { statuses, status: statuses[0] ?? 0, headers: head.toLowerCase(), body: body.join('') }
}

/** The same for a request without a body, line by line. */
export const sendLines = (portal: TestPortal, ...lines: readonly string[]): Promise<RawAnswer> =>
  sendBytes(portal, `${lines.join('\r\n')}\r\n\r\n`)
