import { z } from 'zod'
import type { BrokerConnection } from '#/lib/identity/brokers/brokers-file.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'
import { UpstreamError } from '#/lib/platform/errors.ts'
import { sharedState } from '#/lib/platform/shared-state.ts'

const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
})
export type BrokerMetadata = z.infer<typeof Metadata>

const FRESH_MS = 5 * MINUTE_MS
type Kept = { readonly metadata: BrokerMetadata; readonly until: number }
const kept = () => sharedState('broker-metadata', () => new Map<string, Kept>())

function checkEndpoints(connection: BrokerConnection, metadata: BrokerMetadata): void {
  // The issuer of the document must be the configured one exactly, else another party answers (mix-up).
  if (metadata.issuer !== connection.issuer) throw new UpstreamError(connection.id, 'discovery names another issuer')
  const own = new URL(connection.issuer)
  const { authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint } = metadata
  for (const endpoint of [authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint]) {
    if (endpoint === undefined) continue
    const { protocol, host } = new URL(endpoint)
    if (protocol !== own.protocol && protocol !== 'https:')
      throw new UpstreamError(connection.id, 'endpoint without https')
    if (host !== own.host && !connection.endpointHosts.includes(host))
      throw new UpstreamError(connection.id, `endpoint at a host that is not configured: ${host}`)
  }
}

/**
 * What a makelaar says of itself, only from the configured issuer, kept for five minutes. Throws UpstreamError when it
 * does not answer in time, answers nonsense, or points to a host or protocol that is not configured.
 */
export async function discover(connection: BrokerConnection): Promise<BrokerMetadata> {
  const known = kept().get(connection.id)
  if (known && known.until > clock.now().getTime()) return known.metadata
  let body: unknown
  try {
    const answer = await fetch(`${connection.issuer}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(connection.timeoutSeconds * 1_000),
      headers: { accept: 'application/json' },
    })
    if (!answer.ok) throw new UpstreamError(connection.id, `discovery answered ${answer.status}`)
    body = await answer.json()
  } catch (cause) {
    if (cause instanceof UpstreamError) throw cause
    throw new UpstreamError(connection.id, 'discovery did not answer', { cause })
  }
  const parsed = Metadata.safeParse(body)
  if (!parsed.success) throw new UpstreamError(connection.id, 'discovery is not understood')
  checkEndpoints(connection, parsed.data)
  kept().set(connection.id, { metadata: parsed.data, until: clock.now().getTime() + FRESH_MS })
  return parsed.data
}
