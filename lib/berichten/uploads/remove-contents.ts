import { contentStorage } from '#/lib/platform/storage/content-storage.ts'

/** Removes contents of parts whose rows are gone, after that is committed. What a crash leaves here, the sweep of orphans finds. */
export async function removeContents(storageKeys: readonly string[]): Promise<void> {
  for (const key of storageKeys) await contentStorage().remove(key)
}
