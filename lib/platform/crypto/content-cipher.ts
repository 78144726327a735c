import { once } from 'node:events'
import { type Duplex, PassThrough, pipeline, Readable } from 'node:stream'
import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  type NodeDecryptionMaterial,
  NodeDefaultCryptographicMaterialsManager,
  type NodeMaterialsManager,
} from '@aws-crypto/client-node'
import { masterKeyrings } from '#/lib/platform/crypto/master-keyrings.ts'
import { type ByteRange, cutBytes } from '#/lib/platform/storage/cut-bytes.ts'

/**
 * What sealed content belongs to, for example the organisation and the bericht. It is authenticated, not secret: it
 * stands readable in the header. Opening with any other context fails.
 */
export type SealContext = Readonly<Record<string, string>>

/** What was to be opened is not what was sealed: damaged, cut off, of another context, or of a key we do not hold. */
export class UnreadableContentError extends Error {
  readonly reason: 'context' | 'content'
  constructor(reason: 'context' | 'content', options?: ErrorOptions) {
    super(reason === 'context' ? 'sealed for another context' : 'sealed content cannot be opened', options)
    this.name = 'UnreadableContentError'
    this.reason = reason
  }
}

/**
 * Bytes per authenticated frame. Measured: 1 MiB is the fastest for big files, and for small ones too, because a file
 * shorter than a frame becomes one frame of its own size.
 */
export const FRAME_BYTES = 1024 * 1024

const { encrypt, decrypt, encryptStream, decryptStream } = buildClient({
  commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
  maxEncryptedDataKeys: 1,
})
// Committing and unsigned: who may read may also write here, so a signature key per file would only cost time.
const suiteId = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY

const sealing = (context: SealContext) => ({ suiteId, frameLength: FRAME_BYTES, encryptionContext: { ...context } })

function isSameContext(stored: SealContext, expected: SealContext): boolean {
  const names = Object.keys(stored)
  return names.length === Object.keys(expected).length && names.every((name) => stored[name] === expected[name])
}

/** Hands out the data key only when the header names the expected context; the header itself is authenticated with it. */
function materialsBoundTo(context: SealContext): NodeMaterialsManager {
  const inner = new NodeDefaultCryptographicMaterialsManager(masterKeyrings().opening)
  return {
    getEncryptionMaterials: (request) => inner.getEncryptionMaterials(request),
    async decryptMaterials(request): Promise<NodeDecryptionMaterial> {
      if (!isSameContext(request.encryptionContext, context)) throw new UnreadableContentError('context')
      return inner.decryptMaterials(request)
    },
  }
}

const unreadable = (error: unknown) =>
  error instanceof UnreadableContentError ? error : new UnreadableContentError('content', { cause: error })

/** Seals bytes that are in memory whole, under a data key of their own. About 0.5 ms of CPU for 10 KB. */
export async function sealBytes(plain: Buffer, context: SealContext): Promise<Buffer> {
  const { result } = await encrypt(masterKeyrings().sealing, plain, {
    ...sealing(context),
    plaintextLength: plain.byteLength,
  })
  return result
}

/** Opens what `sealBytes` or `sealingStream` made; every byte is verified. Throws UnreadableContentError. */
export async function openBytes(sealed: Buffer, context: SealContext): Promise<Buffer> {
  try {
    const { plaintext } = await decrypt(materialsBoundTo(context), sealed, { maxBodySize: FRAME_BYTES })
    return plaintext
  } catch (error) {
    throw unreadable(error)
  }
}

async function feed(chunks: AsyncIterable<Buffer>, sealer: Duplex, sealed: Readable): Promise<void> {
  for await (const chunk of chunks) {
    if (sealed.destroyed) return
    if (!sealer.write(chunk)) await once(sealer, 'drain')
  }
}

/**
 * Seals content under a data key of its own, frame by frame with back-pressure. The answer fails with the error of the
 * content; destroying it stops the reading of the content at the next chunk.
 */
export function sealingStream(chunks: AsyncIterable<Buffer>, context: SealContext): Readable {
  const sealer = encryptStream(masterKeyrings().sealing, sealing(context))
  const sealed = new PassThrough()
  sealer.on('error', (error) => sealed.destroy(error))
  sealer.pipe(sealed)
  feed(chunks, sealer, sealed).then(
    () => sealer.end(),
    (error: Error) => sealed.destroy(error),
  )
  // Destroying the library's stream half way raises an error that nobody can catch, which would end the process at every
  // aborted upload. So it is ended properly and its last bytes go nowhere.
  sealed.once('close', () => {
    if (sealed.readableEnded) return
    sealer.unpipe(sealed)
    sealer.resume()
    sealer.end()
  })
  return sealed
}

async function* within(
  plain: Readable,
  range: ByteRange,
  faultOf: (error: unknown) => unknown,
): AsyncGenerator<Buffer> {
  try {
    yield* cutBytes(plain as AsyncIterable<Buffer>, range)
  } catch (error) {
    throw faultOf(error)
  }
}

/**
 * Opens sealed bytes as a stream. Resolves once the header is verified, so a wrong key or context is known before the
 * first byte. Gives out bytes of verified frames only, and fails with UnreadableContentError at a damaged frame or when
 * the end is missing. A range is cut out of the frames from the beginning on: the bytes before it are opened and
 * verified too, those after it are not read. Destroying the answer destroys the source.
 */
export async function openingStream(sealed: Readable, context: SealContext, range?: ByteRange): Promise<Readable> {
  const opener = decryptStream(materialsBoundTo(context), { maxBodySize: FRAME_BYTES })
  // The library's stream forgets an error that came before somebody reads; one of Node's own keeps it.
  const plain = new PassThrough({ highWaterMark: 64 * 1024 })
  let sourceFault: Error | undefined
  // A fault of the disk or the network is not damage, and an abort is nobody's fault: those stay what they are.
  const faultOf = (error: unknown) => sourceFault ?? unreadable(error)
  sealed.once('error', (error) => {
    sourceFault = error
    plain.destroy(error)
  })
  // pipeline gives the error of the opener to `plain`, whose reader sees it; what is left to do is closing the source.
  pipeline(opener, plain, () => sealed.destroy())
  sealed.pipe(opener)
  try {
    await Promise.race([once(opener, 'MessageHeader'), once(plain, 'close')])
    if (plain.destroyed) throw plain.errored
  } catch (error) {
    throw faultOf(error)
  }
  return Readable.from(within(plain, range ?? { start: 0 }, faultOf), { objectMode: false, highWaterMark: 64 * 1024 })
}
