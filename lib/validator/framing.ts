import type { Readable } from 'node:stream'

// A file on its way to a validator process: pieces with their length in front, and a piece of length 0 at the end, so
// that one process can receive one file after another on the same pipe.

const HEADER_BYTES = 4

function header(length: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES)
  bytes.writeUInt32BE(length)
  return bytes
}

/** The pieces of a file, each behind its length, and the end mark. */
export async function* framed(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    const bytes = Buffer.from(piece)
    if (bytes.length === 0) continue
    yield header(bytes.length)
    yield bytes
  }
  yield header(0)
}

/** Puts framed files together again. Keeps at most one byte more than `maximumBytes`: enough to see that it is too much. */
export class FileReceiver {
  readonly #limit: number
  readonly #files: Buffer[] = []
  readonly #waiting: ((file: Buffer) => void)[] = []
  #pieces: Buffer[] = []
  #kept = 0
  #pieceLeft = 0
  #headerBytes = Buffer.alloc(0)

  constructor(stream: Readable, maximumBytes: number) {
    this.#limit = maximumBytes + 1
    stream.on('data', (chunk: Buffer) => this.#take(chunk))
  }

  /** The next whole file. */
  next(): Promise<Buffer> {
    const file = this.#files.shift()
    return file === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(file)
  }

  #take(chunk: Buffer) {
    let rest = chunk
    while (rest.length > 0) rest = this.#pieceLeft > 0 ? this.#takePiece(rest) : this.#takeHeader(rest)
  }

  #takePiece(bytes: Buffer): Buffer {
    const length = Math.min(this.#pieceLeft, bytes.length)
    const kept = bytes.subarray(0, Math.min(length, this.#limit - this.#kept))
    if (kept.length > 0) this.#pieces.push(kept)
    this.#kept += kept.length
    this.#pieceLeft -= length
    return bytes.subarray(length)
  }

  #takeHeader(bytes: Buffer): Buffer {
    const length = Math.min(HEADER_BYTES - this.#headerBytes.length, bytes.length)
    this.#headerBytes = Buffer.concat([this.#headerBytes, bytes.subarray(0, length)])
    if (this.#headerBytes.length === HEADER_BYTES) {
      this.#pieceLeft = this.#headerBytes.readUInt32BE()
      this.#headerBytes = Buffer.alloc(0)
      if (this.#pieceLeft === 0) this.#finish()
    }
    return bytes.subarray(length)
  }

  #finish() {
    const file = Buffer.concat(this.#pieces)
    this.#pieces = []
    this.#kept = 0
    const next = this.#waiting.shift()
    if (next === undefined) this.#files.push(file)
    else next(file)
  }
}
