import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { listLinked } from '#/lib/berichten/links/link-repository.ts'
import { type Unreadable, withContent } from '#/lib/berichten/reading/open-content.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import type { BerichtAddress, BerichtView } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { type Comparison, compareElements } from '#/lib/istandaarden/comparing/compare-elements.ts'
import type { ReadingWords } from '#/lib/istandaarden/reading/element-words.ts'
import { readClients } from '#/lib/istandaarden/reading/read-clients.ts'
import type { ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import { releaseOf, typeTree } from '#/lib/istandaarden/type-tree.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** Which of the two cannot be read, and why. */
export type ComparisonFault = { readonly kind: Unreadable; readonly which: 'bericht' | 'earlier' }

export type ComparedBerichten = {
  readonly bericht: BerichtView
  readonly earlier: BerichtView
  readonly comparison: Result<Comparison, ComparisonFault>
}

/** What can be corrected is about one client (301, 305, 307). */
const ONE_CLIENT = { skip: 0, take: 1 }

type Read = { readonly elements: readonly ReadElement[]; readonly release: ReturnType<typeof releaseOf>['release'] }

const elementsOf = (row: Bericht, signal: AbortSignal): Promise<Result<Read, Unreadable>> =>
  withContent(row, signal, async (text, soort) => {
    const { general, clients } = await readClients(text, typeTree(soort), ONE_CLIENT)
    return { elements: [...general, ...clients], release: releaseOf(soort).release }
  })

async function compare(
  rows: { readonly bericht: Bericht; readonly earlier: Bericht },
  words: Pick<ReadingWords, 'locale' | 't' | 'product'>,
  signal: AbortSignal,
): Promise<ComparedBerichten['comparison']> {
  const now = await elementsOf(rows.bericht, signal)
  if (!now.ok) return err({ kind: now.error, which: 'bericht' })
  const was = await elementsOf(rows.earlier, signal)
  if (!was.ok) return err({ kind: was.error, which: 'earlier' })
  return ok(compareElements(was.value.elements, now.value.elements, { ...words, release: now.value.release }))
}

/**
 * Compares a bericht with an earlier one that it corrects, field by field and in the words of who asks. That both were read is
 * in the log. Throws ForbiddenError, and NotFoundError for every other id and for two that do not correct one another.
 */
export async function compareBerichten(
  actor: Actor,
  { product, berichtId }: BerichtAddress,
  earlierId: string,
  words: Pick<ReadingWords, 'locale' | 't'>,
  signal: AbortSignal,
): Promise<ComparedBerichten> {
  const { scope, member } = authoriseProduct(actor, 'bericht.read', product)
  const rows = await inTransaction(scope.realm, async (tx) => {
    const linked = await listLinked(tx, scope, berichtId)
    const isCorrected = linked.some(
      ({ bericht: { id }, kind, isFrom }) => id === earlierId && kind === 'CORRECTIE' && !isFrom,
    )
    const [bericht, earlier] = [await findBericht(tx, scope, berichtId), await findBericht(tx, scope, earlierId)]
    if (!(isCorrected && bericht && earlier)) throw new NotFoundError('bericht')
    for (const { id, berichtsoort } of [bericht, earlier])
      await recordAudit(tx, member, {
        event: 'bericht.content-read',
        object: { kind: 'bericht', id },
        basis: `gebruiker ${product}`,
        details: { berichtsoort, vergelijking: true },
      })
    return { bericht, earlier }
  })
  return {
    bericht: toBerichtView(rows.bericht, null),
    earlier: toBerichtView(rows.earlier, null),
    comparison: await compare(rows, { ...words, product }, signal),
  }
}
