import type { Actor } from '#/lib/access/actor.ts'
import { beginReading } from '#/lib/berichten/reading/begin-reading.ts'
import { type Unreadable, withContent } from '#/lib/berichten/reading/open-content.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { withoutBsn } from '#/lib/istandaarden/reading/mask-bsn.ts'
import { type ClientRange, type ReadBericht, readClients } from '#/lib/istandaarden/reading/read-clients.ts'
import { releaseOf, typeTree } from '#/lib/istandaarden/type-tree.ts'
import type { Result } from '#/lib/platform/result.ts'

/** A part of the content of a bericht, without any burgerservicenummer, and by which release it is put into words. */
export type ContentPart = ReadBericht & { readonly release: ReturnType<typeof releaseOf>['release'] }

export type ReadContent = { readonly bericht: BerichtView; readonly content: Result<ContentPart, Unreadable> }

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
  const row = await beginReading(actor, address, { vanaf: range.skip + 1, aantal: range.take })
  return { bericht: toBerichtView(row, null), content: await contentOf(row, range, signal) }
}

const contentOf = (row: Bericht, range: ClientRange, signal: AbortSignal): Promise<ReadContent['content']> =>
  withContent(row, signal, async (text, soort) => {
    const read = await readClients(text, typeTree(soort), range)
    const { release } = releaseOf(soort)
    return { release, ...read, general: read.general.map(withoutBsn), clients: read.clients.map(withoutBsn) }
  })
