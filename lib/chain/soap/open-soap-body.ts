import { readHead } from '#/lib/chain/soap/soap-head.ts'
import type { EnvelopeKind } from '#/lib/envelope/namespaces.ts'
import { ENVELOPE_KINDS, ROOTS } from '#/lib/envelope/namespaces.ts'

/** More than this before the envelope, or after it, is no message of this service. */
const MAXIMUM_HEAD_BYTES = 65_536
const MAXIMUM_TAIL_BYTES = 4_096

/**
 * Why a request is no SOAP message of this service. `encoding`: not UTF-8. `header`: it wants something of us that we do not do
 * (mustUnderstand). `operation`: what is in it is none of the three envelopes. `unfinished`: it broke off, or goes on after its end.
 */
export type SoapFault =
  | 'malformed'
  | 'doctype'
  | 'encoding'
  | 'version'
  | 'header'
  | 'no_body'
  | 'operation'
  | 'too_long'
  | 'unfinished'

/** The content turned out not to be a SOAP message while it was being read. */
export class SoapFaultError extends Error {
  readonly fault: SoapFault
  constructor(fault: SoapFault) {
    super(`no SOAP message: ${fault}`)
    this.name = 'SoapFaultError'
    this.fault = fault
  }
}

/** An envelope in a SOAP message: its kind, and its bytes as a document of its own. Reading may throw SoapFaultError. */
export type OpenedSoap = { readonly kind: EnvelopeKind; readonly envelope: AsyncGenerator<Buffer> }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Yields everything before the end tags of Body and Envelope, which must be the last thing there is. */
async function* withoutEnd(
  first: Buffer,
  rest: AsyncIterator<Buffer>,
  names: { readonly body: string; readonly envelope: string },
): AsyncGenerator<Buffer> {
  const end = new RegExp(`</${escaped(names.body)}\\s*>\\s*</${escaped(names.envelope)}\\s*>\\s*$`)
  let held = first
  for (;;) {
    if (held.byteLength > MAXIMUM_TAIL_BYTES) {
      yield held.subarray(0, held.byteLength - MAXIMUM_TAIL_BYTES)
      held = held.subarray(held.byteLength - MAXIMUM_TAIL_BYTES)
    }
    const next = await rest.next()
    if (next.done) break
    held = Buffer.concat([held, next.value])
  }
  const found = end.exec(held.toString('latin1'))
  if (found === null) throw new SoapFaultError('unfinished')
  if (found.index > 0) yield held.subarray(0, found.index)
}

/** Markup that ended is worth looking at, but not byte by byte; without any, much may have come. */
const LOOK_AFTER_MARKUP_BYTES = 64
const LOOK_AFTER_BYTES = 4_096
const MARKUP_END = 0x3e

/**
 * What came before the envelope. Each look at it is at all of it: a sender that gives it byte by byte must not make that many times
 * as much work.
 */
class GrowingHead {
  readonly #pieces: Buffer[] = []
  #unseenBytes = 0
  #hasMarkupEnd = false

  /** Adds what came; tells whether it is time to look. */
  add(piece: Buffer): boolean {
    this.#pieces.push(piece)
    this.#unseenBytes += piece.byteLength
    this.#hasMarkupEnd ||= piece.includes(MARKUP_END)
    return this.#unseenBytes >= (this.#hasMarkupEnd ? LOOK_AFTER_MARKUP_BYTES : LOOK_AFTER_BYTES)
  }

  read(): Buffer {
    const bytes = Buffer.concat(this.#pieces.splice(0))
    this.#pieces.push(bytes)
    this.#unseenBytes = 0
    this.#hasMarkupEnd = false
    return bytes
  }
}

/**
 * Opens a SOAP 1.1 message as it streams in, without a parser and without holding it: finds the envelope in its Body, and gives its
 * bytes with the namespaces that SOAP's elements declare for it, so that they are a document of its own. Whether that is well-formed
 * and valid is for the checks of the envelope: a second element in the Body, or a second Body, makes it malformed there.
 * Throws SoapFaultError.
 */
export async function openSoapBody(body: AsyncIterable<Buffer>): Promise<OpenedSoap> {
  const chunks = body[Symbol.asyncIterator]()
  const head = new GrowingHead()
  for (;;) {
    const next = await chunks.next()
    if (!next.done && !head.add(next.value)) continue
    const bytes = head.read()
    const read = readHead(bytes.toString('latin1'))
    if (read.kind === 'fault') throw new SoapFaultError(read.fault)
    if (read.kind === 'found') {
      const { root, names } = read
      const kind = ENVELOPE_KINDS.find(
        (one) => ROOTS[one].name === root.name && ROOTS[one].namespace === root.namespace,
      )
      if (kind === undefined) throw new SoapFaultError('operation')
      const start = Buffer.from(root.startTag, 'latin1')
      const first = Buffer.concat([start, bytes.subarray(root.end)])
      return { kind, envelope: withoutEnd(first, chunks, names) }
    }
    if (bytes.byteLength > MAXIMUM_HEAD_BYTES) throw new SoapFaultError('too_long')
    if (next.done) throw new SoapFaultError(bytes.byteLength === 0 ? 'malformed' : 'unfinished')
  }
}
