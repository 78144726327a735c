import { factClient } from '#/lib/berichten/facts/hash-facts.ts'
import { withText } from '#/lib/berichten/reading/open-content.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { BsnReader } from '#/lib/istandaarden/reading/read-bsns.ts'

/**
 * The Bsn of each of these clients (hashes of facts), as far as they stand in the content of a bericht of iWmo. In memory only; empty
 * when the content is gone or cannot be read.
 */
export async function readWatchedBsns(
  row: Bericht,
  clients: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const owner = { organisationId: row.organisationId, product: 'iwmo' } as const
  const read = await withText(row, signal, async (text) => {
    const reader = new BsnReader()
    for await (const piece of text) reader.write(piece)
    return reader.end()
  })
  if (!read.ok) return new Map()
  return new Map(
    read.value.map((bsn) => [factClient(owner, bsn), bsn] as const).filter(([client]) => clients.has(client)),
  )
}
