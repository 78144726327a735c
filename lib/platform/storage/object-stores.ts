import { InvariantError } from '#/lib/platform/errors.ts'
import { openFileStore } from '#/lib/platform/storage/file-store.ts'
import type { ObjectStore } from '#/lib/platform/storage/object-store.ts'

/** The adapters by the protocol of STORAGE_URL. Another kind of store is a file beside this one and a line here. */
const ADAPTERS: Readonly<Record<string, (address: URL) => ObjectStore>> = {
  'file:': openFileStore,
}

/** Opens the store at an address. The settings refuse addresses of other protocols before. */
export function openObjectStore(address: URL): ObjectStore {
  const adapter = ADAPTERS[address.protocol]
  if (!adapter) throw new InvariantError(`no storage adapter for ${address.protocol}`)
  return adapter(address)
}
