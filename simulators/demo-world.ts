/**
 * The fictional world of the demo: gemeenten, providers and people. The makelaar simulator reads who may log in how, the
 * demo's seed reads who already works in the portal. Every name, number and address is made up.
 */

/** A gemeente of the demo. `agreementsSigned` false: nobody of it may get in yet. */
export type DemoGemeente = {
  readonly name: string
  readonly kvk: string
  readonly rsin: string
  readonly gemeenteCode: string
  readonly agreementsSigned: boolean
}

export const DEMO_GEMEENTEN = {
  voorbeeldstad: {
    name: 'Voorbeeldstad',
    kvk: '90000001',
    rsin: '900000011',
    gemeenteCode: '9901',
    agreementsSigned: true,
  },
  modelwijk: { name: 'Modelwijk', kvk: '90000002', rsin: '900000023', gemeenteCode: '9902', agreementsSigned: true },
  nieuwland: { name: 'Nieuwland', kvk: '90000003', rsin: '900000035', gemeenteCode: '9903', agreementsSigned: true },
  zonderland: { name: 'Zonderland', kvk: '90000004', rsin: '900000047', gemeenteCode: '9904', agreementsSigned: false },
} as const satisfies Record<string, DemoGemeente>

/** Providers of care that gemeenten of the demo exchange berichten with. */
export const DEMO_AANBIEDERS = [
  { agbCode: '99990001', name: 'Zorggroep De Linde (fictief)' },
  { agbCode: '99990002', name: 'Jeugdhulp Het Kompas (fictief)' },
  { agbCode: '99990003', name: 'Thuiszorg Oever (fictief)' },
] as const

/** Who operates the portal, as the makelaars know it. The OIN is built from a KvK number as Logius does it. */
export const DEMO_DIENSTVERLENER = {
  name: 'Portaal Zorg (demo)',
  oin: '00000003900000980000',
  serviceId: 'urn:etoegang:DV:00000003900000980000:services:1',
  serviceUuid: '5d0a6b0e-2f6b-4c52-9d0c-6f1f0d4c7a11',
} as const

/** Password of everyone in the demo. */
export const DEMO_PASSWORD = 'demo'
/** Pincode of every test card; the password works there too, so that one word opens the whole demo. */
export const DEMO_PINCODE = '1234'
