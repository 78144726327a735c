import type { Endpoint } from '#/lib/chain/outbound/post-envelope.ts'
import { tlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import { CAK } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { allowedLookup } from '#/lib/settings/endpoint-address.ts'

/**
 * The way to a receiver: the CAK has a web service of its own where one is told, everybody else is reached through VECOZO. Null in
 * a demo without a chain.
 */
export function chainEndpoint(receiver: string): Endpoint | null {
  const { chain } = settings()
  if (chain === null) return null
  const url = receiver === CAK && chain.cakUrl !== null ? chain.cakUrl : chain.url
  return { url, identity: tlsIdentity(chain), timeoutSeconds: chain.timeoutSeconds }
}

/** The way to the software of a gemeente, at the address of its settings: as the portal, and to no address of its own network. */
export function softwareEndpoint(address: string): Endpoint | null {
  const { chain } = settings()
  if (chain === null) return null
  const { timeoutSeconds } = chain
  return { url: new URL(address), identity: tlsIdentity(chain), timeoutSeconds, lookup: allowedLookup }
}
