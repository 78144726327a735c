import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { conditions as nl } from '#/lib/platform/i18n/nl/findings-conditions.ts'

export const conditions: Copy<typeof nl> = {
  CD005: {
    ontbreekt: {
      melding: 'This address has a postcode, but no country code.',
      herstel: 'Fill LandCode, for instance NL.',
    },
    teveel: {
      melding: 'This address has a country code, but no postcode.',
      herstel: 'Fill Postcode, or remove LandCode.',
    },
  },
  CD007: {
    ontbreekt: {
      melding: 'The client needs an interpreter (form 1), but the language is missing.',
      herstel: 'Fill Taal.',
    },
    teveel: {
      melding: 'The language is filled, but the form of communication is not 1 (interpreter).',
      herstel: 'Remove Taal, or use form 1.',
    },
  },
  CD009: {
    algemeen: {
      melding: 'This contact has a period, but it is no temporary place of stay (kind 04).',
      herstel: 'Remove Periode, or use kind 04.',
    },
  },
  CD025: {
    algemeen: {
      melding: 'This Dutch address has no house number.',
      herstel: 'Fill Huis with the house number.',
    },
  },
  CD034: {
    algemeen: {
      melding: 'A BRP address (01) and a place of stay (03) have a postcode, and it is missing.',
      herstel: 'Fill Postcode in Adres.',
    },
  },
  CD041: {
    algemeen: {
      melding: 'This product has a product code, but no volume.',
      herstel: 'Fill Omvang, or remove the product code.',
    },
  },
  CD043: {
    ontbreekt: {
      melding: 'The number of the decision is filled, but the begin date of the decision is missing.',
      herstel: 'Fill BeschikkingIngangsdatum.',
    },
    teveel: {
      melding: 'The begin date of the decision is filled, but the number of the decision is missing.',
      herstel: 'Fill BeschikkingNummer, or remove BeschikkingIngangsdatum.',
    },
  },
  CD060: {
    ontbreekt: {
      melding: 'This is a credit line, but the VorigReferentieNummer is missing.',
      herstel: 'Fill VorigReferentieNummer with the number of the line that you credit.',
    },
    teveel: {
      melding: 'This is a debit line, and it should have no VorigReferentieNummer.',
      herstel: 'Remove VorigReferentieNummer, or make it a credit line.',
    },
  },
  CD066: {
    algemeen: {
      melding: 'The referrer has a ZorgverlenerCode, and then the name should not be there.',
      herstel: 'Remove Naam of the referrer.',
    },
  },
  CD067: {
    algemeen: {
      melding: 'Both the ZorgverlenerCode and the name of this referrer are missing.',
      herstel: 'Fill ZorgverlenerCode, or fill Naam when the code is not known.',
    },
  },
  CD068: {
    algemeen: {
      melding: 'This type of referrer has no ZorgverlenerCode.',
      herstel: 'Remove ZorgverlenerCode, or check Type.',
    },
  },
  CD075: {
    algemeen: {
      melding: 'This product has a budget, but no end date.',
      herstel: 'Fill the end date of the product.',
    },
  },
  CD076: {
    algemeen: {
      melding: 'The volume is per week (frequency 2), but the end date is missing.',
      herstel: 'Fill the end date of the product, or use another frequency.',
    },
  },
  CD077: {
    algemeen: {
      melding: 'This product has a budget, and then it should have no volume.',
      herstel: 'Remove Omvang or Budget.',
    },
  },
  CD078: {
    algemeen: {
      melding: 'This product has a volume, and then it should have no budget.',
      herstel: 'Remove Budget or Omvang.',
    },
  },
  CD079: {
    algemeen: {
      melding: 'Without a budget the product must be named, and it is missing.',
      herstel: 'Fill Product, or fill Budget.',
    },
  },
  CD080: {
    algemeen: {
      melding: 'This assignment has no product code, and then it should have no volume.',
      herstel: 'Fill the product code, or remove Omvang.',
    },
  },
  CD085: {
    algemeen: {
      melding: 'The request is refused, but the reason is missing.',
      herstel: 'Fill RedenAfwijzingVerzoek.',
    },
  },
  CD086: {
    algemeen: {
      melding: 'The request is still under investigation, and then it should have no reason for refusal.',
      herstel: 'Remove RedenAfwijzingVerzoek.',
    },
  },
  CD087: {
    ontbreekt: {
      melding: 'This line has no price. Only with unit 83 (euro) it may be missing.',
      herstel: 'Fill ProductTarief.',
    },
    teveel: {
      melding: 'This line is in euros (unit 83), and then it should have no price.',
      herstel: 'Remove ProductTarief.',
    },
  },
  CD095: {
    algemeen: {
      melding: 'This requested product has no product code, and then it should have no volume.',
      herstel: 'Fill the product code, or remove Omvang.',
    },
  },
  CD096: {
    algemeen: {
      melding: 'This new product has no product code, and then it should have no volume.',
      herstel: 'Fill the product code, or remove Omvang.',
    },
  },
}
