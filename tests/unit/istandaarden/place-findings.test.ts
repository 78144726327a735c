import { clientOf, isOfHeader } from '#/lib/istandaarden/reading/place-findings.ts'

// Guards that a finding stands at the card that it is about, and at no other.
describe('the place of a finding in the reader', () => {
  it.each([
    ['/Bericht/Client/StartProducten/StartProduct[1]', 1],
    ['/Bericht/Client', 1],
    ['/Bericht/Declaratie/Clienten/Client[12]/Prestaties/Prestatie[3]', 12],
    ['/Bericht/Header/BerichtCode', null],
    ['/Bericht/Clienten', null],
    [null, null],
  ])('%s is at client %s', (pad, client) => {
    expect(clientOf({ pad })).toBe(client)
  })

  it('knows the header', () => {
    expect(
      ['/Bericht/Header', '/Bericht/Header/Afzender', '/Bericht/HeaderX', null].map((pad) => isOfHeader({ pad })),
    ).toEqual([true, true, false, false])
  })
})
