import { contentIn } from '#/lib/berichten/content-forms.ts'
import { type OutOfReach, outOfReach, readableKey } from '#/lib/berichten/content-state.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { NotWellFormedError } from '#/lib/istandaarden/reading/read-clients.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/**
 * Nobody gets at it; `unreadable`: no bericht of a release that is here, or no XML at all; `opaque`: it is about the eigen
 * bijdrage, of which the format is not public: what stands in it cannot be told, and neither where a Bsn stands.
 */
export type Unreadable = OutOfReach | 'unreadable' | 'opaque'

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

/** Opens the content of a bericht as text for `read`, piece by piece, whatever it is. */
export async function withText<T>(
  row: Bericht,
  signal: AbortSignal,
  read: (text: AsyncIterable<string>) => Promise<T>,
): Promise<Result<T, Unreadable>> {
  const key = readableKey(row)
  if (key === null) return err(outOfReach(row) ?? 'deleted')
  if (findEigenBijdrage(row.berichtsoort) !== null) return err('opaque')
  const content = contentIn(row, key, 'bericht')
  if (content === null) return err('unreadable')
  const bytes = await content.open(undefined, signal)
  try {
    return ok(await read(textOf(bytes as AsyncIterable<Buffer>)))
  } catch (error) {
    if (isNoXml(error)) return err('unreadable')
    throw error
  } finally {
    bytes.destroy()
  }
}

/** Opens the content of a bericht for `read`, which gets it as text, piece by piece, with the kind of bericht that it is. */
export async function withContent<T>(
  row: Bericht,
  signal: AbortSignal,
  read: (text: AsyncIterable<string>, soort: Berichtsoort) => Promise<T>,
): Promise<Result<T, Unreadable>> {
  const unreachable = outOfReach(row)
  if (unreachable !== null) return err(unreachable)
  if (findEigenBijdrage(row.berichtsoort) !== null) return err('opaque')
  const soort = row.berichtsoort === null ? null : findBerichtsoort(row.berichtsoort)
  if (soort === null || soort.versie !== row.versie) return err('unreadable')
  return withText(row, signal, (text) => read(text, soort))
}
