import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'

/** One file of a form, with the other fields that stood before it. `body` may be left half way. */
export type FormFile = {
  readonly unverifiedFileName: string
  readonly body: Readable
  readonly fields: ReadonlyMap<string, string>
}

/** How a form ended: all of it was read, it had more files than may be, or it is no form that can be read. */
export type FormEnding = 'complete' | 'too_many' | 'malformed'

async function* chunksOf(part: BusboyFileStream): AsyncGenerator<Buffer> {
  for await (const chunk of part.iterator({ destroyOnReturn: false })) yield chunk as Buffer
}

/**
 * Reads the files of a multipart form one after another, without keeping any of them. `take` gets each file in turn; what
 * it leaves of a file is read and thrown away, so that the next one comes. A file field that was left empty is no file.
 */
export async function readFormFiles(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  mostFiles: number,
  take: (file: FormFile) => Promise<void>,
  signal: AbortSignal,
): Promise<FormEnding> {
  let ending: FormEnding = 'complete'
  let turn = Promise.resolve()
  let parser: BusboyInstance
  try {
    parser = new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: mostFiles, fields: 10, fieldSize: 1_024, headerPairs: 20 },
    })
  } catch (error) {
    if (error instanceof Error) return 'malformed'
    throw error
  }
  const fields = new Map<string, string>()
  parser.on('field', (name, value) => fields.set(name, value))
  parser.on('filesLimit', () => {
    ending = 'too_many'
  })
  parser.on('file', (_field, part, unverifiedFileName) => {
    // Taken up at once: a part without a listener for its errors would end the process when the form breaks off.
    part.on('error', () => part.resume())
    if (!unverifiedFileName) {
      part.resume()
      return
    }
    const before = new Map(fields)
    turn = turn.then(async () => {
      await take({ unverifiedFileName, body: Readable.from(chunksOf(part), { objectMode: false }), fields: before })
      part.resume()
    })
    // Whoever waits for the turn below sees the failure; here it only must not count as unseen.
    turn.catch(() => part.resume())
  })
  try {
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), parser, { signal })
  } catch (error) {
    await turn
    signal.throwIfAborted()
    if (error instanceof Error) return 'malformed'
    throw error
  }
  await turn
  return ending
}
