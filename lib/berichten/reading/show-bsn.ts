import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { clientSubject } from '#/lib/audit/client-subject.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import type { BsnForm } from '#/lib/berichten/reading/bsn-form.ts'
import { type Unreadable, withContent } from '#/lib/berichten/reading/open-content.ts'
import { findBericht } from '#/lib/berichten/repository.ts'
import { readClients } from '#/lib/istandaarden/reading/read-clients.ts'
import { childValue } from '#/lib/istandaarden/reading/read-element.ts'
import { typeTree } from '#/lib/istandaarden/type-tree.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** One by one, by hand: more in an hour is something else, and has the file for it. */
export const BSN_LIMIT = { name: 'bsn-tonen', max: 60, windowSeconds: 3_600 } as const

/** `no_client`: there is no such client, or it has no Bsn. `too_many`: the limit of this hour is reached. */
export type BsnFault = Unreadable | 'no_client' | 'too_many'

/**
 * The whole burgerservicenummer of one client of a bericht of the own gemeente, for who says why (Wabb: only where the task needs
 * it). It is given only once the log has who looked at whom, and why; the log knows the client by a keyed hash. Throws
 * ForbiddenError, and NotFoundError for every other id.
 */
export async function showBsn(actor: Actor, form: BsnForm, signal: AbortSignal): Promise<Result<string, BsnFault>> {
  const { product, berichtId, client, reden, toelichting } = form
  const { scope, member } = authoriseProduct(actor, 'bericht.read', product)
  const row = await inTransaction(scope.realm, (tx) => findBericht(tx, scope, berichtId))
  if (!row) throw new NotFoundError('bericht')
  if (!(await countAgainst(BSN_LIMIT, member.memberId)).allowed) return err('too_many')
  const read = await withContent(row, signal, async (text, soort) => {
    const { clients } = await readClients(text, typeTree(soort), { skip: client - 1, take: 1 })
    return clients[0] ? (childValue(clients[0], 'Bsn')?.trim() ?? null) : null
  })
  if (!read.ok) return read
  const bsn = read.value
  if (bsn === null || bsn === '') return err('no_client')
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, member, {
      event: 'bericht.bsn-shown',
      object: { kind: 'bericht', id: row.id },
      subject: clientSubject(scope.organisationId, bsn),
      basis: `gebruiker ${product}`,
      details: { berichtsoort: row.berichtsoort, client, reden, ...(toelichting === '' ? {} : { toelichting }) },
    }),
  )
  return ok(bsn)
}
