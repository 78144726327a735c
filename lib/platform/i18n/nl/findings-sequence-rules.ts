/** Regels over berichten heen: what is wrong and what to do, per rule number. They join the other texts in `findings`. */
export const sequenceRules = {
  TR019: {
    algemeen: {
      melding: 'Dit ToewijzingNummer staat in geen toewijzing (301) die deze gemeente heeft gestuurd.',
      herstel: 'Zoek de toewijzing op. Is die er niet, dan hoort er een 301 bij, of klopt het nummer niet.',
    },
    andereClient: {
      melding: 'Dit ToewijzingNummer is van een andere cliënt.',
      herstel: 'Vergelijk het nummer met de toewijzing van deze cliënt.',
    },
    andereAanbieder: {
      melding: 'Deze toewijzing is naar een andere aanbieder gestuurd.',
      herstel: 'Ga na welke aanbieder de zorg levert, en of de toewijzing naar de juiste aanbieder is gestuurd.',
    },
  },
  TR056: {
    algemeen: {
      melding: 'Deze afzender heeft deze identificatie al gebruikt voor een eerder bericht van deze soort.',
      herstel:
        'Kijk of dit bericht een herhaling is van het eerdere. Elk bericht hoort een eigen identificatie te hebben.',
    },
  },
  TR063: {
    algemeen: {
      melding: 'Dit verwijdert iets wat niet eerder is aangeleverd.',
      herstel: 'Vergelijk cliënt, toewijzing en begindatum met wat eerder is gestuurd.',
    },
  },
  TR071: {
    algemeen: {
      melding: 'Deze start wordt verwijderd, maar er is al een stop op gestuurd.',
      herstel: 'Eerst moet de stop worden verwijderd, daarna de start.',
    },
  },
  TR074: {
    algemeen: {
      melding: 'Dit is al eerder aangeleverd, met dezelfde gegevens waaraan het te herkennen is.',
      herstel: 'Kijk of dit een herhaling is. Een correctie begint met een verwijdering (StatusAanlevering 3).',
    },
  },
  TR326: {
    algemeen: {
      melding: 'Voor deze toewijzing loopt al zorg: er is een eerdere start zonder stop.',
      herstel: 'Controleer de begindatum. Eerst moet de eerdere start worden gestopt of verwijderd.',
    },
  },
  TR332: {
    andereClient: {
      melding: 'Dit ToewijzingNummer is al gebruikt voor een andere cliënt.',
      herstel: 'Geef elke toewijzing een eigen nummer.',
    },
    andereAanbieder: {
      melding: 'Dit ToewijzingNummer is al gebruikt voor een andere aanbieder.',
      herstel: 'Geef elke toewijzing een eigen nummer.',
    },
  },
  TR333: {
    algemeen: {
      melding: 'Deze aanbieder heeft dit DeclaratieNummer al gebruikt in een eerdere declaratie.',
      herstel: 'Kijk of deze declaratie een herhaling is van de eerdere.',
    },
  },
  TR337: {
    algemeen: {
      melding: 'De declaratie waarop dit antwoordt, is niet ontvangen.',
      herstel: 'Controleer Identificatie en Dagtekening van de declaratie in de header.',
    },
  },
  TR347: {
    algemeen: {
      melding: 'Deze aanbieder heeft deze ReferentieAanbieder al gebruikt voor een eerder verzoek.',
      herstel: 'Kijk of dit verzoek een herhaling is. Elk verzoek hoort een eigen referentie te hebben.',
    },
  },
  TR355: {
    algemeen: {
      melding: 'Er is geen verzoek (315 of 317) van deze aanbieder met deze ReferentieAanbieder.',
      herstel: 'Neem de referentie over uit het verzoek waarop u antwoordt.',
    },
  },
  TR359: {
    algemeen: {
      melding: 'Dit verzoek is al gehonoreerd met een toewijzing (301).',
      herstel: 'Een antwoord is niet meer nodig. Gaat de toewijzing niet door, trek die dan in met een 301.',
    },
  },
  TR360: {
    algemeen: {
      melding: 'Op dit verzoek is al geantwoord. Dat het in onderzoek is, kan alleen het eerste antwoord zijn.',
      herstel: 'Stuur nu een toewijzing (301) of een afwijzing.',
    },
  },
  TR365: {
    algemeen: {
      melding: 'Dit verzoek is al afgewezen.',
      herstel: 'Na een afwijzing volgt geen antwoord meer. De aanbieder kan een nieuw verzoek doen.',
    },
  },
  TR374: {
    algemeen: {
      melding: 'Voor deze cliënt heeft deze aanbieder nog een verzoek openstaan.',
      herstel: 'Beantwoord eerst het openstaande verzoek.',
    },
  },
  TR379: {
    algemeen: {
      melding: 'Er is geen verzoek (315 of 317) van deze aanbieder met deze ReferentieAanbieder.',
      herstel:
        'Neem de referentie over uit het verzoek, of laat die weg als deze toewijzing niet op een verzoek volgt.',
    },
    herhaald: {
      melding: 'Deze toewijzing is al eerder gestuurd met deze ReferentieAanbieder.',
      herstel: 'Laat de referentie weg: die hoort er alleen de eerste keer na het verzoek bij.',
    },
  },
  TR382: {
    algemeen: {
      melding: 'Bij deze stop is geen start met dezelfde begindatum.',
      herstel: 'Vergelijk de begindatum met de start van deze toewijzing.',
    },
  },
  TR413: {
    algemeen: {
      melding: 'Deze zorg is al tijdelijk gestopt.',
      herstel: 'Na een tijdelijke stop kan een nieuwe start volgen, of een definitieve stop met een andere reden.',
    },
  },
  TR414: {
    algemeen: {
      melding: 'De einddatum van deze stop ligt voor die van een eerdere stop.',
      herstel: 'Controleer de einddatum. Een correctie begint met een verwijdering van de eerdere stop.',
    },
  },
  TR415: {
    algemeen: {
      melding: 'Deze zorg is al definitief gestopt.',
      herstel: 'Kijk of deze stop een herhaling is. Een correctie begint met een verwijdering van de eerdere stop.',
    },
  },
  OP259: {
    algemeen: {
      melding: 'Dit product is voor deze cliënt bij deze aanbieder al toegewezen in een overlappende periode.',
      herstel: 'Laat de perioden op elkaar aansluiten, of trek de eerdere toewijzing in.',
    },
  },
  TWEEDE_ANTWOORD: {
    algemeen: {
      melding: 'Op deze declaratie is al een antwoord (325) gegeven. De keten weigert een tweede.',
      herstel: 'Bekijk het eerdere antwoord bij de declaratie. Wacht dat nog op verzending, trek het dan eerst in.',
    },
  },
} as const
