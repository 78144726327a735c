import { NodeAlgorithmSuite } from '@aws-crypto/material-management-node'
import { deserializeFactory } from '@aws-crypto/serialize'
import { UnreadableContentError } from '#/lib/platform/crypto/content-cipher.ts'

const { deserializeMessageHeader } = deserializeFactory(
  (bytes) => Buffer.from(bytes).toString('utf8'),
  NodeAlgorithmSuite,
)

/** What a raw AES keyring writes after the name of its key: lengths of tag and vector (4 bytes each), and the vector (12). */
const AFTER_NAME_BYTES = 20

/** More than the header of anything sealed takes: its context and one sealed data key. */
export const HEADER_AT_MOST_BYTES = 4_096

/**
 * The id of the master key under which something is sealed, read from its first bytes (HEADER_AT_MOST_BYTES, or all). Nothing
 * is opened for it, so whoever may have changed the bytes may have changed the id too. Throws UnreadableContentError.
 */
export function sealedUnder(head: Buffer): string {
  try {
    const header = deserializeMessageHeader(new Uint8Array(head), { maxEncryptedDataKeys: 1 })
    const [dataKey] = header ? header.messageHeader.encryptedDataKeys : []
    const name = dataKey?.rawInfo?.subarray(0, -AFTER_NAME_BYTES) ?? new Uint8Array()
    if (name.length > 0) return Buffer.from(name).toString('utf8')
  } catch (error) {
    throw new UnreadableContentError('content', { cause: error })
  }
  throw new UnreadableContentError('content')
}
