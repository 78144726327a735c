import type { FactField, FactKind } from '#/lib/istandaarden/facts/fact.ts'

/** An element that is a fact, with the elements below it that hold its values, as paths from it. */
export type FactElement = {
  readonly kind: FactKind
  readonly fields: Readonly<Partial<Record<FactField, string>>>
}

const product = { categorie: 'Product/Categorie', code: 'Product/Code' } as const
const omvang = {
  volume: 'Omvang/Volume',
  eenheid: 'Omvang/Eenheid',
  frequentie: 'Omvang/Frequentie',
  budget: 'Budget',
} as const
const wanted = { begin: 'GewensteIngangsdatum', einde: 'Einddatum' } as const
const delivery = { nummer: 'ToewijzingNummer', ...product, begin: 'Begindatum', status: 'StatusAanlevering' } as const

/**
 * By number of the berichtsoort and name of the element: what later berichten are held against, and what is itself held
 * against earlier ones (`isKeptKind`). Nothing else of a client is read out of a file.
 */
export const FACT_ELEMENTS: Readonly<Record<number, Readonly<Record<string, FactElement>>>> = {
  301: {
    ToegewezenProduct: {
      kind: 'toewijzing',
      fields: {
        nummer: 'ToewijzingNummer',
        referentie: 'ReferentieAanbieder',
        ...product,
        besluitdatum: 'Toewijzingsdatum',
        besluittijd: 'Toewijzingstijd',
        begin: 'Ingangsdatum',
        einde: 'Einddatum',
        reden: 'RedenWijziging',
        ...omvang,
      },
    },
  },
  305: { StartProduct: { kind: 'start', fields: delivery } },
  307: {
    StopProduct: { kind: 'stop', fields: { ...delivery, einde: 'Einddatum', reden: 'RedenBeeindiging' } },
  },
  315: {
    AangevraagdProduct: {
      kind: 'verzoek',
      fields: {
        referentie: 'ReferentieAanbieder',
        ...product,
        begin: 'ToewijzingIngangsdatum',
        einde: 'ToewijzingEinddatum',
      },
    },
  },
  317: {
    Verzoek: { kind: 'verzoek', fields: { referentie: 'ReferentieAanbieder' } },
    OngewijzigdProduct: { kind: 'ongewijzigd', fields: { nummer: 'ToewijzingNummer' } },
    TeWijzigenProduct: { kind: 'wijziging', fields: { nummer: 'ToewijzingNummer', ...wanted, ...omvang } },
    NieuwProduct: { kind: 'nieuw', fields: { ...product, ...wanted } },
  },
  319: {
    Antwoord: { kind: 'antwoord', fields: { referentie: 'ReferentieAanbieder', antwoord: 'VerzoekAntwoord' } },
  },
  323: {
    Declaratie: {
      kind: 'declaratie',
      fields: {
        nummer: 'DeclaratieNummer',
        begin: 'DeclaratiePeriode/Begindatum',
        einde: 'DeclaratiePeriode/Einddatum',
      },
    },
    Prestatie: {
      kind: 'prestatie',
      fields: {
        nummer: 'ToewijzingNummer',
        categorie: 'ProductCategorie',
        code: 'ProductCode',
        begin: 'ProductPeriode/Begindatum',
        einde: 'ProductPeriode/Einddatum',
        eenheid: 'Eenheid',
      },
    },
  },
}
