import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { clientSubject } from '#/lib/audit/client-subject.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { BSN_LIMIT } from '#/lib/berichten/reading/show-bsn.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import { readWatchedBsns } from '#/lib/wlz/signals/read-watched-bsns.ts'
import type { SignalBsnForm } from '#/lib/wlz/signals/signal-bsn-form.ts'
import { findRow } from '#/lib/wlz/signals/signal-repository.ts'

const PRODUCT = 'wlz-registertoets'

/** `gone`: the content in which it stood is not there any more. `too_many`: the limit of this hour is reached. */
export type SignalBsnFault = 'gone' | 'too_many'

/**
 * The whole burgerservicenummer of the person of a signal of the own gemeente, for who says why: read from the toewijzingsbericht, as
 * it stands nowhere else. It is given only once the log has who looked at whom, and why. Throws ForbiddenError, and NotFoundError for
 * every other id.
 */
export async function showSignalBsn(
  actor: Actor,
  { signaalId, reden, toelichting }: SignalBsnForm,
  signal: AbortSignal,
): Promise<Result<string, SignalBsnFault>> {
  const { scope, member } = authoriseProduct(actor, 'wlz.read-signals', PRODUCT)
  const row = await inTransaction(scope.realm, (tx) => findRow(tx, scope, signaalId))
  if (row === null) throw new NotFoundError('signal')
  if (!(await countAgainst(BSN_LIMIT, member.memberId)).allowed) return err('too_many')
  const bsn = (await readWatchedBsns(row.bericht, new Set([row.client]), signal)).get(row.client)
  if (bsn === undefined) return err('gone')
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, member, {
      event: 'bericht.bsn-shown',
      object: { kind: 'bericht', id: row.bericht.id },
      subject: clientSubject(scope.organisationId, bsn),
      basis: `gebruiker ${PRODUCT}`,
      details: { berichtsoort: row.bericht.berichtsoort, reden, ...(toelichting === '' ? {} : { toelichting }) },
    }),
  )
  return ok(bsn)
}
