import { otherSideOf, Reachability } from '#/lib/chain/outbound/reachability.ts'

const pair = (receiver: string, organisationId = 'a') => ({ organisationId, sender: '9901', receiver })

describe('another side', () => {
  it('is the same for all providers, and another for the CAK and for the software of each gemeente', () => {
    const sides = [pair('99990001'), pair('99990002', 'b'), pair('CAK'), pair('SOFTWARE'), pair('SOFTWARE', 'b')]
    expect(sides.map(otherSideOf)).toEqual(['VECOZO', 'VECOZO', 'CAK', 'SOFTWARE a', 'SOFTWARE b'])
  })

  // Guards recovery after an outage, and against a bericht that always fails being tried with every one that arrives.
  it('is back when it was away for three tries in a row, once', () => {
    const reachability = new Reachability()
    for (let tries = 0; tries < 3; tries++) reachability.failed('VECOZO')
    expect([reachability.arrived('CAK'), reachability.arrived('VECOZO'), reachability.arrived('VECOZO')]).toEqual([
      false,
      true,
      false,
    ])
    for (let tries = 0; tries < 9; tries++) {
      reachability.failed('VECOZO')
      expect(reachability.arrived('VECOZO')).toBe(false)
    }
  })
})
