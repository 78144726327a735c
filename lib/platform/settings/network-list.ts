import ipaddr from 'ipaddr.js'
import { z } from 'zod'

// Written out in full: "172.16/12" is 172.0.0.16/12 to some programs. An IPv4 network in IPv6 clothes would match nothing,
// because addresses are compared without them.
const isNetwork = (range: string): boolean =>
  ipaddr.IPv4.isValidCIDRFourPartDecimal(range) ||
  (ipaddr.IPv6.isValidCIDR(range) && !ipaddr.IPv6.parseCIDR(range)[0].isIPv4MappedAddress())

/** Networks in full, with commas or spaces between them; none when nothing is said. */
export const cidrList = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const ranges = text.split(/[\s,]+/).filter((range) => range.length > 0)
    for (const range of ranges) {
      if (!isNetwork(range)) ctx.addIssue({ code: 'custom', message: `${range} is geen netwerk (CIDR)` })
    }
    return ranges
  })
