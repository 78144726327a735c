import { DEMO_GEMEENTEN, type DemoGemeente } from '#/simulators/demo-world.ts'

export type AssuranceLevel = 'loa1' | 'loa2' | 'loa2plus' | 'loa3' | 'loa4'

/** On whose behalf somebody may act. `mandatedBy` gave the mandate: it is part of the pseudonym. */
export type DemoMandate = {
  readonly label: string
  readonly kvk: string
  readonly rsin?: string
  readonly branch?: string
  readonly intermediaryKvk?: string
  readonly mandatedBy: string
}

/** What a person filled in at the first login; present for those who are already ACTIEF. */
export type DemoProfile = {
  readonly aanhef: 'De Heer' | 'Mevrouw'
  readonly voorletters: string
  readonly voornaam: string
  readonly tussenvoegsel: string
  readonly achternaam: string
  readonly afdeling: string
  readonly telefoonnummer: string
  readonly email: string
}

export type DemoProduct = 'iwmo' | 'ijw' | 'wlz-registertoets'
export type DemoProductRole = 'Gebruiker' | 'Productbeheerder'

/** How somebody stands in the portal when the demo starts. */
export type DemoStanding =
  | { readonly kind: 'nooit ingelogd' }
  | {
      readonly kind: 'ACTIEF'
      readonly gemeente: keyof typeof DEMO_GEMEENTEN
      readonly gebruikersbeheerder: boolean
      readonly roles: Partial<Record<DemoProduct, DemoProductRole>>
      readonly profile: DemoProfile
    }
  | { readonly kind: 'servicedesk'; readonly profile: DemoProfile }

/** The means somebody holds at a supplier, with the level each of them gives. */
export type DemoMeans = { readonly password?: AssuranceLevel; readonly smartcard?: AssuranceLevel }

export type DemoUser = {
  readonly userName: string
  /** The human being: the same for user names that belong to one person. */
  readonly person: string
  /** Makelaars (ids of suppliers.ts) where the means work. */
  readonly suppliers: readonly string[]
  readonly means: DemoMeans
  readonly meansBlocked: boolean
  readonly mandates: readonly DemoMandate[]
  readonly standing: DemoStanding
  /** One line for the table that the demo prints. */
  readonly description: string
}

const mandateOf = (gemeente: DemoGemeente, extra: Partial<DemoMandate> = {}): DemoMandate => ({
  label: `Gemeente ${gemeente.name}`,
  kvk: gemeente.kvk,
  rsin: gemeente.rsin,
  mandatedBy: gemeente.kvk,
  ...extra,
})

const SERVICE_CENTRE_KVK = '90000050'
const chained = (gemeente: DemoGemeente): DemoMandate =>
  mandateOf(gemeente, { intermediaryKvk: SERVICE_CENTRE_KVK, mandatedBy: SERVICE_CENTRE_KVK })

const { voorbeeldstad, modelwijk, nieuwland, zonderland } = DEMO_GEMEENTEN

const profile = (
  aanhef: DemoProfile['aanhef'],
  voorletters: string,
  voornaam: string,
  achternaam: string,
  rest: Pick<DemoProfile, 'afdeling' | 'telefoonnummer' | 'email'> & { readonly tussenvoegsel?: string },
): DemoProfile => ({ aanhef, voorletters, voornaam, achternaam, tussenvoegsel: '', ...rest })

const eherkenning = {
  suppliers: ['kpn'],
  means: { password: 'loa3' },
  meansBlocked: false,
  standing: { kind: 'nooit ingelogd' },
} as const

