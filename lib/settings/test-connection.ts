import type { Actor } from '#/lib/access/actor.ts'
import { authoriseProduct } from '#/lib/access/authorise.ts'
import { recordAudit } from '#/lib/audit/record-audit.ts'
import { softwareEndpoint } from '#/lib/chain/outbound/endpoint-of.ts'
import type { Failure } from '#/lib/chain/outbound/failure.ts'
import { knock } from '#/lib/chain/outbound/knock.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'
import type { TestConnection } from '#/lib/settings/connection-schema.ts'
import { findSettings } from '#/lib/settings/repository.ts'

/** What a test call found: the status of its answer, in so many milliseconds. */
export type TestOutcome = { readonly status: number; readonly milliseconds: number }

/**
 * Calls the web service of the gemeente's software as it would be called for a bericht, and asks for its description (`?wsdl`): name,
 * certificates and answer are tried, and nothing is sent.
 */
export async function testConnection(
  actor: Actor,
  { product }: TestConnection,
  signal: AbortSignal,
): Promise<Result<TestOutcome, 'no_endpoint' | Failure>> {
  const { scope, member } = authoriseProduct(actor, 'settings.change', product)
  const { endpoint } = await inTransaction(scope.realm, (tx) => findSettings(tx, scope, product))
  const address = endpoint === null ? null : softwareEndpoint(endpoint)
  if (address === null) return err('no_endpoint')
  const outcome = await knock(address, signal)
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
