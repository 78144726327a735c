import { lookup } from 'node:dns'
import { lookup as lookUp } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { isInNetworks } from '#/lib/platform/http/client-address.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** Why an address is none to send berichten to. */
export type EndpointFault = 'endpoint' | 'endpointHttps' | 'endpointUnknown' | 'endpointPrivate' | 'endpointOfChain'

/** Code of a PrivateAddressError, beside those of the network. */
export const PRIVATE_ADDRESS = 'EPRIVATE'

/** An address of the machine or network that the portal itself stands in: software of a gemeente is not there (SSRF, ASVS 1.3.6). */
export class PrivateAddressError extends Error {
  readonly code = PRIVATE_ADDRESS
  constructor() {
    super('the name leads to an address that berichten are not sent to')
    this.name = 'PrivateAddressError'
  }
}

/** Tells whether berichten may be sent to an address: a public one, or one that the operator allows. */
export function isAllowedAddress(address: string): boolean {
  if (isInNetworks(address, settings().endpointNetworks)) return true
  if (!ipaddr.isValid(address)) return false
  return ipaddr.process(address).range() === 'unicast'
}

/** Looks a name up for a connection that is about to be made, so that it cannot lead elsewhere since it was checked. */
export const allowedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0)
    const allowed = found.filter(({ address }) => isAllowedAddress(address))
    const [first] = allowed
    if (first === undefined) return callback(new PrivateAddressError(), '', 0)
    return options.all ? callback(null, allowed) : callback(null, first.address, first.family)
  })
}

/**
 * Tells whether an address is of the portal itself or of the chain: what is forwarded there would come in again, or go out under our name.
 * In the demo all of them, and the software of gemeenten, are on one machine: there the whole address tells.
 */
function isOfChain(url: URL): boolean {
  const { chain, ciz, webservice, portaalUrl, omgeving } = settings()
  const partOf = ({ hostname, host, pathname }: URL) =>
    omgeving === 'demo' ? `${host}${pathname}` : hostname.replace(/\.$/, '')
  const taken = [chain?.url, chain?.cakUrl, ciz, webservice?.url, portaalUrl].filter((one) => one instanceof URL)
  return taken.some((one) => partOf(one) === partOf(url))
}

/** Checks the address of a web service of a gemeente; null when it is one. A name that cannot be found now is refused. */
export async function checkEndpoint(text: string): Promise<EndpointFault | null> {
  if (!URL.canParse(text)) return 'endpoint'
  const url = new URL(text)
  if (url.protocol !== 'https:') return 'endpointHttps'
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'endpoint'
  if (isOfChain(url)) return 'endpointOfChain'
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const found = ipaddr.isValid(hostname)
    ? [{ address: hostname }]
    : await lookUp(hostname, { all: true }).catch(() => null)
  if (found === null) return 'endpointUnknown'
  return found.every(({ address }) => isAllowedAddress(address)) ? null : 'endpointPrivate'
}
