import type { Actor } from '#/lib/access/actor.ts'
import { beginReading } from '#/lib/berichten/reading/begin-reading.ts'
import { type Unreadable, withText } from '#/lib/berichten/reading/open-content.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import { readXmlRows, type XmlRows } from '#/lib/istandaarden/reading/xml-rows.ts'
import type { Result } from '#/lib/platform/result.ts'

export type ReadXml = { readonly bericht: BerichtView; readonly xml: Result<XmlRows, Unreadable> }

/**
 * Reads some lines of a bericht of the own gemeente as they stand in the file, without any burgerservicenummer; also of a file
 * that no check accepted. It marks nothing as fetched. Throws ForbiddenError, and NotFoundError for every other id.
 */
export async function readXml(
  actor: Actor,
  address: BerichtAddress,
  from: { readonly regel: number; readonly kolom: number },
  signal: AbortSignal,
): Promise<ReadXml> {
  const row = await beginReading(actor, address, { vanafRegel: from.regel })
  return { bericht: toBerichtView(row, null), xml: await withText(row, signal, (text) => readXmlRows(text, from)) }
}
