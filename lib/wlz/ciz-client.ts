import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { callTo, failureOf } from '#/lib/chain/outbound/post-envelope.ts'
import { tlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import type { WlzAnswer, WlzQuestion } from '#/lib/wlz/question.ts'

// The one place that knows how the register of the CIZ is asked (docs/api/ciz-registertoets.openapi.yaml). The CIZ's own format is
// not public: when it is known, this file changes and nothing else.

const TIMEOUT_SECONDS = 10
const LONGEST_ANSWER_BYTES = 10_000

const Answer = z.union([
  z.strictObject({ indicatie: z.literal(false) }),
  z.strictObject({ indicatie: z.literal(true), sinds: z.iso.date() }),
])

/** Why there is no answer. `off`: no register is set. `refused`: it does not take our question. Never an answer "no". */
export type RegisterFault = 'off' | 'unreachable' | 'timeout' | 'refused' | 'unreadable'

async function readText(answer: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.byteLength
    if (size > LONGEST_ANSWER_BYTES) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function parse(text: string | null): Result<WlzAnswer, RegisterFault> {
  let json: unknown
  try {
    json = JSON.parse(text ?? '')
  } catch {
    return err('unreadable')
  }
  const { data } = Answer.safeParse(json)
  if (data === undefined) return err('unreadable')
  return ok(data.indicatie ? { hasIndication: true, since: data.sinds } : { hasIndication: false })
}

/** Asks the register whether somebody had a Wlz-indicatie on a day. At most 10 s; redirects are not followed. */
export async function askRegister(
  { bsn, peildatum }: Pick<WlzQuestion, 'bsn' | 'peildatum'>,
  requestId: string,
): Promise<Result<WlzAnswer, RegisterFault>> {
  const { ciz, chain } = settings()
  if (ciz === null || chain === null) return err('off')
  const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1_000)
  const body = Buffer.from(JSON.stringify({ bsn, peildatum }))
  const endpoint = { url: ciz, identity: tlsIdentity(chain), timeoutSeconds: TIMEOUT_SECONDS }
  try {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, 'X-Request-Id': requestId }
    const outgoing = callTo(endpoint, { method: 'POST', signal, headers })
    outgoing.end(body)
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    const text = await readText(answer)
    if (answer.statusCode === 200) return parse(text)
    return err((answer.statusCode ?? 0) >= 500 ? 'unreachable' : 'refused')
  } catch (error) {
    if (signal.aborted) return err('timeout')
    return failureOf(error).failure.kind === 'timeout' ? err('timeout') : err('unreachable')
  }
}