/** Everybody of the demo, in the order in which the demo lists them. */
export const DEMO_USERS: readonly DemoUser[] = [
  {
    ...eherkenning,
    userName: 'beheer',
    person: 'beheer',
    mandates: [mandateOf(voorbeeldstad)],
    description: 'Voorbeeldstad: gebruikersbeheerder',
    standing: {
      kind: 'ACTIEF',
      gemeente: 'voorbeeldstad',
      gebruikersbeheerder: true,
      roles: {},
      profile: profile('Mevrouw', 'B.', 'Bea', 'Heerema', {
        afdeling: 'Informatiebeheer',
        telefoonnummer: '0880000101',
        email: 'beheer@voorbeeldstad.example',
      }),
    },
  },
  {
    ...eherkenning,
    userName: 'jansen',
    person: 'jansen',
    mandates: [mandateOf(voorbeeldstad)],
    description: 'Voorbeeldstad: Gebruiker van alle producten',
    standing: {
      kind: 'ACTIEF',
      gemeente: 'voorbeeldstad',
      gebruikersbeheerder: false,
      roles: { iwmo: 'Gebruiker', ijw: 'Gebruiker', 'wlz-registertoets': 'Gebruiker' },
      profile: profile('De Heer', 'A.', 'Arie', 'Jansen', {
        afdeling: 'Backoffice Sociaal Domein',
        telefoonnummer: '0880000102',
        email: 'jansen@voorbeeldstad.example',
      }),
    },
  },
  {
    ...eherkenning,
    userName: 'smit',
    person: 'smit',
    means: { password: 'loa3', smartcard: 'loa4' },
    mandates: [mandateOf(voorbeeldstad)],
    description: 'Voorbeeldstad: Productbeheerder van alle producten (ook met smartcard)',
    standing: {
      kind: 'ACTIEF',
      gemeente: 'voorbeeldstad',
      gebruikersbeheerder: false,
      roles: { iwmo: 'Productbeheerder', ijw: 'Productbeheerder', 'wlz-registertoets': 'Productbeheerder' },
      profile: profile('Mevrouw', 'S.', 'Saar', 'Smit', {
        afdeling: 'Applicatiebeheer',
        telefoonnummer: '0880000103',
        email: 'smit@voorbeeldstad.example',
      }),
    },
  },
  {
    ...eherkenning,
    userName: 'nieuw',
    person: 'nieuw',
    mandates: [mandateOf(voorbeeldstad)],
    description: 'Voorbeeldstad: heeft nog nooit ingelogd',
  },
  {
    ...eherkenning,
    userName: 'devries',
    person: 'devries',
    means: { password: 'loa2plus' },
    mandates: [mandateOf(voorbeeldstad)],
    description: 'Voorbeeldstad: niveau te laag (EH2+)',
  },
  {
    ...eherkenning,
    userName: 'peters',
    person: 'peters',
    mandates: [mandateOf(modelwijk)],
    description: 'Modelwijk: Gebruiker van iWmo',
    standing: {
      kind: 'ACTIEF',
      gemeente: 'modelwijk',
      gebruikersbeheerder: false,
      roles: { iwmo: 'Gebruiker' },
      profile: profile('De Heer', 'P.', 'Pim', 'Peters', {
        afdeling: 'Wmo-administratie',
        telefoonnummer: '0880000201',
        email: 'peters@modelwijk.example',
      }),
    },
  },
  {
    ...eherkenning,
    userName: 'wouda',
    person: 'wouda',
    mandates: [mandateOf(modelwijk)],
    description: 'Modelwijk: gebruikersbeheerder',
    standing: {
      kind: 'ACTIEF',
      gemeente: 'modelwijk',
      gebruikersbeheerder: true,
      roles: {},
      profile: profile('Mevrouw', 'W.', 'Wiep', 'Wouda', {
        afdeling: 'Informatiebeheer',
        telefoonnummer: '0880000202',
        email: 'wouda@modelwijk.example',
      }),
    },
  },
  {
    ...eherkenning,
    userName: 'bakker',
    person: 'bakker',
    mandates: [mandateOf(voorbeeldstad), mandateOf(modelwijk)],
    description: 'Voorbeeldstad of Modelwijk: kiest bij de makelaar, heeft nog nooit ingelogd',
  },
  {
    ...eherkenning,
    userName: 'visser',
    person: 'visser',
    mandates: [chained(voorbeeldstad), chained(modelwijk)],
    description: 'Servicecentrum voor Voorbeeldstad en Modelwijk (ketenmachtiging)',
  },
  {
    ...eherkenning,
    userName: 'meijer',
    person: 'meijer',
    mandates: [],
    description: 'geen machtiging: stopt bij de makelaar',
  },
  {
    ...eherkenning,
    userName: 'mulder',
    person: 'mulder',
    mandates: [{ label: 'Onbekende Organisatie', kvk: '90000099', mandatedBy: '90000099' }],
    description: 'organisatie die het portaal niet kent',
  },
  {
    ...eherkenning,
    userName: 'bos',
    person: 'bos',
    mandates: [mandateOf(voorbeeldstad, { branch: '000090000011' })],
    description: 'Voorbeeldstad: alleen voor een vestiging',
  },
  {
    ...eherkenning,
    userName: 'dekker',
    person: 'jansen',
    suppliers: ['digidentity'],
    mandates: [mandateOf(voorbeeldstad)],
    description: 'dezelfde persoon als jansen, bij Digidentity',
  },
  {
    ...eherkenning,
    userName: 'hendriks',
    person: 'hendriks',
    meansBlocked: true,
    mandates: [mandateOf(voorbeeldstad)],
    description: 'inlogmiddel geblokkeerd: stopt bij de makelaar',
  },
  {
    ...eherkenning,
    userName: 'eersteling',
    person: 'eersteling',
    mandates: [mandateOf(nieuwland)],
    description: 'Nieuwland: wordt daar de eerste gebruikersbeheerder',
  },
  {
    ...eherkenning,
    userName: 'zonder',
    person: 'zonder',
    mandates: [mandateOf(zonderland)],
    description: 'Zonderland: overeenkomsten niet getekend',
  },
  {
    userName: 'desk',
    person: 'desk',
    suppliers: ['servicedesk'],
    means: { password: 'loa3' },
    meansBlocked: false,
    mandates: [],
    description: 'servicedesk',
    standing: {
      kind: 'servicedesk',
      profile: profile('Mevrouw', 'D.', 'Dora', 'Balie', {
        afdeling: 'Servicedesk',
        telefoonnummer: '0880000001',
        email: 'desk@portaal-zorg.example',
      }),
    },
  },
  {
    userName: 'desk2',
    person: 'desk2',
    suppliers: ['servicedesk'],
    means: { password: 'loa3' },
    meansBlocked: false,
    mandates: [],
    description: 'servicedesk, tweede medewerker',
    standing: {
      kind: 'servicedesk',
      profile: profile('De Heer', 'T.', 'Ties', 'Balie', {
        afdeling: 'Servicedesk',
        telefoonnummer: '0880000002',
        email: 'desk2@portaal-zorg.example',
      }),
    },
  },
]

/** The user with this user name, if there is one. */
export const demoUser = (userName: string): DemoUser | undefined =>
  DEMO_USERS.find((candidate) => candidate.userName === userName)
