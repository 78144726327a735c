import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ContentForm } from '#/lib/berichten/schema.ts'
import { MANIFEST_NAME, type Selected } from '#/lib/berichten/selection/find-selection.ts'
import { writeManifest } from '#/lib/berichten/selection/manifest.ts'
import { clock } from '#/lib/platform/clock.ts'

/** Called when the turn of a bericht has come, before its first byte is read. */
type Begin = (selected: Selected, form: ContentForm, sha256: string) => Promise<void>

/** Opens content when the zip asks for it, one after the other: what waits holds no file open and no memory. */
function addEntry(zip: ZipFile, selected: Selected, begin: Begin, signal: AbortSignal): void {
  const { entry, row } = selected
  if (entry === null) return
  const { name, content } = entry
  // The size is known, so that a program that unpacks can show it at once, and counts it. XML deflates well at any level, and
  // the lowest keeps up with the network.
  const options = { size: content.sizeBytes, mtime: row.createdAt, mode: 0o100600, compressionLevel: 1 }
  const open = async () => {
    await begin(selected, content.form, await content.sha256(signal))
    return content.open(undefined, signal)
  }
  zip.addReadStreamLazy(name, options, (answer) => {
    open().then(
      (stream) => answer(null, stream),
      // The type wants a stream with the error, too; the library looks at the error alone.
      (error: unknown) => answer(error, new PassThrough()),
    )
  })
}

async function* bytesOf(zip: ZipFile): AsyncGenerator<Buffer> {
  const output = zip.outputStream as Readable
  zip.once('error', (error: Error) => output.destroy(error))
  for await (const chunk of output as AsyncIterable<Buffer>) yield chunk
}

/**
 * The chosen berichten as one zip, streamed: manifest first, then each content as it is stored, deflated. Memory does not grow
 * with it. The stream ends with an error when a content cannot be read: the zip is then no zip, and nobody takes it for one.
 */
export async function zipSelection(
  selection: readonly Selected[],
  begin: Begin,
  signal: AbortSignal,
): Promise<AsyncIterable<Buffer>> {
  const zip = new ZipFile()
  zip.addBuffer(await writeManifest(selection, clock.now(), signal), MANIFEST_NAME, { mtime: clock.now() })
  for (const selected of selection) addEntry(zip, selected, begin, signal)
  zip.end()
  return bytesOf(zip)
}
