import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

const parse = (text: string): Address | null => {
  const bare = text.trim().replace(/^\[(.*)\](?::\d+)?$/, '$1')
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : null
}

/** Tells whether an address lies in one of the networks (CIDR). Unknown addresses lie in none. */
export function isInNetworks(address: string | null, networks: readonly string[]): boolean {
  const parsed = address === null ? null : parse(address)
  if (!parsed) return false
  return networks.some((network) => {
    const [range, bits] = ipaddr.parseCIDR(network)
    if (parsed instanceof ipaddr.IPv4) return range instanceof ipaddr.IPv4 && parsed.match(range, bits)
    return range instanceof ipaddr.IPv6 && parsed.match(range, bits)
  })
}

/**
 * The address of the browser. `X-Forwarded-For` counts only as far as trusted proxies wrote it: it is read from the right,
 * and the first address that is no trusted proxy is the one. Null when the peer is unknown or the header is nonsense.
 */
export function clientAddress(
  peer: string | null,
  forwardedFor: string | null,
  trustedProxies: readonly string[],
): string | null {
  const hops = [...(forwardedFor?.split(',') ?? []), ...(peer ? [peer] : [])].map((hop) => hop.trim()).reverse()
  if (!peer) return null
  for (const hop of hops) {
    const parsed = parse(hop)
    if (!parsed) return null
    if (!isInNetworks(parsed.toString(), trustedProxies)) return parsed.toString()
  }
  return hops.at(-1) ?? null
}

/** The network of an address, coarse enough not to name a person: /24 or /48. */
export function networkPrefix(address: string | null): string {
  const parsed = address === null ? null : parse(address)
  if (!parsed) return 'onbekend'
  return parsed instanceof ipaddr.IPv4
    ? `${ipaddr.IPv4.networkAddressFromCIDR(`${parsed.toString()}/24`).toString()}/24`
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/48`).toString()}/48`
}
