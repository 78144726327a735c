import type { Actor } from '#/lib/access/actor.ts'
import { beginReading } from '#/lib/berichten/reading/begin-reading.ts'
import { type Unreadable, withContent } from '#/lib/berichten/reading/open-content.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { ReadingWords } from '#/lib/istandaarden/reading/element-words.ts'
import { textSearch } from '#/lib/istandaarden/reading/find-text.ts'
import { withoutBsn } from '#/lib/istandaarden/reading/mask-bsn.ts'
import {
  type ClientRange,
  type ReadBericht,
  readClients,
  visitClients,
} from '#/lib/istandaarden/reading/read-clients.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { releaseOf, typeTree } from '#/lib/istandaarden/type-tree.ts'
import type { Result } from '#/lib/platform/result.ts'

/** A client as it is shown, with its number among all of the bericht, from 1. */
export type ShownClient = { readonly number: number; readonly client: ReadElement }

/** A part of the content of a bericht, without any burgerservicenummer, and by which release it is put into words. */
export type ContentPart = Omit<ReadBericht, 'clients'> & {
  readonly clients: readonly ShownClient[]
  /** How many clients say what was looked for; all when nothing was. */
  readonly foundCount: number
  readonly release: ReturnType<typeof releaseOf>['release']
}

export type ReadContent = { readonly bericht: BerichtView; readonly content: Result<ContentPart, Unreadable> }

/** What is looked for among the clients (`soughtText`), in whose words. */
export type Sought = { readonly text: string; readonly words: Pick<ReadingWords, 'locale' | 't'> }

/**
 * Reads a part of the content of a bericht of the own gemeente; it marks nothing as fetched. With something to look for the
 * range counts among the clients that say it. Throws NotFoundError for every other id.
 */
export async function readContent(
  actor: Actor,
  address: BerichtAddress,
  range: ClientRange,
  signal: AbortSignal,
  sought: Sought | null = null,
): Promise<ReadContent> {
  // What was looked for stays out of the log: it can be a name.
  const row = await beginReading(actor, address, {
    vanaf: range.skip + 1,
    aantal: range.take,
    ...(sought === null ? {} : { gezocht: 1 }),
  })
  return { bericht: toBerichtView(row, null), content: await contentOf(row, range, signal, sought) }
}

const contentOf = (
  row: Bericht,
  range: ClientRange,
  signal: AbortSignal,
  sought: Sought | null,
): Promise<ReadContent['content']> =>
  withContent(row, signal, async (text, soort) => {
    const { release } = releaseOf(soort)
    if (sought === null) {
      const read = await readClients(text, typeTree(soort), range)
      const clients = read.clients.map((client, index) => ({
        number: range.skip + index + 1,
        client: withoutBsn(client),
      }))
      return { release, ...read, general: read.general.map(withoutBsn), clients, foundCount: read.clientCount }
    }
    const words = { release, product: soort.product, ...sought.words }
    const says = textSearch(sought.text, words)
    const clients: ShownClient[] = []
    let number = 0
    let foundCount = 0
    const read = await visitClients(text, typeTree(soort), (whole) => {
      number += 1
      const client = withoutBsn(whole)
      if (!says(client)) return
      foundCount += 1
      if (foundCount > range.skip && clients.length < range.take) clients.push({ number, client })
    })
    return { release, ...read, general: read.general.map(withoutBsn), clients, foundCount }
  })
