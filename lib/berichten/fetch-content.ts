import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import type { AuditEventName } from '#/lib/audit/events.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { contentIn, type FormOfContent } from '#/lib/berichten/content-forms.ts'
import { type OutOfReach, outOfReach, readableKey } from '#/lib/berichten/content-state.ts'
import { letHappen } from '#/lib/berichten/happen.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import type { BerichtAddress, BerichtView, ContentForm } from '#/lib/berichten/schema.ts'
import { toBerichtView } from '#/lib/berichten/view.ts'
import { clock } from '#/lib/platform/clock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import type { ByteRange } from '#/lib/platform/storage/cut-bytes.ts'
import { ContentMissingError } from '#/lib/platform/storage/object-store.ts'

/** A content that may be fetched now, in the form that was asked for. */
export type FetchableContent = FormOfContent & { readonly bericht: BerichtView }

/**
 * Finds the content of a bericht of the own gemeente, in a form or, when none is asked for, as the bericht itself; what
 * has no bericht in it comes as it was delivered. `absent` when it does not have that form; otherwise why nobody gets at it.
 * Marks nothing.
 */
export async function findContent(
  actor: Actor,
  { product, berichtId }: BerichtAddress,
  form?: ContentForm,
): Promise<Result<FetchableContent, OutOfReach | 'absent'>> {
  const { scope } = authoriseProduct(actor, 'bericht.fetch', product)
  const row = await inTransaction(scope.realm, (tx) => findBericht(tx, scope, berichtId))
  if (!row) throw new NotFoundError('bericht')
  const key = readableKey(row)
  if (key === null) return err(outOfReach(row) ?? 'deleted')
  const bericht = toBerichtView(row, null)
  const content = contentIn(row, key, form ?? bericht.forms[0] ?? 'bericht')
  return content ? ok({ ...content, bericht }) : err('absent')
}

/** What the log tells of content besides its address; the digest is that of the form. */
type FetchedContent = BerichtAddress & Pick<BerichtView, 'berichtsoort' | 'sha256'> & { readonly form: ContentForm }

/**
 * Writes down, before the first byte leaves, that somebody fetches content: whatever happens to this process afterwards,
 * the log knows who may have seen it (access-norms chapter 6, fail closed). `recordFetch` tells how it ended.
 */
export async function beginFetch(
  actor: Actor,
  { product, berichtId, berichtsoort, form, sha256, range }: FetchedContent & { readonly range: ByteRange | null },
): Promise<void> {
  const { scope, member } = authoriseProduct(actor, 'bericht.fetch', product)
  const part = range ? { bereik: `${range.start}-${range.end ?? ''}` } : {}
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, member, {
      event: 'bericht.fetch-begun',
      object: { kind: 'bericht', id: berichtId },
      basis: `gebruiker ${product}`,
      details: { berichtsoort, sha256, vorm: form, ...part },
    }),
  )
}

/** How an answer with content ended: everything was handed to the connection, a part as asked, or it broke off. */
export type FetchEnding = 'whole' | 'part' | 'broken'

const EVENTS = {
  whole: 'bericht.fetched',
  part: 'bericht.fetched-part',
  broken: 'bericht.fetch-broken',
} as const satisfies Record<FetchEnding, AuditEventName>

/**
 * Writes down how a fetch ended. Only the whole content in one answer makes a received bericht OPGEHAALD, at the first time: of a
 * download that broke off and was resumed nobody can tell whether the beginning arrived, and what counts as fetched may be
 * deleted a day later. Every ending is in the log with the digest of what was fetched.
 */
export async function recordFetch(
  actor: Actor,
  { product, berichtId, berichtsoort, ending, sha256, form }: FetchedContent & { readonly ending: FetchEnding },
): Promise<void> {
  const { scope, member } = authoriseProduct(actor, 'bericht.fetch', product)
  await inTransaction(scope.realm, async (tx) => {
    const step = { at: clock.now(), byName: member.displayName }
    if (ending === 'whole') await letHappen(tx, scope, berichtId, 'fetch', step)
    await recordAudit(tx, member, {
      event: EVENTS[ending],
      result: ending === 'broken' ? 'error' : 'ok',
      object: { kind: 'bericht', id: berichtId },
      basis: `gebruiker ${product}`,
      details: { berichtsoort, sha256, vorm: form },
    })
  })
}

/** Tells whether an error of `open` means that the content is not where it should be. */
export const isContentMissing = (error: unknown): boolean => error instanceof ContentMissingError
