import type { z } from 'zod'
import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { clientSubject } from '#/lib/audit/client-subject.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { BerichtenPageQuery } from '#/lib/berichten/filter.ts'
import { clientHash } from '#/lib/berichten/search/hash-clients.ts'
import { openSearch, sealSearch } from '#/lib/berichten/search/sealed-search.ts'
import { SearchClientForm } from '#/lib/berichten/search/search-form.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/** With the filters that were on, so that they stay on. */
export const SearchClient = SearchClientForm.extend(
  BerichtenPageQuery.omit({ client: true, cursor: true, eerder: true }).shape,
)
export type SearchClient = z.infer<typeof SearchClient>

/** What the list is asked for next: `client` is sealed (`sealSearch`) and may stand in an address. */
export type ClientSearch = { readonly product: SearchClient['product']; readonly query: BerichtenPageQuery }

/** More in an hour is no work of a person: it is trying out numbers. */
const LIMIT = { name: 'zoeken-op-bsn', max: 60, windowSeconds: 3_600 }

/**
 * Begins a search for the berichten of a product in which a client occurs: counts it, writes down who looked for whom (as a
 * keyed hash that the berichten do not have), and answers what finds them. Throws ForbiddenError.
 */
export async function searchClient(
  actor: Actor,
  { product, bsn, ...filters }: SearchClient,
): Promise<Result<ClientSearch, 'too_often'>> {
  const { scope, member } = authoriseProduct(actor, 'bericht.read', product)
  const verdict = await countAgainst(LIMIT, member.memberId)
  if (!verdict.allowed) return err('too_often')
  const on = Object.entries(filters).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [name]))
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, member, {
      event: 'bericht.client-searched',
      subject: clientSubject(scope.organisationId, bsn),
      object: { kind: 'organisation', id: scope.organisationId },
      basis: `gebruiker ${product}`,
      details: { product, doel: 'berichten over een cliënt vinden', filters: on },
    }),
  )
  const client = await sealSearch(member, product, clientHash(scope, bsn))
  return ok({ product, query: { ...filters, client } })
}

/**
 * Opens the search for a client in the query of a page or an export. Null when it is
 * over: then there is nothing to list. Throws ForbiddenError.
 */
export async function openClientSearch<Q extends Pick<BerichtenPageQuery, 'client'>>(
  actor: Actor,
  product: SearchClient['product'],
  query: Q,
): Promise<Q | null> {
  if (query.client === undefined) return query
  const { member } = authoriseProduct(actor, 'bericht.read', product)
  const client = await openSearch(member, product, query.client)
  return client === null ? null : { ...query, client }
}
