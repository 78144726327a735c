/** Condities: what is wrong and what to do, per rule number. They join the other texts in `findings`. */
export const conditions = {
  CD005: {
    ontbreekt: {
      melding: 'Dit adres heeft een postcode, maar geen landcode.',
      herstel: 'Vul LandCode, bijvoorbeeld NL.',
    },
    teveel: {
      melding: 'Dit adres heeft een landcode, maar geen postcode.',
      herstel: 'Vul Postcode, of verwijder LandCode.',
    },
  },
  CD007: {
    ontbreekt: {
      melding: 'De cliënt heeft een tolk nodig (vorm 1), maar de taal ontbreekt.',
      herstel: 'Vul Taal.',
    },
    teveel: {
      melding: 'De taal is gevuld, maar de vorm van communicatie is niet 1 (tolk taal).',
      herstel: 'Verwijder Taal, of gebruik vorm 1.',
    },
  },
  CD009: {
    algemeen: {
      melding: 'Dit contact heeft een periode, maar het is geen tijdelijk verblijfadres (soort 04).',
      herstel: 'Verwijder Periode, of gebruik soort 04.',
    },
  },
  CD025: {
    algemeen: {
      melding: 'Dit Nederlandse adres heeft geen huisnummer.',
      herstel: 'Vul Huis met het huisnummer.',
    },
  },
  CD034: {
    algemeen: {
      melding: 'Bij een BRP-adres (01) en een verblijfadres (03) hoort een postcode, en die ontbreekt.',
      herstel: 'Vul in Adres de Postcode.',
    },
  },
  CD041: {
    algemeen: {
      melding: 'Dit product heeft een productcode, maar geen omvang.',
      herstel: 'Vul Omvang, of verwijder de productcode.',
    },
  },
  CD043: {
    ontbreekt: {
      melding: 'Het nummer van de beschikking is gevuld, maar de ingangsdatum van de beschikking ontbreekt.',
      herstel: 'Vul BeschikkingIngangsdatum.',
    },
    teveel: {
      melding: 'De ingangsdatum van de beschikking is gevuld, maar het nummer van de beschikking ontbreekt.',
      herstel: 'Vul BeschikkingNummer, of verwijder BeschikkingIngangsdatum.',
    },
  },
  CD060: {
    ontbreekt: {
      melding: 'Dit is een creditregel, maar het VorigReferentieNummer ontbreekt.',
      herstel: 'Vul VorigReferentieNummer met het nummer van de regel die u crediteert.',
    },
    teveel: {
      melding: 'Dit is een debetregel, en daar hoort geen VorigReferentieNummer bij.',
      herstel: 'Verwijder VorigReferentieNummer, of maak er een creditregel van.',
    },
  },
  CD066: {
    algemeen: {
      melding: 'De verwijzer heeft een ZorgverlenerCode, en dan hoort de naam er niet bij.',
      herstel: 'Verwijder Naam van de verwijzer.',
    },
  },
  CD067: {
    algemeen: {
      melding: 'Van deze verwijzer ontbreken zowel de ZorgverlenerCode als de naam.',
      herstel: 'Vul ZorgverlenerCode, of vul Naam als de code niet bekend is.',
    },
  },
  CD068: {
    algemeen: {
      melding: 'Bij dit type verwijzer hoort geen ZorgverlenerCode.',
      herstel: 'Verwijder ZorgverlenerCode, of controleer Type.',
    },
  },
  CD075: {
    algemeen: {
      melding: 'Dit product heeft een budget, maar geen einddatum.',
      herstel: 'Vul de einddatum van het product.',
    },
  },
  CD076: {
    algemeen: {
      melding: 'De omvang is per week (frequentie 2), maar de einddatum ontbreekt.',
      herstel: 'Vul de einddatum van het product, of gebruik een andere frequentie.',
    },
  },
  CD077: {
    algemeen: {
      melding: 'Dit product heeft een budget, en dan hoort er geen omvang bij.',
      herstel: 'Verwijder Omvang of Budget.',
    },
  },
  CD078: {
    algemeen: {
      melding: 'Dit product heeft een omvang, en dan hoort er geen budget bij.',
      herstel: 'Verwijder Budget of Omvang.',
    },
  },
  CD079: {
    algemeen: {
      melding: 'Zonder budget moet het product genoemd worden, en dat ontbreekt.',
      herstel: 'Vul Product, of vul Budget.',
    },
  },
  CD080: {
    algemeen: {
      melding: 'Deze toewijzing heeft geen productcode, en dan hoort er geen omvang bij.',
      herstel: 'Vul de productcode, of verwijder Omvang.',
    },
  },
  CD085: {
    algemeen: {
      melding: 'Het verzoek is afgewezen, maar de reden ontbreekt.',
      herstel: 'Vul RedenAfwijzingVerzoek.',
    },
  },
  CD086: {
    algemeen: {
      melding: 'Het verzoek is nog in onderzoek, en dan hoort er geen reden van afwijzing bij.',
      herstel: 'Verwijder RedenAfwijzingVerzoek.',
    },
  },
  CD087: {
    ontbreekt: {
      melding: 'Deze regel heeft geen tarief. Alleen bij eenheid 83 (euro) mag dat ontbreken.',
      herstel: 'Vul ProductTarief.',
    },
    teveel: {
      melding: 'Deze regel is in euro (eenheid 83), en dan hoort er geen tarief bij.',
      herstel: 'Verwijder ProductTarief.',
    },
  },
  CD095: {
    algemeen: {
      melding: 'Dit aangevraagde product heeft geen productcode, en dan hoort er geen omvang bij.',
      herstel: 'Vul de productcode, of verwijder Omvang.',
    },
  },
  CD096: {
    algemeen: {
      melding: 'Dit nieuwe product heeft geen productcode, en dan hoort er geen omvang bij.',
      herstel: 'Vul de productcode, of verwijder Omvang.',
    },
  },
} as const
