const numberTexts = {
  algemeen: {
    melding: 'Dit ToewijzingNummer staat in geen toewijzing (301) die deze aanbieder voor deze cliënt heeft gekregen.',
    herstel: 'Zoek de toewijzing op en vergelijk het nummer.',
  },
  andereClient: {
    melding: 'Dit ToewijzingNummer is van een andere cliënt.',
    herstel: 'Vergelijk het nummer met de toewijzing van deze cliënt.',
  },
  andereAanbieder: {
    melding: 'Deze toewijzing is naar een andere aanbieder gestuurd.',
    herstel: 'Ga na welke aanbieder de zorg levert.',
  },
} as const

const actualTexts = {
  ...numberTexts,
  voorbij: {
    melding: 'Deze toewijzing geldt niet meer: zij is ingetrokken of voorbij.',
    herstel: 'Vergelijk de einddatum en de reden van wijziging van de laatste versie.',
  },
} as const

/** Rules across berichten on the lines of a declaratie (323) and on a request for change (317): what is wrong and what to do. */
export const assignedRules = {
  TR307: {
    algemeen: {
      melding: 'De productperiode begint vóór de ingangsdatum van de toewijzing.',
      herstel:
        'Vergelijk de periode met de toewijzing. Is de toewijzing later gewijzigd, stuur dan de laatste versie naar de aanbieder.',
    },
  },
  TR308: {
    algemeen: {
      melding: 'De productperiode eindigt na de einddatum van de toewijzing.',
      herstel:
        'Vergelijk de periode met de toewijzing. Loopt de zorg door, dan hoort daar een gewijzigde toewijzing bij.',
    },
  },
  TR338: numberTexts,
  TR339: {
    algemeen: {
      melding: 'De productcategorie is een andere dan die van de toewijzing.',
      herstel: 'Vergelijk de regel met de toewijzing met dit nummer.',
    },
  },
  TR340: {
    algemeen: {
      melding: 'De productcode is een andere dan die van de toewijzing.',
      herstel: 'Vergelijk de regel met de toewijzing met dit nummer.',
    },
  },
  TR341: {
    algemeen: {
      melding: 'De eenheid is een andere dan die van de toewijzing.',
      herstel: 'Vergelijk de regel met de toewijzing. Alleen uren mogen ook in minuten worden gedeclareerd.',
    },
  },
  TR349: {
    algemeen: {
      melding: 'Dit verzoek noemt niet alle toewijzingen die deze cliënt bij deze aanbieder heeft.',
      herstel: 'Een verzoek om wijziging noemt ze allemaal: als ongewijzigd, of als te wijzigen.',
    },
  },
  TR350: actualTexts,
  TR351: actualTexts,
  TR357: {
    algemeen: {
      melding:
        'De gewenste ingangsdatum ligt niet in de toekomst en is een andere dan de ingangsdatum van de toewijzing.',
      herstel: 'Een wijziging met terugwerkende kracht begint op de ingangsdatum van de toewijzing.',
    },
  },
  TR361: {
    algemeen: {
      melding: 'Dit product staat al in dit verzoek, over dagen die elkaar overlappen.',
      herstel: 'Laat de perioden op elkaar aansluiten, of haal een van de twee weg.',
    },
  },
  TR373: {
    algemeen: {
      melding:
        'Het budget of het volume van de hele periode verandert, maar de gewenste ingangsdatum is niet die van de toewijzing.',
      herstel: 'Zo’n wijziging geldt voor de hele toewijzing, vanaf haar ingangsdatum.',
    },
  },
  TR375: {
    algemeen: {
      melding: 'Deze toewijzing heeft geen product. Dan hoort er geen omvang bij.',
      herstel: 'Haal de omvang weg, of vraag een nieuw product aan.',
    },
  },
  TR384: {
    algemeen: {
      melding: 'Deze toewijzing is ingetrokken. Daarop kan niets worden gedeclareerd.',
      herstel: 'Ga na of de toewijzing terecht is ingetrokken (reden 13).',
    },
  },
  TR387: {
    algemeen: {
      melding:
        'De productperiode begint niet op de eerste van de maand, en ook niet op de ingangsdatum van de toewijzing.',
      herstel: 'De periode begint op de eerste van de maand, of op de ingangsdatum als die later in die maand ligt.',
    },
  },
  TR388: {
    algemeen: {
      melding:
        'De productperiode eindigt niet op de laatste van de maand, en ook niet op de einddatum van de toewijzing.',
      herstel: 'De periode eindigt op de laatste van de maand, of op de einddatum als die eerder in die maand ligt.',
    },
  },
  TR411: {
    algemeen: {
      melding: 'Deze toewijzing heeft een productcode. Dan is de omvang verplicht.',
      herstel: 'Vul volume, eenheid en frequentie in.',
    },
  },
  TR412: {
    algemeen: {
      melding: 'Deze toewijzing heeft een categorie zonder productcode. Dan hoort er geen omvang bij.',
      herstel: 'Haal de omvang weg, of vraag een nieuw product aan.',
    },
  },
} as const
