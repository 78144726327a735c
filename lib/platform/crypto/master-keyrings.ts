import { MultiKeyringNode, RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/client-node'
import type { MasterKey, Settings } from '#/lib/platform/settings/parse-settings.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** Stored beside the key id in every sealed thing, so that a key of another system with the same id is not tried. */
const KEY_NAMESPACE = 'portaal-zorg'

type Keyrings = { readonly sealing: RawAesKeyringNode; readonly opening: MultiKeyringNode }

function keyringOf(key: MasterKey): RawAesKeyringNode {
  // The key gets memory of its own: a slice of Node's shared pool would give the library the neighbours' bytes too.
  const bytes = new Uint8Array(key.bytes.byteLength)
  bytes.set(key.bytes)
  return new RawAesKeyringNode({
    keyName: key.id,
    keyNamespace: KEY_NAMESPACE,
    unencryptedMasterKey: bytes,
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  })
}

/**
 * The keyrings of the master keys in the settings: the first key seals, every listed key opens. The id of the key that
 * sealed stands in the header of what was sealed, so a new key can be put in front without touching stored files.
 */
export function masterKeyrings(): Keyrings {
  const known = sharedState('master-keyrings', () => new WeakMap<Settings, Keyrings>())
  const current = settings()
  const found = known.get(current)
  if (found) return found
  const [first, ...earlier] = current.masterKeys
  const sealing = keyringOf(first)
  const made = { sealing, opening: new MultiKeyringNode({ children: [sealing, ...earlier.map(keyringOf)] }) }
  known.set(current, made)
  return made
}

/** The id of the master key that seals: the first one in the settings. */
export const sealingKeyId = (): string => settings().masterKeys[0].id
