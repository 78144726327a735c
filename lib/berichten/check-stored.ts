import { Readable } from 'node:stream'
import { hashFacts } from '#/lib/berichten/facts/hash-facts.ts'
import type { PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { hashClients } from '#/lib/berichten/search/hash-clients.ts'
import type { FileReport } from '#/lib/envelope/schema.ts'
import type { CheckExpectations } from '#/lib/istandaarden/checks/check-report.ts'
import type { SealContext } from '#/lib/platform/crypto/content-cipher.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import type { CheckFailure } from '#/lib/validator/check-task.ts'
import { type FileToCheck, validatorPool } from '#/lib/validator/pool.ts'

/** What the content of a bericht belongs to; only with the same it opens again. */
export const sealContext = (organisationId: string, berichtId: string): SealContext => ({
  organisatie: organisationId,
  bericht: berichtId,
})

/** What is known of a file, without what would tell whom it is about. */
export type KnownContent = {
  readonly report: Omit<FileReport, 'feiten' | 'clienten'>
  /** The facts of the report, hashed: nothing of a client can be read back. */
  readonly facts: readonly PlacedFact[]
  /** The hashes by which it is found when somebody looks for a client. */
  readonly clients: readonly string[]
}

/** Keeps of a report what may be kept. */
export async function withoutClients(
  organisationId: string,
  { product }: CheckExpectations,
  report: FileReport,
): Promise<KnownContent> {
  const { feiten: _feiten, clienten, ...rest } = report
  const owner = { organisationId, product }
  return { report: rest, facts: await hashFacts(owner, report), clients: await hashClients(owner, clienten) }
}

/** What is expected of a file, with what this portal knows besides the lists of the standard. */
export const expecting = (expected: CheckExpectations): CheckExpectations => ({
  ...expected,
  gemeenteCodes: [...settings().extraGemeenteCodes],
  ...(settings().omgeving === 'test' ? { onlyTestPersons: true as const } : {}),
})

export type StoredContent = {
  readonly organisationId: string
  readonly berichtId: string
  readonly storageKey: string
  /** Of all that is stored: of the envelope, when there is one. */
  readonly sizeBytes: number
}

/** Opens stored content when it is its turn, so that what waits holds no file open and no memory. */
function storedFile({ organisationId, berichtId, storageKey, sizeBytes }: StoredContent): FileToCheck {
  const context = sealContext(organisationId, berichtId)
  return {
    sizeBytes,
    open: () =>
      Readable.from(
        (async function* () {
          yield* await contentStorage().open(storageKey, { context })
        })(),
        { objectMode: false },
      ),
  }
}

/** Has stored content checked outside this process, read as a stream: memory does not grow with its size. */
export async function checkStored(
  stored: StoredContent,
  expected: CheckExpectations,
  signal: AbortSignal,
): Promise<Result<KnownContent, CheckFailure>> {
  const checked = await validatorPool().check(storedFile(stored), expected, signal)
  signal.throwIfAborted()
  return checked.ok ? ok(await withoutClients(stored.organisationId, expected, checked.value)) : err(checked.error)
}
