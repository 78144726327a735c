/** Constraints: what is wrong and what to do, per rule number. They join the other texts in `findings`. */
export const constraints = {
  CS002: {
    algemeen: {
      melding: 'Dit is geen bestaand burgerservicenummer: het haalt de elfproef niet.',
      herstel: 'Controleer het Bsn. Waarschijnlijk is een cijfer verkeerd of verwisseld.',
    },
  },
  CS003: {
    algemeen: {
      melding: 'De einddatum ligt voor de begindatum van dezelfde periode.',
      herstel: 'Controleer begindatum en einddatum van {ouder}.',
    },
  },
  CS050: {
    metPartnernaam: {
      melding: 'Er is een partnernaam, en dan mag NaamGebruik alleen 1, 2, 3 of 4 zijn.',
      herstel: 'Gebruik 1, 2, 3 of 4, of verwijder Partnernaam.',
    },
    zonderPartnernaam: {
      melding: 'Dit naamgebruik past niet bij een naam zonder partnernaam.',
      herstel: 'Gebruik NaamGebruik 1, of vul Partnernaam.',
    },
  },
  CS058: {
    algemeen: {
      melding: 'De status van aanlevering mag alleen 1 (eerste) of 3 (verwijderen) zijn.',
      herstel: 'Gebruik 1 of 3. Wilt u iets wijzigen? Verwijder dan de eerdere aanlevering en stuur een nieuwe.',
    },
  },
  CS089: {
    algemeen: {
      melding: 'Deze postcode heeft niet de Nederlandse vorm.',
      herstel: 'Schrijf vier cijfers en twee letters zonder spatie, zoals 9999AB, of controleer LandCode.',
    },
  },
  CS100: {
    algemeen: {
      melding: 'Deze periode begint voor 1 januari 2021.',
      herstel: 'Controleer de begindatum. Over perioden voor 2021 kan niet met dit bericht worden gedeclareerd.',
    },
  },
  CS139: {
    dag: {
      melding: 'De dag van de geboortedatum is onbekend (DatumGebruik 1), maar de dag is niet 01.',
      herstel: 'Zet 01 als dag, of verwijder DatumGebruik als de datum helemaal bekend is.',
    },
    dagEnMaand: {
      melding: 'Dag en maand van de geboortedatum zijn onbekend (DatumGebruik 2), maar de datum is niet 1 januari.',
      herstel: 'Zet 01-01 achter het jaar, of verwijder DatumGebruik als de datum helemaal bekend is.',
    },
    geheel: {
      melding: 'De geboortedatum is helemaal onbekend (DatumGebruik 3), maar de datum is niet 1900-01-01.',
      herstel: 'Vul 1900-01-01, of gebruik een ander DatumGebruik.',
    },
  },
  CS318: {
    algemeen: {
      melding: 'Een cliënt is een mens, en dan mag NaamGebruik niet 6 (geen natuurlijk persoon) zijn.',
      herstel: 'Gebruik het naamgebruik dat bij de cliënt past.',
    },
  },
  CS325: {
    algemeen: {
      melding: 'Dit bedrag is 0, en dan hoort DebetCredit D te zijn.',
      herstel: 'Zet D in DebetCredit.',
    },
  },
  CS335: {
    algemeen: {
      melding: 'RedenWijziging 13 (verwijderd) mag alleen als de einddatum gelijk is aan de ingangsdatum.',
      herstel: 'Maak de einddatum gelijk aan de ingangsdatum, of gebruik een andere reden.',
    },
  },
  CS336: {
    algemeen: {
      melding: 'RedenWijziging 01 (administratieve correctie) bestaat niet meer.',
      herstel: 'Gebruik een andere reden uit de lijst.',
    },
  },
  CS337: {
    algemeen: {
      melding: 'Deze productperiode begint en eindigt niet in dezelfde maand.',
      herstel: 'Maak een regel per kalendermaand.',
    },
  },
  CS338: {
    algemeen: {
      melding: 'Bij deze eenheid (etmaal, dagdeel, euro of stuks inspanning) mag de omvang niet per dag zijn.',
      herstel: 'Gebruik frequentie 2 (per week), 4 (per maand) of 6 (totaal).',
    },
  },
  CS339: {
    algemeen: {
      melding: 'Deze regel is in euro (eenheid 83), maar het bedrag is niet gelijk aan het geleverde volume.',
      herstel: 'Zet in GeleverdVolume hetzelfde bedrag in eurocenten als in IngediendBedrag.',
    },
  },
  CS340: {
    algemeen: {
      melding: 'De periode van de declaratie is niet precies één hele kalendermaand.',
      herstel: 'Begin op de eerste en eindig op de laatste dag van dezelfde maand.',
    },
  },
  CS343: {
    algemeen: {
      melding: 'Bij deze eenheid (etmaal, dagdeel, euro of stuks inspanning) mag niet per dag worden aangevraagd.',
      herstel: 'Gebruik frequentie 2 (per week), 4 (per maand) of 6 (totaal).',
    },
  },
} as const
