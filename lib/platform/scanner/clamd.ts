import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { MINUTE_MS } from '#/lib/platform/clock.ts'
import type { ScannerAddress } from '#/lib/platform/settings/scanner-address.ts'

/** What the scanner says of a stream that it has seen from beginning to end. */
export type ScanVerdict = { readonly kind: 'clean' } | { readonly kind: 'infected'; readonly signature: string }

/**
 * There is no verdict: the scanner is away, breaks off, answers something else, or did not look at all of it. Whatever was
 * to be scanned waits.
 */
export class NotScannedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NotScannedError'
  }
}

/** No sign of life for so long: the scanner hangs. A large archive takes it seconds. */
const SILENCE_MS = 2 * MINUTE_MS
/** An answer is a line. What is longer comes from something else that listens there. */
const LONGEST_ANSWER = 4_096
/** With AlertExceedsMax clamd calls what it did not look at infected by this. */
const NOT_LOOKED_AT = /^Heuristics\.Limits\.Exceeded/

const openSocket = (address: ScannerAddress): Socket =>
  address.kind === 'socket' ? connect(address.path) : connect(address.port, address.host)

/** The one answer of a session, up to its closing NUL. Rejects when the connection ends or falls silent before it. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const fail = (message: string, cause?: Error) => reject(new NotScannedError(message, { cause }))
    socket.setTimeout(SILENCE_MS, () => {
      fail('the virus scanner is silent')
      socket.destroy()
    })
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1')
      const end = text.indexOf('\0')
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > LONGEST_ANSWER) fail('what listens at the address of the virus scanner is none')
    })
    socket.on('error', (error) => fail('the virus scanner cannot be reached', error))
    socket.on('close', () => fail('the virus scanner broke off'))
  })
}

/** The command, and each piece after its length; a length of nothing ends the stream (clamd(8), INSTREAM). */
async function* framed(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for await (const piece of bytes) {
    if (piece.byteLength === 0) continue
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.byteLength)
    yield Buffer.concat([length, piece])
  }
  yield Buffer.alloc(4)
}

/** Sends all of it, as fast as the scanner takes it. False when it answered before the end. */
async function send(socket: Socket, bytes: AsyncIterable<Buffer>, answer: Promise<string>): Promise<boolean> {
  let isAnswered = false
  const answered = answer.then(
    () => {
      isAnswered = true
    },
    () => {
      isAnswered = true
    },
  )
  const stop = new AbortController()
  try {
    for await (const frame of framed(bytes)) {
      if (isAnswered) return false
      if (socket.write(frame)) continue
      // A socket that goes away never drains; then there is an answer, if only that it is gone.
      const drained = once(socket, 'drain', { signal: stop.signal }).catch(() => undefined)
      await Promise.race([drained, answered])
    }
    return true
  } finally {
    stop.abort()
  }
}

function verdictOf(answer: string, isWhole: boolean): ScanVerdict {
  const [, signature] = /^stream: (.+) FOUND$/.exec(answer) ?? []
  if (signature !== undefined && NOT_LOOKED_AT.test(signature))
    throw new NotScannedError(`the virus scanner did not look at all of it: ${signature}`)
  if (signature !== undefined) return { kind: 'infected', signature }
  if (answer === 'stream: OK' && isWhole) return { kind: 'clean' }
  throw new NotScannedError(`the virus scanner gave no verdict: ${answer}`)
}

/**
 * Has clamd look at a stream. Clean is only what clamd calls so after it got all of it. Throws NotScannedError when there is no
 * verdict, whatever the reason; an error of `bytes` itself, or of `signal`, comes out as it is.
 */
export async function scanStream(
  address: ScannerAddress,
  bytes: AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<ScanVerdict> {
  signal.throwIfAborted()
  const socket = openSocket(address)
  const abort = () => socket.destroy()
  signal.addEventListener('abort', abort, { once: true })
  try {
    const answer = answerOf(socket)
    const isWhole = await send(socket, bytes, answer)
    return verdictOf(await answer, isWhole)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
    socket.destroy()
  }
}
