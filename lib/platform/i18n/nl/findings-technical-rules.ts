/** Technische regels: what is wrong and what to do, per rule number. They join the other texts in `findings`. */
export const technicalRules = {
  TR002: {
    algemeen: {
      melding: 'De geboortedatum ligt meer dan 120 jaar voor de dagtekening van het bericht.',
      herstel: 'Controleer de geboortedatum. Is die helemaal onbekend, vul dan 1900-01-01 in met DatumGebruik 3.',
    },
  },
  TR006: {
    algemeen: {
      melding: 'Dit contact heeft geen telefoonnummer en geen volledig adres.',
      herstel: 'Vul Telefoon, of vul in Adres zowel Huis als Postcode.',
    },
  },
  TR018: {
    algemeen: {
      melding: 'De einddatum van de ondersteuning ligt voor de begindatum.',
      herstel: 'Controleer Begindatum en Einddatum van dit product.',
    },
  },
  TR061: {
    algemeen: {
      melding: 'De cliënt heeft geen vast adres of contact: alle contactgegevens zijn van soort 04 (tijdelijk).',
      herstel: 'Voeg contactgegevens toe met soort 01 (BRP), 02 (correspondentie) of 03 (verblijf).',
    },
  },
  TR101: {
    algemeen: {
      melding:
        'Dit onderdeel ({element}) staat meer dan één keer in {ouder}, met dezelfde gegevens waaraan het te herkennen is.',
      herstel: 'Verwijder het dubbele onderdeel, of geef elk onderdeel zijn eigen gegevens.',
    },
  },
  TR134: {
    algemeen: {
      melding: 'De datum in {element} ligt na de dagtekening van het bericht.',
      herstel: 'Controleer deze datum en de dagtekening.',
    },
  },
  TR137: {
    voorBegin: {
      melding: 'De einddatum van {ouder} ligt voor de begindatum.',
      herstel: 'Controleer Begindatum en Einddatum van {ouder}.',
    },
    naDagtekening: {
      melding: 'De einddatum van {ouder} ligt na de dagtekening van het bericht.',
      herstel: 'Declareer alleen over perioden die voorbij zijn, of controleer de dagtekening.',
    },
  },
  TR302: {
    algemeen: {
      melding: 'Dit product is nog een keer toegewezen in dit bericht, en de perioden overlappen elkaar.',
      herstel: 'Laat de perioden op elkaar aansluiten zonder overlap, of verwijder een van de toewijzingen.',
    },
  },
  TR315: {
    algemeen: {
      melding: 'Dit VorigReferentieNummer staat meer dan één keer in het bericht.',
      herstel: 'Crediteer elke eerdere regel hoogstens één keer.',
    },
  },
  TR316: {
    algemeen: {
      melding: 'Deze creditregel verwijst naar een regel in hetzelfde bericht.',
      herstel: 'Verwijder beide regels, of verwijs naar een regel uit een eerdere declaratie.',
    },
  },
  TR319: {
    algemeen: {
      melding: 'Deze productperiode ligt na de periode van de declaratie.',
      herstel: 'Declareer deze prestatie in de declaratie van een latere maand.',
    },
  },
  TR335: {
    algemeen: {
      melding: 'Deze productperiode eindigde meer dan vijf jaar voor de dagtekening van de declaratie.',
      herstel:
        'Controleer de datums. Een prestatie van langer dan vijf jaar geleden kan niet meer worden gedeclareerd.',
    },
  },
  TR342: {
    som: {
      melding:
        'De bedragen van de afgekeurde regels zijn samen niet het verschil tussen het ingediende en het toegekende totaal.',
      herstel: 'Controleer beide totalen, en zet alle afgekeurde regels in het bericht en geen andere.',
    },
    toegekend: {
      melding: 'De hele declaratie is afgekeurd, maar het toegekende totaal is niet 0.',
      herstel: 'Zet 0 in het toegekende totaal, of verwijder de afkeurcode van DeclaratieAntwoord.',
    },
    regels: {
      melding: 'De hele declaratie is afgekeurd, maar er staan ook losse regels in het bericht.',
      herstel: 'Verwijder de cliënten en hun regels, of verwijder de afkeurcode van DeclaratieAntwoord.',
    },
  },
  TR352: {
    algemeen: {
      melding: 'Dit verzoek noemt geen enkel product dat de cliënt al heeft.',
      herstel: 'Noem de producten die blijven of wijzigen. Is alles nieuw, stuur dan een verzoek om toewijzing (315).',
    },
  },
  TR353: {
    algemeen: {
      melding: 'Dit verzoek wijzigt niets: er is geen te wijzigen en geen nieuw product.',
      herstel: 'Voeg een te wijzigen of een nieuw product toe.',
    },
  },
  TR358: {
    algemeen: {
      melding: 'Het totaal van de declaratie is niet de som van de regels.',
      herstel: 'Tel de bedragen van alle regels op (credit gaat eraf) en zet de uitkomst in TotaalIngediendBedrag.',
    },
  },
  TR377: {
    algemeen: {
      melding: 'De reden van afwijzing is 8 (woonplaatsbeginsel), maar de verantwoordelijke gemeente ontbreekt.',
      herstel: 'Voeg Woonplaatsbeginsel toe met de code van de gemeente die wel verantwoordelijk is.',
    },
  },
  TR378: {
    algemeen: {
      melding: 'Deze gemeentecode staat niet in de lijst van het CBS die gold op de dagtekening.',
      herstel: 'Controleer de code van de gemeente. Na een herindeling heeft de nieuwe gemeente een andere code.',
    },
  },
  TR380: {
    algemeen: {
      melding: 'De gewenste ingangsdatum van dit nieuwe product ligt niet na de dagtekening van het bericht.',
      herstel: 'Vraag het product aan met een ingangsdatum na de dagtekening.',
    },
  },
  TR383: {
    algemeen: {
      melding: 'Deze ReferentieAanbieder staat bij meer dan één aangevraagd product.',
      herstel: 'Geef elk aangevraagd product een eigen referentie.',
    },
  },
  TR386: {
    algemeen: {
      melding: 'Dit product wordt nog een keer aangevraagd in dit bericht, en de perioden overlappen elkaar.',
      herstel: 'Laat de perioden op elkaar aansluiten zonder overlap, of verwijder een van de aanvragen.',
    },
    hulpmiddel: {
      melding: 'Dit hulpmiddel wordt nog een keer aangevraagd in dit bericht, en de perioden overlappen elkaar.',
      herstel: 'Controleer of dit de bedoeling is. De landelijke controle keurt het voor hulpmiddelen niet af.',
    },
  },
  TR409: {
    algemeen: {
      melding: 'Woonplaatsbeginsel is gevuld, maar de reden van afwijzing is niet 8.',
      herstel: 'Verwijder Woonplaatsbeginsel, of gebruik reden 8 als een andere gemeente verantwoordelijk is.',
    },
    geenReden: {
      melding: 'Woonplaatsbeginsel is gevuld, maar er is geen reden van afwijzing.',
      herstel: 'Verwijder Woonplaatsbeginsel, of wijs het verzoek af met reden 8.',
    },
  },
  TR410: {
    algemeen: {
      melding: 'Dit nieuwe product staat nog een keer in dit verzoek, en de perioden overlappen elkaar.',
      herstel: 'Laat de perioden op elkaar aansluiten zonder overlap, of verwijder een van de producten.',
    },
  },
  TR416: {
    algemeen: {
      melding: 'Deze prestatie staat meer dan één keer in het bericht: zelfde toewijzing, product en periode.',
      herstel: 'Voeg de regels samen tot één debetregel.',
    },
  },
} as const
