import { clientAddress, isInNetworks, networkPrefix } from '#/lib/platform/http/client-address.ts'

const PROXIES = ['10.0.0.0/8', '2001:db8:1::/48']

describe('clientAddress', () => {
  // Guards the network restriction (NETWERKEN) and the log: nobody chooses the own address by a header.
  it.each([
    ['no proxy in front', '203.0.113.9', null, '203.0.113.9'],
    ['a header from somebody who is no proxy', '203.0.113.9', '10.1.1.1', '203.0.113.9'],
    ['one proxy', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['two proxies', '10.0.0.1', '203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['an invented address before the real one', '10.0.0.1', '192.0.2.1, 203.0.113.9', '203.0.113.9'],
    ['an invented proxy before the real address', '10.0.0.1', '10.9.9.9, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
    ['proxies only', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['a trusted proxy that says nothing', '10.0.0.1', null, '10.0.0.1'],
    ['IPv4 in IPv6 clothes', '::ffff:10.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
    ['IPv6', '2001:db8:1::1', '2001:db8:2::9', '2001:db8:2::9'],
    ['IPv6 in brackets with a port', '2001:db8:1::1', '[2001:db8:2::9]:4711', '2001:db8:2::9'],
    ['IPv4 with a port', '10.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
    ['nonsense from a proxy', '10.0.0.1', 'unknown', null],
    ['a number that only looks like an address', '10.0.0.1', '3405803785', null],
    ['an address in octal', '10.0.0.1', '0313.0.113.9', null],
    ['an empty header', '10.0.0.1', '', '10.0.0.1'],
    ['an unknown peer', null, '203.0.113.9', null],
  ])('with %s', (_name, peer, header, address) => {
    expect(clientAddress(peer, header, PROXIES)).toBe(address)
  })
})

describe('isInNetworks', () => {
  it('fails closed: what is unknown or of another family lies in no network', () => {
    expect(isInNetworks('10.1.2.3', ['10.0.0.0/8'])).toBe(true)
    expect(isInNetworks('11.1.2.3', ['10.0.0.0/8'])).toBe(false)
    expect(isInNetworks('::ffff:10.1.2.3', ['10.0.0.0/8'])).toBe(true)
    expect(isInNetworks('2001:db8::1', ['0.0.0.0/0'])).toBe(false)
    expect(isInNetworks(null, ['0.0.0.0/0', '::/0'])).toBe(false)
    expect(isInNetworks('onbekend', ['0.0.0.0/0', '::/0'])).toBe(false)
    expect(isInNetworks('10.1.2.3', [])).toBe(false)
  })
})

describe('networkPrefix', () => {
  // Guards privacy: the log knows a network, not a person's address.
  it.each([
    ['203.0.113.9', '203.0.113.0/24'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:1:2::9', '2001:db8:1::/48'],
    [null, 'onbekend'],
    ['x', 'onbekend'],
  ])('of %s is %s', (address, prefix) => {
    expect(networkPrefix(address)).toBe(prefix)
  })
})
