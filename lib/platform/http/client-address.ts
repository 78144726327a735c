import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

// Only the usual notation: "3405803785" and octal parts are addresses to some programs and not to others.
const parse = (text: string): Address | null => {
  const bare = text.trim().replace(/^\[(.*)\](?::\d+)?$/, '$1')
  const dotted = bare.replace(/^([\d.]+):\d+$/, '$1')
  if (ipaddr.IPv4.isValidFourPartDecimal(dotted)) return ipaddr.IPv4.parse(dotted)
  return ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : null
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
  if (!peer) return null
  const forwarded = (forwardedFor ?? '').split(',').filter((hop) => hop.trim() !== '')
  let nearest: string | null = null
  for (const hop of [...forwarded, peer].reverse()) {
    const parsed = parse(hop)
    if (!parsed) return null
    nearest = parsed.toString()
    if (!isInNetworks(nearest, trustedProxies)) return nearest
  }
  return nearest
}

/** The network of an address, coarse enough not to name a person: /24 or /48. */
export function networkPrefix(address: string | null): string {
  const parsed = address === null ? null : parse(address)
  if (!parsed) return 'onbekend'
  return parsed instanceof ipaddr.IPv4
    ? `${ipaddr.IPv4.networkAddressFromCIDR(`${parsed.toString()}/24`).toString()}/24`
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/48`).toString()}/48`
}
