import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { softwareEndpoint } from '#/lib/chain/outbound/endpoint-of.ts'
import type { Failure } from '#/lib/chain/outbound/failure.ts'
import { knock } from '#/lib/chain/outbound/knock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { countAgainst } from '#/lib/platform/rate-limit.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import type { TestConnection } from '#/lib/settings/connection-schema.ts'
import { findSettings } from '#/lib/settings/repository.ts'

/** What a test call found: the status of its answer, in so many milliseconds. */
export type TestOutcome = { readonly status: number; readonly milliseconds: number }

/** A person waits for it. */
const LONGEST_TEST_SECONDS = 20
/** More is no trying out: each is a call to an address that somebody else runs. */
const LIMIT = { name: 'koppeling-testen', max: 10, windowSeconds: 600 }

/**
 * Calls the web service of the gemeente's software as it would be called for a bericht, and asks for its description (`?wsdl`): name,
 * certificates and answer are tried, and nothing is sent. A web service that keeps silent is a `timeout`, never an exception.
 */
export async function testConnection(
  actor: Actor,
  { product }: TestConnection,
): Promise<Result<TestOutcome, 'no_endpoint' | 'too_often' | Failure>> {
  const { scope, member } = authoriseProduct(actor, 'settings.change', product)
  const { endpoint } = await inTransaction(scope.realm, (tx) => findSettings(tx, scope, product))
  const address = endpoint === null ? null : softwareEndpoint(endpoint)
  if (address === null) return err('no_endpoint')
  if (!(await countAgainst(LIMIT, member.memberId)).allowed) return err('too_often')
  const outcome = await knock({ ...address, timeoutSeconds: Math.min(address.timeoutSeconds, LONGEST_TEST_SECONDS) })
  await inTransaction(scope.realm, (tx) =>
    recordAudit(tx, member, {
      event: 'settings.tested',
      result: outcome.ok ? 'ok' : 'error',
      object: { kind: 'settings', id: product },
      basis: `productbeheerder ${product}`,
      ...(outcome.ok ? {} : { reasonCode: outcome.error.kind }),
    }),
  )
  return outcome.ok ? ok(outcome.value) : outcome
}
