import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { encryptedStorage } from '#/lib/platform/storage/encrypted-storage.ts'
import { newStorageKey } from '#/lib/platform/storage/object-store.ts'
import { openObjectStore } from '#/lib/platform/storage/object-stores.ts'
import { settingsWith } from '#/tests/support/settings.ts'

// A process that is in the middle of a write until somebody kills it.
setSettings(settingsWith())
// More than all buffers on the way hold, so once it is taken a part of the file is on disk.
const TAKEN_BYTES = 16_000_000
let given = 0
const endless = new Readable({
  read() {
    if (given >= TAKEN_BYTES) return void process.send?.('half way')
    given += 1_000_000
    this.push(randomBytes(1_000_000))
  },
})
const storage = encryptedStorage(openObjectStore(pathToFileURL(process.argv[2] ?? '')))
await storage.write(newStorageKey(), endless, { context: { organisatie: 'o', bericht: 'b' } })
