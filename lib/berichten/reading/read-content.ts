import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { contentIn } from '#/lib/berichten/content-forms.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { withoutBsn } from '#/lib/istandaarden/reading/mask-bsn.ts'
import {
  type ClientRange,
  NotWellFormedError,
  type ReadBericht,
  readClients,
} from '#/lib/istandaarden/reading/read-clients.ts'
import { releaseOf, typeTree } from '#/lib/istandaarden/type-tree.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** A part of the content of a bericht, without any burgerservicenummer, and by which release it is put into words. */
export type ContentPart = ReadBericht & { readonly release: ReturnType<typeof releaseOf>['release'] }

/** `deleted`: its retention term is over. `unreadable`: no bericht of a release that is here, or no XML at all. */
export type ReadContent = {
  readonly bericht: BerichtView
  readonly content: Result<ContentPart, 'deleted' | 'unreadable'>
}

async function* textOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  // A file that is no UTF-8 is refused here, not shown with holes in it.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

/** Everything but these two is a surprise. */
const isNoXml = (error: unknown): boolean =>
  error instanceof NotWellFormedError ||
  (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')

/** The row, and who reads it in the log before anything is read. */
async function beginReading(actor: Actor, { product, berichtId }: BerichtAddress, range: ClientRange) {
  const { scope, member } = authoriseProduct(actor, 'bericht.read', product)
  return inTransaction(scope.realm, async (tx) => {
    const row = await findBericht(tx, scope, berichtId)
    if (!row) throw new NotFoundError('bericht')
    await recordAudit(tx, member, {
      event: 'bericht.content-read',
      object: { kind: 'bericht', id: row.id },
      basis: `gebruiker ${product}`,
      details: { berichtsoort: row.berichtsoort, vanaf: range.skip + 1, aantal: range.take },
    })
    return row
  })
}

/**
 * Reads a part of the content of a bericht of the own gemeente; it marks nothing as fetched. Throws NotFoundError for every
 * other id.
 */
export async function readContent(
  actor: Actor,
  address: BerichtAddress,
  range: ClientRange,
  signal: AbortSignal,
): Promise<ReadContent> {
  const row = await beginReading(actor, address, range)
  return { bericht: toBerichtView(row, null), content: await contentOf(row, range, signal) }
}

async function contentOf(row: Bericht, range: ClientRange, signal: AbortSignal): Promise<ReadContent['content']> {
  if (row.storageKey === null) return err('deleted')
  const soort = row.berichtsoort === null ? null : findBerichtsoort(row.berichtsoort)
  const content = contentIn(row, row.storageKey, 'bericht')
  if (soort === null || content === null || soort.versie !== row.versie) return err('unreadable')
  const bytes = await content.open(undefined, signal)
  try {
    const read = await readClients(textOf(bytes as AsyncIterable<Buffer>), typeTree(soort), range)
    const { release } = releaseOf(soort)
    const part = { ...read, general: read.general.map(withoutBsn), clients: read.clients.map(withoutBsn) }
    return ok({ release, ...part })
  } catch (error) {
    if (isNoXml(error)) return err('unreadable')
    throw error
  } finally {
    bytes.destroy()
  }
}
